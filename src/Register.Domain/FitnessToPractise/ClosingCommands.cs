namespace Register.Domain.FitnessToPractise;

/// <summary>Close the case, as an officer: before any committee was convened.</summary>
public sealed record CloseCase(CaseId Id, string Reasons) : ICommand<CaseState, CaseEvent>
{
    public StreamId Stream => Id.Stream;

    public Decision<CaseEvent> Decide(CaseState state, DecisionContext context)
    {
        if (CaseRules.NotFor(state, context) is { } rejection)
            return rejection;
        if (state.IsOverOn(context.Today))
            return Decision.Nothing;
        return state.Sitting is not null || !state.Sanctions.IsEmpty
            || state.Stage is CaseStage.ConductAndCompetenceCommittee or CaseStage.HealthCommittee
            ? Rejection.Of("COMMITTEE_CONVENED", "A committee has the case: it ends with what the committee decides.")
            : new CaseEvent.Closed(Reasons, context.Today, ClosedAs.ByOfficer);
    }
}

/// <summary>Let the case go on in another one about the same registrant; this one ends as joined.</summary>
/// <param name="Other">The other case as it stands.</param>
public sealed record JoinCase(CaseId Id, CaseId Into, CaseState Other) : ICommand<CaseState, CaseEvent>
{
    public StreamId Stream => Id.Stream;

    public Decision<CaseEvent> Decide(CaseState state, DecisionContext context)
    {
        if (CaseRules.NotFor(state, context) is { } rejection)
            return rejection;
        if (state.Closing is { JoinedTo: { } joined } && joined == Into)
            return Decision.Nothing;
        if (state.IsOverOn(context.Today))
            return CaseRules.Closed;
        if (Id == Into)
            return Rejection.Invalid("into", "SAME_CASE", "A case is joined to another one.");
        if (Other.Concern is null || Other.IsOverOn(context.Today))
            return Rejection.Of("OTHER_CASE_NOT_OPEN", "There is no such open case to join this one to.", "into");
        if (Other.StageOn(context.Today) is CaseStage.Decision or CaseStage.Reviews)
            return Rejection.Of("OTHER_CASE_DECIDED", "The other case is decided: what this one is about would not be heard in it.", "into");
        if (!Other.Registrants.Intersect(state.Registrants).Any())
            return Rejection.Of("NOT_THE_SAME_REGISTRANT", "Cases are joined that are about the same registrant.", "into");
        if (state.Registrants.Except(Other.Registrants).ToList() is [var left, ..])
            return Rejection.Of("REGISTRANT_NOT_IN_OTHER_CASE", $"The other case is not about {left} yet, whom this one holds: attach it there first.", "into");
        if (state.StageOn(context.Today) is CaseStage.Decision or CaseStage.Reviews)
            return Rejection.Of("ALREADY_DECIDED", "The case is decided: it goes on by itself.");
        return state.HasOrderOn(context.Today)
            ? Rejection.Of("INTERIM_ORDER_IN_FORCE", "An interim order ends with its case: impose one in the other case, and revoke this one, first.")
            : new CaseEvent.Closed($"Joined to cases/{Into}.", context.Today, ClosedAs.Joined, Into);
    }
}
