namespace Register.Domain.Registration;

/// <summary>Record a registration with another body: declared by the registrant, or looked up by an officer (R14, R23).</summary>
/// <param name="OtherNumber">The number the other body gave.</param>
/// <param name="Status">What an officer found; what a registrant says is always <see cref="OtherRegistrationStatus.Declared"/>.</param>
/// <param name="CheckedOn">The day of the look-up; today unless told.</param>
public sealed record RecordOtherRegistration(
    RegistrationNumber Number, StatutoryBody Body, string OtherNumber, OtherRegistrationStatus Status, DateOnly From, DateOnly? CheckedOn)
    : ICommand<RegistrantState, RegistrantEvent>
{
    public StreamId Stream => Number.Stream;

    public Decision<RegistrantEvent> Decide(RegistrantState state, DecisionContext context) => OtherRegistrationDecider.Record(this, state, context);
}

/// <summary>Record that a registration with another body has ended.</summary>
/// <param name="On">The first day it was not held any more.</param>
public sealed record EndOtherRegistration(RegistrationNumber Number, StatutoryBody Body, string OtherNumber, DateOnly On)
    : ICommand<RegistrantState, RegistrantEvent>
{
    public StreamId Stream => Number.Stream;

    public Decision<RegistrantEvent> Decide(RegistrantState state, DecisionContext context) => OtherRegistrationDecider.End(this, state, context);
}
