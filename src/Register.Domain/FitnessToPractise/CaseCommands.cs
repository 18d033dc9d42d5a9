using Register.Domain.Registration;

namespace Register.Domain.FitnessToPractise;

/// <summary>Open a case with a concern.</summary>
/// <param name="RegistrantExists">Whether the number is on the register, as it stands.</param>
public sealed record RaiseConcern(CaseId Id, RegistrationNumber Registrant, Ground Ground, string Concern, DateOnly ReceivedOn, bool RegistrantExists)
    : ICommand<CaseState, CaseEvent>
{
    public StreamId Stream => Id.Stream;

    public bool OpensStream => true;

    public Decision<CaseEvent> Decide(CaseState state, DecisionContext context) => CaseDecider.Raise(this, state, context);
}

/// <summary>Suspend or restrict at once (R24).</summary>
public sealed record ImposeInterimOrder(CaseId Id, InterimOrderKind Kind, DateOnly Until, string PublicText) : ICommand<CaseState, CaseEvent>
{
    public StreamId Stream => Id.Stream;

    public Decision<CaseEvent> Decide(CaseState state, DecisionContext context) => CaseDecider.Impose(this, state, context);
}

/// <summary>End the interim order today.</summary>
public sealed record RevokeInterimOrder(CaseId Id) : ICommand<CaseState, CaseEvent>
{
    public StreamId Stream => Id.Stream;

    public Decision<CaseEvent> Decide(CaseState state, DecisionContext context) => CaseDecider.Revoke(state, context);
}

/// <summary>Close the case.</summary>
public sealed record CloseCase(CaseId Id, string Reasons) : ICommand<CaseState, CaseEvent>
{
    public StreamId Stream => Id.Stream;

    public Decision<CaseEvent> Decide(CaseState state, DecisionContext context) => CaseDecider.Close(this, state, context);
}
