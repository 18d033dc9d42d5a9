using System.Collections.Immutable;
using Register.Domain.Registration.Tenure;

namespace Register.Domain.Registration;

/// <summary>Decides what happens to an entry.</summary>
public static class RegistrantDecider
{
    private static readonly Rejection NoSuchEntry = Rejection.NotFound("REGISTRANT_NOT_FOUND", "There is no such registrant.");

    public static Decision<RegistrantEvent> Enter(EnterRegister command, RegistrantState state) => state.Entry switch
    {
        { } entry when entry.Application == command.Application => Decision.Nothing,
        { } => Rejection.Of("NUMBER_TAKEN", "This registration number belongs to another entry (R16)."),
        null => new RegistrantEvent.Registered(
            command.Number,
            command.Application,
            command.Applicant,
            command.Person,
            command.PracticeTown,
            command.PracticeAreas,
            command.From,
            LegalRegime.On(command.From).PeriodEnd(command.From),
            command.Route),
    };

    public static Decision<RegistrantEvent> Record(RecordCase command, RegistrantState state, DecisionContext context)
    {
        if (state.Entry is null)
            return NoSuchEntry;
        if (state.Tenure.Cases.Any(c => c.Case == command.Case && c.IsOf(command.Standing)))
            return Decision.Nothing;

        // An entry that only the case held lapses at once when the hold ends (R21).
        var recorded = new RegistrantEvent.CaseRecorded(command.Case, command.Standing);
        return TenureDecider.LapseDue(state.Evolve(recorded).Tenure, context.Today) is { } day
            ? ImmutableArray.Create<RegistrantEvent>(recorded, new TenureEvent.Lapsed(day))
            : recorded;
    }
}
