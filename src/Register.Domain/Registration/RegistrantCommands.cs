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

/// <summary>Record what a case comes to for the entry, as the case now is: holds, interim orders, sanctions, hearings (R21, R24-R26).</summary>
public sealed record RecordCase(RegistrationNumber Number, CaseId Case, CaseStanding Standing) : ICommand<RegistrantState, RegistrantEvent>
{
    public StreamId Stream => Number.Stream;

    public Decision<RegistrantEvent> Decide(RegistrantState state, DecisionContext context) => RegistrantDecider.Record(this, state, context);
}
