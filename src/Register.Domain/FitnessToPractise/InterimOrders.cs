using System.Collections.Immutable;
using System.Diagnostics;

namespace Register.Domain.FitnessToPractise;

/// <summary>What became of an interim order after it was imposed (R24).</summary>
public abstract record InterimOrderEvent : CaseEvent
{
    /// <summary>A panel reviewed it; its next review is counted from this one.</summary>
    /// <param name="Varied">The order as it goes on from this day; null unless it was varied.</param>
    public sealed record Reviewed(
        InterimReviewOutcome Outcome, InterimTerms? Varied, [Personal] string Reasons, DateOnly NextReviewBy, string By, DateOnly On) : InterimOrderEvent;

    /// <summary>The court extended it beyond what a panel could order.</summary>
    public sealed record Extended(DateOnly Until, [Personal] string CourtReference, string By, DateOnly On) : InterimOrderEvent;
}

/// <summary>What a review of an interim order comes to.</summary>
public enum InterimReviewOutcome
{
    Continue = 1,
    Vary,
    Revoke,
}

/// <summary>What an interim order says.</summary>
/// <param name="Until">Its last day.</param>
/// <param name="PublicText">What the public entry says of it.</param>
public sealed record InterimTerms(InterimOrderKind Kind, DateOnly Until, [Personal] string PublicText);

/// <summary>The last day that interim orders can have, by a panel's order or the court's (R24).</summary>
/// <param name="CoversDecision">The decision whose appeal period is covered: an order made with it has 18 months of its own.</param>
public sealed record InterimCap(DateOnly Until, int? CoversDecision);

/// <summary>An interim order, from its first day to the day it was varied or ended.</summary>
/// <param name="NextReviewBy">The day by which it is to be reviewed.</param>
/// <param name="EndedOn">The first day on which it was not in force any more, by a revocation or a variation.</param>
public sealed record InterimOrder(InterimTerms Terms, DateOnly From, DateOnly NextReviewBy, DateOnly? EndedOn = null)
{
    /// <summary>The reviews, in order.</summary>
    public ImmutableArray<InterimOrderEvent.Reviewed> Reviews { get; init; } = [];

    /// <summary>The court's extensions, in order.</summary>
    public ImmutableArray<InterimOrderEvent.Extended> Extensions { get; init; } = [];

    /// <summary>The case after an interim order was imposed.</summary>
    public static CaseState Evolve(CaseState state, CaseEvent.InterimOrderImposed e)
    {
        var regime = LegalRegime.On(e.From);
        var order = new InterimOrder(new(e.Kind, e.Until, e.PublicText), e.From, e.FirstReviewBy);
        return Acted(state, e.By, e.From) with
        {
            InterimOrders = state.InterimOrders.Add(order),
            InterimCap = CapOf(state, e.CoversDecision) ?? new(LastDay(e.From, regime.InterimOrderMaxMonths), e.CoversDecision),
        };
    }

    /// <summary>The case after its interim order was revoked.</summary>
    public static CaseState Evolve(CaseState state, CaseEvent.InterimOrderRevoked e) =>
        Acted(state, e.By, e.On) with { InterimOrders = WithLast(state, o => o with { EndedOn = e.On }) };

    /// <summary>The case with its interim order ended as the case did: to reopen the case does not bring the order back.</summary>
    public static CaseState EndedWith(CaseState state) => state.EndsOn is { } on && state.InterimOrders is [.., { EndedOn: null } last] && on <= last.Terms.Until
        ? state with { InterimOrders = WithLast(state, o => o with { EndedOn = on }) }
        : state;

    /// <summary>The case after one more of these events.</summary>
    public static CaseState Evolve(CaseState state, InterimOrderEvent e) => e switch
    {
        InterimOrderEvent.Reviewed r => Acted(state, r.By, r.On) with { InterimOrders = Reviewed(state, r) },
        InterimOrderEvent.Extended x => state with
        {
            InterimOrders = WithLast(state, o => o with { Terms = o.Terms with { Until = x.Until }, Extensions = o.Extensions.Add(x) }),
            InterimCap = state.InterimCap is { } cap && cap.Until < x.Until ? cap with { Until = x.Until } : state.InterimCap,
        },
        _ => throw new UnreachableException(),
    };

    /// <summary>The cap that is running for an order covering this decision, or none; null before the first.</summary>
    public static InterimCap? CapOf(CaseState state, int? coversDecision) =>
        state.InterimCap is { } cap && (coversDecision is null || cap.CoversDecision == coversDecision) ? cap : null;

    /// <summary>The last of so many months: the day before the same day of the month.</summary>
    public static DateOnly LastDay(DateOnly from, int months) => from.AddMonths(months).AddDays(-1);

    /// <summary>The last day it is in force in its case: it gives way to a sanction that takes effect, and ends with the case.</summary>
    public DateOnly LastDayIn(CaseState state)
    {
        var last = Terms.Until;
        Cut(EndedOn);
        Cut(state.EndsOn);
        foreach (var course in SanctionCourse.Of(state))
            Cut(course.From > From ? course.From : null);
        return last;

        void Cut(DateOnly? firstDayWithout)
        {
            if (firstDayWithout is { } day && day <= last)
                last = day.AddDays(-1);
        }
    }

    private static ImmutableArray<InterimOrder> Reviewed(CaseState state, InterimOrderEvent.Reviewed review)
    {
        var reviewed = WithLast(state, o => o with { NextReviewBy = review.NextReviewBy, Reviews = o.Reviews.Add(review) });
        var last = reviewed[^1];
        return review switch
        {
            { Outcome: InterimReviewOutcome.Revoke } => reviewed.SetItem(reviewed.Length - 1, last with { EndedOn = review.On }),
            { Varied: { } terms } =>
                reviewed.SetItem(reviewed.Length - 1, last with { EndedOn = review.On }).Add(last with { Terms = terms, From = review.On }),
            _ => reviewed,
        };
    }

    private static ImmutableArray<InterimOrder> WithLast(CaseState state, Func<InterimOrder, InterimOrder> change) =>
        state.InterimOrders.SetItem(state.InterimOrders.Length - 1, change(state.InterimOrders[^1]));

    private static CaseState Acted(CaseState state, string? by, DateOnly on) =>
        by is null ? state : state with { Acts = [.. state.Acts.Union([new Act(by, Committee.StageOn(state, on), state.Round)])] };
}
