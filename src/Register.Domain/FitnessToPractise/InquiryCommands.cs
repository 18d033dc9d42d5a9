using System.Collections.Immutable;

namespace Register.Domain.FitnessToPractise;

/// <summary>Say whether the concern meets the threshold; below it the case ends.</summary>
public sealed record TriageCase(CaseId Id, bool ThresholdMet, string Reasons) : ICommand<CaseState, CaseEvent>
{
    public StreamId Stream => Id.Stream;

    public Decision<CaseEvent> Decide(CaseState state, DecisionContext context)
    {
        if (CaseRules.NotFor(state, context) is { } rejection)
            return rejection;
        var triaged = new InquiryEvent.Triaged(ThresholdMet, Reasons, context.Actor.Subject, context.Today);
        if (state.Triage is { } done)
        {
            return (done.ThresholdMet, done.Reasons, done.By) == (ThresholdMet, Reasons, triaged.By)
                ? Decision.Nothing
                : Rejection.Of("ALREADY_TRIAGED", $"The case was triaged on {done.On:yyyy-MM-dd}.");
        }
        if (state.IsOverOn(context.Today))
            return CaseRules.Closed;
        return ThresholdMet
            ? triaged
            : ImmutableArray.Create<CaseEvent>(triaged, new CaseEvent.Closed(Reasons, context.Today, ClosedAs.BelowThreshold));
    }
}

/// <summary>Report what the investigation came to: the allegations that the investigating committee considers.</summary>
public sealed record ReportInvestigation(CaseId Id, string Allegations) : ICommand<CaseState, CaseEvent>
{
    public StreamId Stream => Id.Stream;

    public Decision<CaseEvent> Decide(CaseState state, DecisionContext context)
    {
        if (CaseRules.NotFor(state, context) is { } rejection)
            return rejection;
        if (state.Investigation is { } done && (done.Allegations, done.By) == (Allegations, context.Actor.Subject))
            return Decision.Nothing;
        if (state.IsOverOn(context.Today))
            return CaseRules.Closed;
        return state.Stage switch
        {
            CaseStage.Triage => Rejection.Of("NOT_TRIAGED", "The concern waits for triage: an investigation follows when it meets the threshold."),
            CaseStage.Investigation => new InquiryEvent.InvestigationReported(Allegations, context.Actor.Subject, context.Today),
            _ => Rejection.Of("ALREADY_INVESTIGATED", $"The investigation is reported: the case is {CaseRules.Words(state.StageOn(context.Today))}."),
        };
    }
}

/// <summary>Record, as the chair, whether the investigating committee finds a case to answer.</summary>
/// <param name="ReferredTo">The committee that is to decide it; null where there is no case to answer, which ends the case.</param>
public sealed record DecideCaseToAnswer(CaseId Id, CommitteeKind? ReferredTo, string Reasons) : ICommand<CaseState, CaseEvent>
{
    public StreamId Stream => Id.Stream;

    public Decision<CaseEvent> Decide(CaseState state, DecisionContext context)
    {
        if (CaseRules.NotFor(state, context) is { } rejection)
            return rejection;
        var answered = new InquiryEvent.Answered(ReferredTo, Reasons, context.Actor.Subject, context.Today);
        if (state.Answer is { } done && (done.ReferredTo, done.Reasons, done.Chair) == (ReferredTo, Reasons, answered.Chair))
            return Decision.Nothing;
        if (state.IsOverOn(context.Today))
            return CaseRules.Closed;
        var stage = state.StageOn(context.Today);
        if (stage != CaseStage.InvestigatingCommittee)
            return Rejection.Of("NOT_WITH_INVESTIGATING_COMMITTEE", $"The case is {CaseRules.Words(stage)}, not with the investigating committee.");
        if (CaseRules.NotTheChair(Committee.SittingOn(state, context.Today), context) is { } notChair)
            return notChair;
        if (state.Ground == Ground.IncorrectOrFraudulentEntry)
        {
            return Rejection.Of(
                "DECIDED_HERE", "An incorrect or fraudulent entry is decided by the investigating committee itself, at a hearing: record its decision.");
        }
        if (ReferredTo == CommitteeKind.Investigating)
            return Rejection.Invalid("referred_to", "WRONG_COMMITTEE", "A case to answer is referred to the conduct and competence or the health committee.");
        return ReferredTo is not null
            ? answered
            : ImmutableArray.Create<CaseEvent>(answered, new CaseEvent.Closed(Reasons, context.Today, ClosedAs.NoCaseToAnswer));
    }
}
