using System.Collections.Immutable;

namespace Register.Domain.Practice;

/// <summary>Plan a preceptorship.</summary>
/// <param name="DepartmentEndorsed">Whether the department is endorsed on the first day, as it stands.</param>
public sealed record PlanPreceptorship(
    PreceptorshipId Id, PracticeOwner Owner, OdsCode Department, ImmutableArray<string> Capabilities, DateOnly On, bool DepartmentEndorsed)
    : ICommand<PreceptorshipState, PreceptorshipEvent>
{
    public StreamId Stream => Id.Stream;

    public bool OpensStream => true;

    public Decision<PreceptorshipEvent> Decide(PreceptorshipState state, DecisionContext context) => PreceptorshipDecider.Plan(this, state, context);
}

/// <summary>Sign for one capability.</summary>
/// <param name="Holder">The subject of the registrant whose preceptorship it is, as the register has it.</param>
public sealed record SignOffCapability(PreceptorshipId Id, string Capability, DateOnly On, string? Holder) : ICommand<PreceptorshipState, PreceptorshipEvent>
{
    public StreamId Stream => Id.Stream;

    public Decision<PreceptorshipEvent> Decide(PreceptorshipState state, DecisionContext context) => PreceptorshipDecider.SignOff(this, state, context);
}

/// <summary>Say that all is done.</summary>
/// <param name="Holder">The subject of the registrant whose preceptorship it is, as the register has it.</param>
public sealed record CompletePreceptorship(PreceptorshipId Id, DateOnly On, string? Holder) : ICommand<PreceptorshipState, PreceptorshipEvent>
{
    public StreamId Stream => Id.Stream;

    public Decision<PreceptorshipEvent> Decide(PreceptorshipState state, DecisionContext context) => PreceptorshipDecider.Complete(this, state, context);
}
