using System.Collections.Immutable;

namespace Register.Domain.FitnessToPractise;

/// <summary>Record that the registrant was told of the sanction: the appeal period runs from that day (R26).</summary>
public sealed record ServeNotice(CaseId Id, DateOnly NotifiedOn) : ICommand<CaseState, CaseEvent>
{
    public StreamId Stream => Id.Stream;

    public Decision<CaseEvent> Decide(CaseState state, DecisionContext context)
    {
        if (CaseRules.NotFor(state, context) is { } rejection)
            return rejection;
        if (state.LastSanction is not { Decision: { } decision, ImmediateFrom: null } sanction)
            return Rejection.Of("NO_SANCTION", "The case has no confirmed sanction to give notice of.");
        if (sanction.NotifiedOn is { } told)
        {
            return told == NotifiedOn
                ? Decision.Nothing
                : Rejection.Of("ALREADY_NOTIFIED", $"The registrant was told on {told:yyyy-MM-dd}.");
        }
        if (NotifiedOn < sanction.ConfirmedOn || NotifiedOn > context.Today)
            return Rejection.Invalid("notified_on", "NOT_A_DAY_OF_NOTICE", $"Notice was given from the day of the confirmation, {sanction.ConfirmedOn:yyyy-MM-dd}, to today.");
        return new SanctionEvent.NoticeServed(decision, NotifiedOn, context.Actor.Subject, context.Today);
    }
}

/// <summary>Appeal against the sanction: by the registrant today, or recorded by an officer with the day it was lodged.</summary>
/// <param name="LodgedOn">The day it was lodged; null for today.</param>
/// <param name="Decided">The number of the decision that is appealed; null for the last.</param>
public sealed record LodgeSanctionAppeal(CaseId Id, string Grounds, DateOnly? LodgedOn, int? Decided = null) : ICommand<CaseState, CaseEvent>
{
    public StreamId Stream => Id.Stream;

    public Decision<CaseEvent> Decide(CaseState state, DecisionContext context)
    {
        // The case of somebody else is none to them; their own they may appeal in, and do nothing else.
        var byRegistrant = context.Actor.Role == Roles.Applicant;
        if (byRegistrant ? !state.Concerned.Contains(context.Actor.Subject) : state.Concern is null)
            return CaseRules.NotFound;
        if (!byRegistrant && CaseRules.NotFor(state, context) is { } rejection)
            return rejection;

        var lodgedOn = byRegistrant ? context.Today : LodgedOn ?? context.Today;
        var sanction = Decided is { } number ? state.Sanctions.FirstOrDefault(s => s.Decision == number && s.FellOn is null) : state.LastSanction;
        if (sanction?.Appeal?.Lodged is { } lodged && (lodged.Grounds, lodged.LodgedOn) == (Grounds, lodgedOn))
            return Decision.Nothing;
        if (sanction is not { Decision: { } decision, AppealableUntil: { } until, NotifiedOn: { } notified })
        {
            if (byRegistrant)
                return state.Sanctions.Any(s => s.NotifiedOn is not null) ? Nothing : CaseRules.NotFound;
            return Decided is not null && sanction is null ? NoSuchDecision : Nothing;
        }
        if (sanction.Appeal is not null)
            return Rejection.Of("APPEALED_ALREADY", "The sanction was appealed already.");
        if (lodgedOn > context.Today)
            return Rejection.Invalid("lodged_on", "DATE_IN_FUTURE", "An appeal was lodged today or earlier.");
        if (lodgedOn < notified)
            return Rejection.Of("APPEAL_TOO_EARLY", $"The registrant was told on {notified:yyyy-MM-dd}.", "lodged_on");
        if (lodgedOn > until)
            return Rejection.Of("APPEAL_TOO_LATE", $"The sanction could be appealed until {until:yyyy-MM-dd} (R26).");
        return NotWithWhatFollowed(state, sanction) ?? (Decision<CaseEvent>)new SanctionEvent.AppealLodged(decision, Grounds, lodgedOn, context.Actor.Subject, context.Today);
    }

    // What reviews made of an order that was not in effect falls with its appeal; what the registrant agreed to or a court upheld does not.
    private static Rejection? NotWithWhatFollowed(CaseState state, Sanction appealed)
    {
        var later = state.Sanctions.Skip(state.Sanctions.IndexOf(appealed) + 1).Where(s => s.FellOn is null).ToList();
        if (later.Any(s => s.Decision is null))
            return Nothing;
        return later.FirstOrDefault(s => s is { Appeal.Disposed: not null, SetAsideOn: null }) is { Appeal.Disposed: { } upheld }
            ? Rejection.Of("COURT_HAS_DECIDED", $"What followed was before the court, which decided on {upheld.DisposedOn:yyyy-MM-dd}: only the court can undo it.")
            : null;
    }

    private static readonly Rejection NoSuchDecision = Rejection.Of("NO_SUCH_DECISION", "The case has no sanction from a decision of this number.", "decision");

    private static readonly Rejection Nothing = Rejection.Of("NOTHING_TO_APPEAL", "The case has no sanction that can be appealed.");
}

/// <summary>Record what became of the appeal.</summary>
/// <param name="DisposedOn">The day of the judgment, or of the withdrawal.</param>
/// <param name="Reference">The judgment, as the court names it.</param>
/// <param name="Varied">The sanction that stands instead, where it was varied.</param>
public sealed record DisposeSanctionAppeal(
    CaseId Id, SanctionAppealOutcome Outcome, DateOnly DisposedOn, string Reference, SanctionTerms? Varied) : ICommand<CaseState, CaseEvent>
{
    public StreamId Stream => Id.Stream;

    public Decision<CaseEvent> Decide(CaseState state, DecisionContext context)
    {
        if (CaseRules.NotFor(state, context) is { } rejection)
            return rejection;
        if (state.LastSanction is not { Appeal: { } appeal, Decision: { } decision } sanction)
            return Rejection.Of("NO_APPEAL", "No appeal is open in the case.");
        if (appeal.Disposed is { } done)
        {
            return (done.Outcome, done.DisposedOn, done.Reference, done.Varied) == (Outcome, DisposedOn, Reference, Varied)
                ? Decision.Nothing
                : Rejection.Of("NO_APPEAL", $"The appeal was disposed of on {done.DisposedOn:yyyy-MM-dd}.");
        }
        var problems = Problems(appeal, state, context);
        if (!problems.IsEmpty)
            return problems;

        var disposed = new SanctionEvent.AppealDisposed(decision, Outcome, DisposedOn, Reference, Varied, context.Actor.Subject, context.Today);
        return Outcome == SanctionAppealOutcome.Allowed && !sanction.FollowsOrder
            ? ImmutableArray.Create<CaseEvent>(disposed, new CaseEvent.Closed($"Appeal allowed: {Reference}", DisposedOn, ClosedAs.AppealAllowed))
            : disposed;
    }

    private ImmutableArray<Rejection> Problems(SanctionAppeal appeal, CaseState state, DecisionContext context)
    {
        var problems = ImmutableArray.CreateBuilder<Rejection>();
        if (DisposedOn < appeal.Lodged.LodgedOn || DisposedOn > context.Today)
            problems.Add(Rejection.Invalid("disposed_on", "NOT_A_DAY_OF_DISPOSAL", $"An appeal was disposed of from the day it was lodged, {appeal.Lodged.LodgedOn:yyyy-MM-dd}, to today."));
        if (Outcome == SanctionAppealOutcome.Varied != Varied is not null)
            problems.Add(Rejection.Invalid("varied", "VARIATION", "An appeal that varied the sanction says what stands instead, and no other does."));
        if (Varied is not null)
        {
            problems.AddRange(SanctionLimits.Problems(Varied, "varied", context.Regime));
            if (DecisionRules.NotFor(Varied, "varied", DisposedOn, state) is { } notFor)
                problems.Add(notFor);
        }
        return problems.ToImmutable();
    }
}
