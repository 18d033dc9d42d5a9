using System.Collections.Immutable;

namespace Register.Domain.FitnessToPractise;

/// <summary>What a decision may come to, on which occasion (R25, R27).</summary>
internal static class DecisionRules
{
    /// <summary>Everything wrong with what a decision says, whatever the case.</summary>
    public static ImmutableArray<Rejection> Problems(RecordDecision decision, LegalRegime regime)
    {
        var (occasion, outcome, terms) = (decision.Occasion, decision.Outcome, decision.Terms);
        if (!OutcomesOf(occasion).Contains(outcome))
            return [Rejection.Invalid("decision.outcome", "WRONG_OUTCOME", "This is not an outcome of a decision on this occasion.")];
        return (outcome, terms) switch
        {
            (DecisionOutcome.Sanction, null) or (DecisionOutcome.Vary, null) =>
                [Rejection.Invalid("decision.sanction", "REQUIRED", "A decision that imposes or varies something says what.")],
            (DecisionOutcome.Sanction, { }) => [.. SanctionLimits.Problems(terms, "decision.sanction", regime)],
            (DecisionOutcome.Vary, { Months: null }) or (_, null) => [],
            (DecisionOutcome.Vary, _) =>
                [Rejection.Invalid("decision.sanction.months", "MONTHS_NOT_WANTED", "A variation in force keeps the order's last day: to change how long it runs, impose another.")],
            _ => [Rejection.Invalid("decision.sanction", "SANCTION_NOT_WANTED", "This decision imposes nothing.")],
        };
    }

    /// <summary>What in the case stands in the way of a decision.</summary>
    public static Rejection? NotNow(DecisionOccasion occasion, CaseState state, DecisionContext context) => occasion switch
    {
        DecisionOccasion.Hearing => NotAtAHearing(state, context),
        DecisionOccasion.Restoration => Restorations.NotNow(state, context),
        _ => NotAtAReview(occasion, state, context),
    };

    /// <summary>That the kind of sanction is not one for this case on a day (R25).</summary>
    /// <param name="field">Where the request has the terms.</param>
    public static Rejection? NotFor(SanctionTerms terms, string field, DateOnly on, CaseState state)
    {
        var kind = $"{field}.kind";
        if (state.Ground == Ground.IncorrectOrFraudulentEntry != (terms.Kind == SanctionKind.EntryRemoval))
            return Rejection.Of("WRONG_SANCTION", "An incorrect or fraudulent entry is removed or left, and no other is removed.", kind);
        if (terms.Kind != SanctionKind.StrikingOff || !NeedsYearsBefore(state))
            return null;
        var years = LegalRegime.On(on).StrikingOffAfterYears;
        var since = SanctionCourse.ContinuouslySince(state, on);
        return since?.AddYears(years) <= on
            ? null
            : Rejection.Of(
                "STRIKING_OFF_TOO_EARLY",
                $"Striking off for lack of competence or health follows {years} years' continuous suspension or conditions (R25)"
                + (since is { } first ? $": they run since {first:yyyy-MM-dd}." : "."),
                kind);
    }

    private static bool NeedsYearsBefore(CaseState state) =>
        state.Ground is Ground.LackOfCompetence or Ground.Health || state.Stage == CaseStage.HealthCommittee;

    private static Rejection? NotAtAHearing(CaseState state, DecisionContext context)
    {
        var stage = state.StageOn(context.Today);
        if (stage == CaseStage.Closed)
            return CaseRules.Closed;
        if (stage is CaseStage.Decision or CaseStage.Reviews)
            return Rejection.Of("ALREADY_DECIDED", $"The case is {CaseRules.Words(stage)}.");
        var entry = state.Ground == Ground.IncorrectOrFraudulentEntry && stage == CaseStage.InvestigatingCommittee;
        if (!entry && stage is not (CaseStage.ConductAndCompetenceCommittee or CaseStage.HealthCommittee))
            return Rejection.Of("NOT_WITH_A_COMMITTEE", $"The case is {CaseRules.Words(stage)}: it is not to be decided yet.");
        if (CaseRules.NotTheChair(Committee.SittingOn(state, context.Today), context) is { } notChair)
            return notChair;
        return state.Hearings.Any(h => (h.Stage, h.Round) == (stage, state.Round) && h.On <= context.Today)
            ? null
            : Rejection.Of("NOT_HEARD", "The case is decided at a hearing, and none was held: schedule one.");
    }

    // What a court sent back is heard whether or not the order has run out meanwhile; there is nothing in force then to be varied or ended.
    private static Rejection? NotAtAReview(DecisionOccasion occasion, CaseState state, DecisionContext context)
    {
        var isHeardAgain = state.IsSentBack && occasion == DecisionOccasion.MandatoryReview && state.StageOn(context.Today) == CaseStage.Reviews;
        if (!isHeardAgain && NoOrderToReview(state, context.Today) is { } nothing)
            return nothing;
        if (state.WaitingOn(context.Today) is not null)
            return Rejection.Of("DECISION_WAITS", "A decision of an earlier review is not in effect yet.");
        return CaseRules.NotTheChair(Committee.SittingOn(state, context.Today), context);
    }

    /// <summary>That there is no order a review could change: it is reviewed before it expires (R27).</summary>
    public static Rejection? NoOrderToReview(CaseState state, DateOnly today)
    {
        if (state.UnderReviewOn(today) is not null)
            return null;
        var last = SanctionCourse.Of(state).LastOrDefault();
        return last?.Terms.Kind is SanctionKind.Suspension or SanctionKind.Conditions && last.Until < today
            ? Rejection.Of("REVIEW_TOO_LATE", $"The order ended on {last.Until:yyyy-MM-dd}: it is reviewed before it expires (R27).")
            : Rejection.Of("NO_ORDER_IN_FORCE", "No suspension or conditions are in force to be reviewed.");
    }

    private static ImmutableArray<DecisionOutcome> OutcomesOf(DecisionOccasion occasion) => occasion switch
    {
        DecisionOccasion.Hearing or DecisionOccasion.MandatoryReview => [DecisionOutcome.NoAction, DecisionOutcome.Sanction],
        DecisionOccasion.EarlyReview => [DecisionOutcome.NoAction, DecisionOutcome.Sanction, DecisionOutcome.Vary, DecisionOutcome.Revoke],
        _ => [DecisionOutcome.AllowRestoration, DecisionOutcome.RefuseRestoration],
    };
}
