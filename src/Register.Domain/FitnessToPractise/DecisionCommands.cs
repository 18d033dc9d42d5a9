using System.Collections.Immutable;

namespace Register.Domain.FitnessToPractise;

/// <summary>Record, as the chair, what the committee decided; it counts when a second member has confirmed it (R30).</summary>
/// <param name="Terms">What is imposed, or how the order in force goes on.</param>
public sealed record RecordDecision(CaseId Id, DecisionOccasion Occasion, DecisionOutcome Outcome, SanctionTerms? Terms, string Reasons)
    : ICommand<CaseState, CaseEvent>
{
    public StreamId Stream => Id.Stream;

    public Decision<CaseEvent> Decide(CaseState state, DecisionContext context)
    {
        if (CaseRules.NotFor(state, context) is { } rejection)
            return rejection;
        var chair = context.Actor.Subject;
        var last = state.Decisions.LastOrDefault();
        if (last is not null && IsThis(last.Recorded, chair) && (last.Confirmed is null || last.Recorded.On == context.Today))
            return Decision.Nothing;

        var problems = DecisionRules.Problems(this, context.Regime);
        if (DecisionRules.NotNow(Occasion, state, context) is { } notNow)
            problems = problems.Add(notNow);
        else if (problems.IsEmpty && Outcome == DecisionOutcome.Sanction && DecisionRules.NotFor(Terms!, "decision.sanction", context.Today, state) is { } notFor)
            problems = problems.Add(notFor);
        else if (problems.IsEmpty && Outcome == DecisionOutcome.Vary && state.UnderReviewOn(context.Today)!.Terms.Kind != Terms!.Kind)
            problems = problems.Add(Rejection.Of("ANOTHER_KIND", "A variation keeps the kind of the order in force: to replace it, impose another.", "decision.sanction.kind"));
        if (!problems.IsEmpty)
            return problems;

        var number = (last?.Recorded.Number ?? 0) + 1;
        return new DecisionEvent.Recorded(number, Occasion, Outcome, Terms, Reasons, chair, context.Today);
    }

    private bool IsThis(DecisionEvent.Recorded recorded, string chair) =>
        (recorded.Occasion, recorded.Outcome, recorded.Terms, recorded.Reasons, recorded.Chair) == (Occasion, Outcome, Terms, Reasons, chair);
}

/// <summary>Confirm, as a second member of the committee, what its chair recorded (R30).</summary>
/// <param name="Number">The decision that is meant.</param>
public sealed record ConfirmDecision(CaseId Id, int Number) : ICommand<CaseState, CaseEvent>
{
    public StreamId Stream => Id.Stream;

    public Decision<CaseEvent> Decide(CaseState state, DecisionContext context)
    {
        if (CaseRules.NotFor(state, context) is { } rejection)
            return rejection;
        var member = context.Actor.Subject;
        if (state.Decisions.FirstOrDefault(d => d.Recorded.Number == Number) is not { Recorded: { } recorded } decision)
            return Rejection.Of("NO_SUCH_DECISION", "No decision of this number waits in the case; the chair may have replaced it.", "decision");
        if (decision.Confirmed is { } done)
        {
            return done.Member == member
                ? Decision.Nothing
                : Rejection.Of("ALREADY_CONFIRMED", $"The decision was confirmed on {done.On:yyyy-MM-dd} by another member.");
        }
        if (recorded.Chair == member)
            return Rejection.Of("SECOND_MEMBER_REQUIRED", "A decision is confirmed by another member than the chair who recorded it (R30).");
        var committee = Committee.SittingOn(state, context.Today);
        if (committee is not null && !committee.Members.Contains(member))
            return Rejection.Forbidden("NOT_A_MEMBER", "A decision is confirmed by a member of the committee that made it.");

        // What was in order when it was recorded must still be when it is made: an order may have run out meanwhile, a committee been replaced.
        var asChair = context with { Actor = context.Actor with { Subject = recorded.Chair } };
        if (DecisionRules.NotNow(recorded.Occasion, state, asChair) is { } notNow)
            return notNow;

        var confirmed = new DecisionEvent.Confirmed(Number, recorded.Chair, member, context.Today);
        return recorded is { Outcome: DecisionOutcome.NoAction, Occasion: DecisionOccasion.Hearing or DecisionOccasion.MandatoryReview } && state.UnderReviewOn(context.Today) is null
            ? ImmutableArray.Create<CaseEvent>(confirmed, new CaseEvent.Closed(recorded.Reasons, context.Today, ClosedAs.NoAction))
            : confirmed;
    }
}
