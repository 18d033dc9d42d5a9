namespace Register.Domain.Registration;

/// <summary>Change where a registrant lives (R23).</summary>
public sealed record ChangeAddress(RegistrationNumber Number, PostalAddress Address) : ICommand<RegistrantState, RegistrantEvent>
{
    public StreamId Stream => Number.Stream;

    public Decision<RegistrantEvent> Decide(RegistrantState state, DecisionContext context) => PlaceDecider.Change(this, state, context);
}

/// <summary>Change where the register reaches a registrant (R23).</summary>
/// <param name="Email">The new address; null keeps the one there is.</param>
/// <param name="Phone">The new number; null keeps the one there is, an empty text takes it away.</param>
public sealed record ChangeContact(RegistrationNumber Number, string? Email, string? Phone) : ICommand<RegistrantState, RegistrantEvent>
{
    public StreamId Stream => Number.Stream;

    public Decision<RegistrantEvent> Decide(RegistrantState state, DecisionContext context) => PlaceDecider.Change(this, state, context);
}

/// <summary>Change the town or area of practice, which the public entry shows (R23, R32).</summary>
/// <param name="From">The first day of practice there; today unless told.</param>
public sealed record ChangePracticeTown(RegistrationNumber Number, string Town, DateOnly? From) : ICommand<RegistrantState, RegistrantEvent>
{
    public StreamId Stream => Number.Stream;

    public Decision<RegistrantEvent> Decide(RegistrantState state, DecisionContext context) => PlaceDecider.Change(this, state, context);
}
