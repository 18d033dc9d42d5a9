using System.Collections.Immutable;

namespace Register.Domain.Practice;

/// <summary>Decides what is declared about a registrant's practice.</summary>
public static class PracticeDecider
{
    /// <summary>There is no such registrant, or it is not the caller's to know of one.</summary>
    public static readonly Rejection NoSuchRegistrant = Rejection.NotFound("REGISTRANT_NOT_FOUND", "There is no such registrant.");

    private const decimal Whole = 1m, HoursInADay = 24m;

    public static Decision<PracticeEvent> Declare(DeclareTier command, PracticeState state, DecisionContext context)
    {
        var declared = new PracticeEvent.TierDeclared(command.Tier, command.From, command.Evidence, By(context));
        return Fact(command.Owner, command.From, context, declared, state.Tiers.Any(t => t with { By = declared.By } == declared));
    }

    public static Decision<PracticeEvent> Declare(DeclareBand command, PracticeState state, DecisionContext context)
    {
        var declared = new PracticeEvent.BandDeclared(command.Band, command.From, command.Evidence, By(context));
        return Fact(command.Owner, command.From, context, declared, state.Bands.Any(b => b with { By = declared.By } == declared));
    }

    public static Decision<PracticeEvent> Declare(DeclareJobTitle command, PracticeState state, DecisionContext context)
    {
        var declared = new PracticeEvent.JobTitleDeclared(command.Title, command.From, command.Evidence, By(context));
        return Fact(command.Owner, command.From, context, declared, state.JobTitles.Any(j => j with { By = declared.By } == declared));
    }

    public static Decision<PracticeEvent> Declare(DeclareEmployment command, PracticeState state, DecisionContext context)
    {
        if (!MayDeclare(command.Owner, context.Actor))
            return NoSuchRegistrant;
        var known = Organisations.Find(command.Employer);
        var problems = Problems(command, known, context.Today).ToImmutableArray();
        if (!problems.IsEmpty)
            return problems;

        var employment = new Employment(
            command.Employer, known?.Name ?? command.EmployerName!, known?.Region ?? command.Region!.Value,
            command.Setting, command.WholeTimeEquivalent, command.From, command.To);
        var declared = new PracticeEvent.EmploymentDeclared(employment, command.Evidence, By(context));
        return state.Employments.Any(e => e with { By = declared.By } == declared) ? Decision.Nothing : declared;
    }

    public static Decision<PracticeEvent> Record(RecordCpd command, PracticeState state, DecisionContext context)
    {
        // Nobody learns for another.
        if (command.Owner.Holder is null || command.Owner.Holder != context.Actor.Subject)
            return NoSuchRegistrant;
        var problems = Problems(command.Record, context.Today).ToImmutableArray();
        return !problems.IsEmpty ? problems
            : state.Cpd.Contains(command.Record) ? Decision.Nothing
            : new PracticeEvent.CpdRecorded(command.Record, context.Now);
    }

    private static Decision<PracticeEvent> Fact(PracticeOwner owner, DateOnly from, DecisionContext context, PracticeEvent declared, bool isKnown) =>
        !MayDeclare(owner, context.Actor) ? NoSuchRegistrant
        : from > context.Today ? InFuture("fact.from")
        : isKnown ? Decision.Nothing
        : declared;

    // One's own facts; an officer those of anybody else who is on the register: for themself they speak as a registrant.
    private static bool MayDeclare(PracticeOwner owner, Actor actor) =>
        owner.Holder is not null && (owner.Holder == actor.Subject) == (actor.Role != Roles.Registrar);

    private static DeclaredBy By(DecisionContext context) => new(context.Actor.Subject, context.Actor.Role, context.Now);

    private static Rejection InFuture(string field) => Rejection.Invalid(field, "IN_THE_FUTURE", "Only what is so already can be declared: this date is in the future.");

    private static IEnumerable<Rejection> Problems(DeclareEmployment command, Organisation? known, DateOnly today)
    {
        if (known is null && command.Region is null)
            yield return Rejection.Invalid("employment.region", "UNKNOWN_ODS_CODE", $"The register does not know the ODS code {command.Employer}: give the region too.");
        if (known is null && command.EmployerName is null)
            yield return Rejection.Invalid("employment.employer_name", "UNKNOWN_ODS_CODE", $"The register does not know the ODS code {command.Employer}: give the employer's name too.");
        if (known is not null && command.Region is { } region && region != known.Region)
            yield return Rejection.Invalid("employment.region", "OTHER_REGION", $"The employer of ODS code {command.Employer} is in another region.");
        if (!IsHundredths(command.WholeTimeEquivalent) || command.WholeTimeEquivalent is <= 0 or > Whole)
            yield return Rejection.Invalid("employment.whole_time_equivalent", "NOT_A_SHARE", "The whole-time equivalent is over 0 up to 1, with two decimals at most.");
        if (command.From > today)
            yield return InFuture("employment.from");
        if (command.To < command.From)
            yield return Rejection.Invalid("employment.to", "INTERVAL_EMPTY", "The employment ends before it starts.");
    }

    private static IEnumerable<Rejection> Problems(CpdRecord record, DateOnly today)
    {
        if (record.On > today)
            yield return InFuture("record.on");
        if (!IsHundredths(record.Hours) || record.Hours is <= 0 or > HoursInADay)
            yield return Rejection.Invalid("record.hours", "NOT_HOURS_OF_A_DAY", "The hours of a day are over 0 up to 24, with two decimals at most.");
    }

    private static bool IsHundredths(decimal value) => decimal.Round(value, 2) == value;
}
