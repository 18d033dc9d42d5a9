using System.Collections.Immutable;
using System.Diagnostics;

namespace Register.Domain.Practice;

/// <summary>A department, and when it was endorsed for preceptorship.</summary>
public abstract record DepartmentEvent
{
    /// <summary>Endorsed from one day to another, both included.</summary>
    public sealed record Endorsed(OdsCode Department, DateOnly From, DateOnly To, DeclaredBy By) : DepartmentEvent;

    /// <summary>The endorsement was withdrawn; its last day was the day before.</summary>
    public sealed record EndorsementWithdrawn(DateOnly On, string Reasons, DeclaredBy By) : DepartmentEvent;
}

/// <summary>Days of endorsement, both included; empty when withdrawn on the day it began.</summary>
public sealed record Endorsement(DateOnly From, DateOnly To);

/// <summary>A department as its events made it.</summary>
public sealed record DepartmentState(ImmutableArray<Endorsement> Endorsements) : IState<DepartmentState, DepartmentEvent>
{
    public static DepartmentState None { get; } = new([]);

    /// <summary>The stream of a department.</summary>
    public static StreamId StreamOf(OdsCode department) => new("department", department.ToString());

    public DepartmentState Evolve(DepartmentEvent e) => e switch
    {
        DepartmentEvent.Endorsed n => this with { Endorsements = Endorsements.Add(new(n.From, n.To)) },
        DepartmentEvent.EndorsementWithdrawn w => this with
        {
            Endorsements = [.. Endorsements.Select(i => i.To >= w.On ? i with { To = w.On.AddDays(-1) } : i)],
        },
        _ => throw new UnreachableException(),
    };

    /// <summary>Whether the department was endorsed on a date.</summary>
    public bool IsEndorsedOn(DateOnly date) => Endorsements.Any(i => i.From <= date && date <= i.To);
}

/// <summary>Endorse a department for preceptorship from a date on.</summary>
public sealed record EndorseDepartment(OdsCode Department, DateOnly From) : ICommand<DepartmentState, DepartmentEvent>
{
    public StreamId Stream => DepartmentState.StreamOf(Department);

    public Decision<DepartmentEvent> Decide(DepartmentState state, DecisionContext context) => DepartmentDecider.Endorse(this, state, context);
}

/// <summary>Withdraw the endorsement from today on.</summary>
public sealed record WithdrawEndorsement(OdsCode Department, string Reasons) : ICommand<DepartmentState, DepartmentEvent>
{
    public StreamId Stream => DepartmentState.StreamOf(Department);

    public Decision<DepartmentEvent> Decide(DepartmentState state, DecisionContext context) => DepartmentDecider.Withdraw(this, state, context);
}

/// <summary>Decides on the endorsement of departments.</summary>
public static class DepartmentDecider
{
    public static Decision<DepartmentEvent> Endorse(EndorseDepartment command, DepartmentState state, DecisionContext context)
    {
        var to = command.From.AddYears(LegalRegime.On(command.From).PreceptorshipEndorsementYears).AddDays(-1);
        return state.Endorsements.Contains(new(command.From, to))
            ? Decision.Nothing
            : new DepartmentEvent.Endorsed(command.Department, command.From, to, By(context));
    }

    public static Decision<DepartmentEvent> Withdraw(WithdrawEndorsement command, DepartmentState state, DecisionContext context) =>
        state.Endorsements.IsEmpty ? Rejection.NotFound("DEPARTMENT_NOT_FOUND", "This department was never endorsed.")
        : state.Endorsements.All(i => i.To < context.Today) ? Decision.Nothing
        : new DepartmentEvent.EndorsementWithdrawn(context.Today, command.Reasons, By(context));

    private static DeclaredBy By(DecisionContext context) => new(context.Actor.Subject, context.Actor.Role, context.Now);
}
