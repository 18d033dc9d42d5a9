using System.Collections.Immutable;
using Register.Domain.Applications;
using Register.Domain.Education;
using Register.Domain.FitnessToPractise;

namespace Register.Domain.Registration;

/// <summary>Enter a person on the register under the number reserved for their application.</summary>
public sealed record EnterRegister(
    RegistrationNumber Number,
    ApplicationId Application,
    string Applicant,
    PersonDetails Person,
    string PracticeTown,
    ImmutableArray<PracticeArea> PracticeAreas,
    DateOnly From,
    EntryRoute Route = EntryRoute.UkApproved) : ICommand<RegistrantState, RegistrantEvent>
{
    public StreamId Stream => Number.Stream;

    public Decision<RegistrantEvent> Decide(RegistrantState state, DecisionContext context) => RegistrantDecider.Enter(this, state);
}

/// <summary>Put a case's interim order on the entry (R24).</summary>
public sealed record PlaceRestriction(RegistrationNumber Number, Restriction Restriction) : ICommand<RegistrantState, RegistrantEvent>
{
    public StreamId Stream => Number.Stream;

    public Decision<RegistrantEvent> Decide(RegistrantState state, DecisionContext context) => RegistrantDecider.Place(this, state);
}

/// <summary>End a case's restriction on the entry.</summary>
public sealed record LiftRestriction(RegistrationNumber Number, CaseId Case, DateOnly On) : ICommand<RegistrantState, RegistrantEvent>
{
    public StreamId Stream => Number.Stream;

    public Decision<RegistrantEvent> Decide(RegistrantState state, DecisionContext context) => RegistrantDecider.Lift(this, state);
}
