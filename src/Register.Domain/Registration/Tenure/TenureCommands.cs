namespace Register.Domain.Registration.Tenure;

/// <summary>Renew for the next period (R17).</summary>
/// <param name="Declared">Whether the professional declaration is made.</param>
/// <param name="FeeReference">The reference of the fee; empty when there is none.</param>
public sealed record Renew(RegistrationNumber Number, bool Declared, string FeeReference) : ICommand<RegistrantState, RegistrantEvent>
{
    public StreamId Stream => Number.Stream;

    public Decision<RegistrantEvent> Decide(RegistrantState state, DecisionContext context) => TenureDecider.Renew(this, state, context);
}

/// <summary>Record that the entry lapsed, on the day it did (R17, R21).</summary>
public sealed record RecordLapse(RegistrationNumber Number) : ICommand<RegistrantState, RegistrantEvent>
{
    public StreamId Stream => Number.Stream;

    public Decision<RegistrantEvent> Decide(RegistrantState state, DecisionContext context) => TenureDecider.Lapse(state, context);
}

/// <summary>Leave the register by one's own wish.</summary>
public sealed record LeaveRegister(RegistrationNumber Number) : ICommand<RegistrantState, RegistrantEvent>
{
    public StreamId Stream => Number.Stream;

    public Decision<RegistrantEvent> Decide(RegistrantState state, DecisionContext context) => RemovalDecider.Leave(state, context);
}

/// <summary>Remove for CPD that did not meet the standards, once no appeal can come any more (R18).</summary>
public sealed record RemoveForCpd(RegistrationNumber Number, string Reasons) : ICommand<RegistrantState, RegistrantEvent>
{
    public StreamId Stream => Number.Stream;

    public Decision<RegistrantEvent> Decide(RegistrantState state, DecisionContext context) => RemovalDecider.RemoveForCpd(this, state, context);
}

/// <summary>Record a registrant's death.</summary>
public sealed record RecordDeath(RegistrationNumber Number, DateOnly DiedOn) : ICommand<RegistrantState, RegistrantEvent>
{
    public StreamId Stream => Number.Stream;

    public Decision<RegistrantEvent> Decide(RegistrantState state, DecisionContext context) => RemovalDecider.RecordDeath(this, state, context);
}
