namespace Register.Domain.Registration;

/// <summary>Record that a registrant goes by another name, whose evidence an officer has seen (R23).</summary>
/// <param name="From">The first day of the name; today unless told.</param>
public sealed record ChangeName(RegistrationNumber Number, string FullName, string EvidenceReference, DateOnly? From)
    : ICommand<RegistrantState, RegistrantEvent>
{
    public StreamId Stream => Number.Stream;

    public Decision<RegistrantEvent> Decide(RegistrantState state, DecisionContext context) => NameDecider.Change(this, state, context);
}

/// <summary>Put right a name that was recorded wrongly (R3).</summary>
/// <param name="Recorded">The first day of the name that is wrong, as it is recorded.</param>
/// <param name="From">The first day it was really held; as recorded unless told.</param>
public sealed record CorrectName(RegistrationNumber Number, DateOnly Recorded, string FullName, DateOnly? From, string Reason)
    : ICommand<RegistrantState, RegistrantEvent>
{
    public StreamId Stream => Number.Stream;

    public Decision<RegistrantEvent> Decide(RegistrantState state, DecisionContext context) => NameDecider.Correct(this, state, context);
}
