using System.Collections.Immutable;

namespace Register.Domain.Practice;

/// <summary>Decides what happens in a preceptorship.</summary>
public static class PreceptorshipDecider
{
    private static readonly Rejection NoSuchPreceptorship = Rejection.NotFound("PRECEPTORSHIP_NOT_FOUND", "There is no such preceptorship.");

    public static Decision<PreceptorshipEvent> Plan(PlanPreceptorship command, PreceptorshipState state, DecisionContext context)
    {
        if (state.Plan is not null)
            return Decision.Nothing;
        var (number, holder) = command.Owner;
        if (holder is null || !(context.Actor.Role is Roles.Registrar or Roles.Employer || holder == context.Actor.Subject))
            return PracticeDecider.NoSuchRegistrant;

        var problems = Problems(command, context).ToImmutableArray();
        return problems.IsEmpty
            ? new PreceptorshipEvent.Planned(number, command.Department, command.Capabilities, command.On, command.DepartmentEndorsed, By(context))
            : problems;
    }

    public static Decision<PreceptorshipEvent> SignOff(SignOffCapability command, PreceptorshipState state, DecisionContext context)
    {
        if (state.Plan is not { } plan || !MayAct(plan, context.Actor))
            return NoSuchPreceptorship;
        if (state.SignedOff.Any(s => s.Capability == command.Capability))
            return Decision.Nothing;

        var problems = Common(command.On, command.Holder, plan.On, context).ToList();
        if (!plan.Capabilities.Contains(command.Capability))
            problems.Add(Rejection.Of("CAPABILITY_NOT_PLANNED", $"The plan names these capabilities: {string.Join("; ", plan.Capabilities)}.", "capability"));
        return problems.Count > 0
            ? problems.ToImmutableArray()
            : new PreceptorshipEvent.CapabilitySignedOff(command.Capability, command.On, By(context));
    }

    public static Decision<PreceptorshipEvent> Complete(CompletePreceptorship command, PreceptorshipState state, DecisionContext context)
    {
        if (state.Plan is not { } plan || !MayAct(plan, context.Actor))
            return NoSuchPreceptorship;
        if (state.Completion is not null)
            return Decision.Nothing;

        var problems = Common(command.On, command.Holder, state.SignedOff.Select(s => s.On).Append(plan.On).Max(), context).ToList();
        var outstanding = state.Outstanding().ToList();
        if (outstanding.Count > 0)
            problems.Add(Rejection.Of("CAPABILITIES_OUTSTANDING", $"These capabilities are not signed off yet: {string.Join("; ", outstanding)}."));
        return problems.Count > 0 ? problems.ToImmutableArray() : new PreceptorshipEvent.Completed(command.On, By(context));
    }

    /// <summary>Whether an actor has a hand in it: a registration officer, and the department's own supervisors.</summary>
    public static bool MayAct(PreceptorshipEvent.Planned plan, Actor actor) =>
        actor.Role == Roles.Registrar || (actor.Role == Roles.Employer && actor.Organisation == plan.Department.ToString());

    private static IEnumerable<Rejection> Problems(PlanPreceptorship command, DecisionContext context)
    {
        if (context.Actor.Role == Roles.Employer && context.Actor.Organisation != command.Department.ToString())
            yield return Rejection.Forbidden("NOT_YOUR_DEPARTMENT", "An employer plans preceptorships in its own department.");
        if (command.Capabilities.IsEmpty)
            yield return Rejection.Invalid("preceptorship.capabilities", "REQUIRED", "A plan names the capabilities to show.");
        if (command.Capabilities.Distinct().Count() != command.Capabilities.Length)
            yield return Rejection.Invalid("preceptorship.capabilities", "TWICE", "A capability is in the plan twice.");
    }

    private static IEnumerable<Rejection> Common(DateOnly on, string? holder, DateOnly notBefore, DecisionContext context)
    {
        if (context.Actor.Subject == holder)
            yield return Rejection.Forbidden("OWN_PRECEPTORSHIP", "Nobody signs off their own preceptorship.");
        if (on > context.Today)
            yield return Rejection.Invalid("on", "IN_THE_FUTURE", "This date is in the future.");
        if (on < notBefore)
            yield return Rejection.Of("TOO_EARLY", $"This cannot be before {notBefore:yyyy-MM-dd}, the day of what it follows.", "on");
    }

    private static DeclaredBy By(DecisionContext context) => new(context.Actor.Subject, context.Actor.Role, context.Now);
}
