namespace Register.Domain.FitnessToPractise;

/// <summary>What stands in the way of anybody, whatever they want to do with a case.</summary>
internal static class CaseRules
{
    public static readonly Rejection NotFound = Rejection.NotFound("CASE_NOT_FOUND", "There is no such case.");

    public static readonly Rejection Closed = Rejection.Of("CASE_CLOSED", "The case is closed.");

    public static readonly Rejection OwnCase = Rejection.Of("OWN_CASE", "Nobody acts in their own case.");

    /// <summary>That the case is not there, or is the actor's own.</summary>
    public static Rejection? NotFor(CaseState state, DecisionContext context)
    {
        if (state.Concern is null)
            return NotFound;
        return state.Concerned.Contains(context.Actor.Subject) ? OwnCase : null;
    }

    /// <summary>That the case is not there, is the actor's own, or is over.</summary>
    public static Rejection? NotOpenFor(CaseState state, DecisionContext context) =>
        NotFor(state, context) ?? (state.IsOverOn(context.Today) ? Closed : null);

    /// <summary>That the committee that has the case does not count the actor among its members; anybody may where none sits.</summary>
    public static Rejection? NotAmongThoseSitting(CaseState state, DecisionContext context) =>
        Committee.SittingOn(state, context.Today) is { } committee && !committee.Members.Contains(context.Actor.Subject)
            ? Rejection.Forbidden("NOT_A_MEMBER", "A committee has the case, and you are not one of its members.")
            : null;

    /// <summary>That no committee has the case, or that the actor does not chair it.</summary>
    public static Rejection? NotTheChair(CommitteeEvent.Convened? committee, DecisionContext context) => committee switch
    {
        null => Rejection.Of("NO_COMMITTEE", "No committee is convened for this stage of the case: convene it first."),
        _ when committee.Chair != context.Actor.Subject =>
            Rejection.Forbidden("NOT_THE_CHAIR", "The chair of the committee records what it decides."),
        _ => null,
    };

    /// <summary>A stage in words.</summary>
    public static string Words(CaseStage stage) => stage switch
    {
        CaseStage.None => "not opened",
        CaseStage.Triage => "waiting for triage",
        CaseStage.Investigation => "under investigation",
        CaseStage.InvestigatingCommittee => "with the investigating committee",
        CaseStage.ConductAndCompetenceCommittee => "with the conduct and competence committee",
        CaseStage.HealthCommittee => "with the health committee",
        CaseStage.Decision => "decided, and the sanction is not in effect yet",
        CaseStage.Reviews => "decided, and the sanction is in effect",
        CaseStage.Restoration => "heard for restoration",
        _ => "closed",
    };
}
