namespace Register.Domain.FitnessToPractise;

/// <summary>Suspend or restrict at once (R24). With a sanction that is not in effect yet, the order covers its appeal period (R26).</summary>
public sealed record ImposeInterimOrder(CaseId Id, InterimOrderKind Kind, DateOnly Until, string PublicText) : ICommand<CaseState, CaseEvent>
{
    public StreamId Stream => Id.Stream;

    public Decision<CaseEvent> Decide(CaseState state, DecisionContext context)
    {
        if (CaseRules.NotOpenFor(state, context) is { } rejection)
            return rejection;
        var today = context.Today;
        if (state.OrderOn(today) is { } order)
        {
            return order.Terms == new InterimTerms(Kind, Until, PublicText)
                ? Decision.Nothing
                : Rejection.Of("INTERIM_ORDER_IN_FORCE", "The case has another interim order in force: vary it at a review, or revoke it first.");
        }
        if (CaseRules.NotAmongThoseSitting(state, context) is { } outsider)
            return outsider;
        if (state.Registrants.IsEmpty)
            return Rejection.Of("NO_REGISTRANT", "Nobody is restricted before it is known who: attach the registrant first.");
        if (Until < today)
            return Rejection.Invalid("order.until", "DATE_IN_PAST", "An interim order ends today or later.");

        // 18 months end on the day before the same day of the month. A further order does not start them anew: longer is for the court.
        var covers = state.WaitingOn(today)?.Decision;
        var months = context.Regime.InterimOrderMaxMonths;
        var cap = InterimOrder.CapOf(state, covers)?.Until ?? InterimOrder.LastDay(today, months);
        if (Until > cap)
            return InterimOrderRules.TooLong(cap, months, "order.until");
        var review = today.AddMonths(context.Regime.InterimOrderFirstReviewMonths);
        return new CaseEvent.InterimOrderImposed(Kind, today, Until, review, PublicText, context.Actor.Subject, covers);
    }
}

/// <summary>Record what a review of the interim order came to (R24).</summary>
/// <param name="Varied">The order as it goes on, where it is varied.</param>
public sealed record ReviewInterimOrder(CaseId Id, InterimReviewOutcome Outcome, InterimTerms? Varied, string Reasons)
    : ICommand<CaseState, CaseEvent>
{
    public StreamId Stream => Id.Stream;

    public Decision<CaseEvent> Decide(CaseState state, DecisionContext context)
    {
        if (CaseRules.NotFor(state, context) is { } rejection)
            return rejection;
        var by = context.Actor.Subject;
        var last = state.InterimOrders.IsEmpty || state.InterimOrders[^1].Reviews.IsEmpty ? null : state.InterimOrders[^1].Reviews[^1];
        if (last is not null && (last.Outcome, last.Varied, last.Reasons, last.By, last.On) == (Outcome, Varied, Reasons, by, context.Today))
            return Decision.Nothing;
        if (state.IsOverOn(context.Today))
            return CaseRules.Closed;
        if (state.OrderOn(context.Today) is null)
            return InterimOrderRules.NoOrder;
        if (CaseRules.NotAmongThoseSitting(state, context) is { } outsider)
            return outsider;
        if (Outcome == InterimReviewOutcome.Vary != Varied is not null)
            return Rejection.Invalid("varied", "VARIATION", "A review that varies the order says how it goes on, and no other does.");
        if (Varied?.Until < context.Today)
            return Rejection.Invalid("varied.until", "DATE_IN_PAST", "An interim order ends today or later: to end it, revoke it.");
        if (Varied?.Until > state.InterimCap!.Until)
            return InterimOrderRules.TooLong(state.InterimCap.Until, context.Regime.InterimOrderMaxMonths, "varied.until");
        var next = context.Today.AddMonths(context.Regime.InterimOrderReviewMonths);
        return new InterimOrderEvent.Reviewed(Outcome, Varied, Reasons, next, by, context.Today);
    }
}

/// <summary>Record that the court extended the interim order (R24).</summary>
public sealed record ExtendInterimOrder(CaseId Id, DateOnly Until, string CourtReference) : ICommand<CaseState, CaseEvent>
{
    public StreamId Stream => Id.Stream;

    public Decision<CaseEvent> Decide(CaseState state, DecisionContext context)
    {
        if (CaseRules.NotFor(state, context) is { } rejection)
            return rejection;
        if (state.InterimOrders.Any(o => o.Extensions.Any(x => (x.Until, x.CourtReference) == (Until, CourtReference))))
            return Decision.Nothing;
        if (state.IsOverOn(context.Today))
            return CaseRules.Closed;
        if (state.OrderOn(context.Today) is not { } order)
            return InterimOrderRules.NoOrder;
        if (Until <= order.Terms.Until)
            return Rejection.Of("NOT_AN_EXTENSION", $"The order runs to {order.Terms.Until:yyyy-MM-dd} already.", "until");
        var months = context.Regime.InterimOrderExtensionMonths;
        var latest = InterimOrder.LastDay(order.Terms.Until.AddDays(1), months);
        return Until <= latest
            ? new InterimOrderEvent.Extended(Until, CourtReference, context.Actor.Subject, context.Today)
            : Rejection.Of("EXTENSION_TOO_LONG", $"The court extends by at most {months} months each time, here to {latest:yyyy-MM-dd} (R24).", "until");
    }
}

/// <summary>End the interim order today.</summary>
public sealed record RevokeInterimOrder(CaseId Id) : ICommand<CaseState, CaseEvent>
{
    public StreamId Stream => Id.Stream;

    public Decision<CaseEvent> Decide(CaseState state, DecisionContext context)
    {
        if (CaseRules.NotFor(state, context) is { } rejection)
            return rejection;
        if (state.InterimOrders.LastOrDefault() is { EndedOn: not null })
            return Decision.Nothing;
        if (state.IsOverOn(context.Today))
            return CaseRules.Closed;
        if (!state.HasOrderOn(context.Today))
            return InterimOrderRules.NoOrder;
        return CaseRules.NotAmongThoseSitting(state, context) is { } outsider
            ? outsider
            : new CaseEvent.InterimOrderRevoked(context.Today, context.Actor.Subject);
    }
}

internal static class InterimOrderRules
{
    public static readonly Rejection NoOrder = Rejection.Of("NO_INTERIM_ORDER", "The case has no interim order in force.");

    public static Rejection TooLong(DateOnly cap, int months, string field) => Rejection.Of(
        "INTERIM_ORDER_TOO_LONG",
        $"The interim orders of a case run for at most {months} months in all, here to {cap:yyyy-MM-dd}; longer is for the court (R24).",
        field);
}
