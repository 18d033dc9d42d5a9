using System.Collections.Immutable;

namespace Register.Domain.FitnessToPractise;

/// <summary>What a case comes to for the entries of its registrants, from its state alone.</summary>
public static class CaseStandings
{
    /// <summary>The standing of a case that was opened; null for one that was not.</summary>
    public static CaseStanding? Of(CaseState state)
    {
        if (state.Concern is null)
            return null;
        var ends = state.EndsOn;
        return new(
            state.OpenedOn,
            ends?.AddDays(-1),
            [.. state.InterimOrders.Select(o => Span(o, state)).Where(o => o.From <= o.Until)],
            [.. SanctionCourse.Of(state).Where(c => c.Sanction.NotifiedOn is not null && !(c.Until < c.From)).Select(Span)],
            Hearings(state, ends),
            state.RestorationAllowedOn);
    }

    private static InterimOrderSpan Span(InterimOrder order, CaseState state) =>
        new(order.Terms.Kind, order.From, order.LastDayIn(state), order.Terms.PublicText)
        {
            OrderedUntil = order.EndedOn is null && state.Closing is null ? Unless(order.LastDayIn(state), order.Terms.Until) : null,
        };

    private static SanctionSpan Span(SanctionCourse course) =>
        new(course.Terms.Kind, course.Sanction.NotifiedOn!.Value, course.From, course.Until, course.Terms.PublicText)
        {
            OrderedUntil = Unless(course.Until, course.OrderedUntil),
        };

    private static DateOnly? Unless(DateOnly? lastDay, DateOnly? ordered) => lastDay == ordered ? null : ordered;

    // A case that ended before its hearing has none; before a hearing in private nothing is said (R31).
    private static ImmutableArray<HearingNotice> Hearings(CaseState state, DateOnly? ends) =>
    [
        .. state.Hearings
            .Where(h => h.Stage == CaseStage.Restoration || !(ends <= h.On))
            .Select(h => new HearingNotice(h.Committee, h.On, IsPrivate(state, h) ? "" : h.Allegations)),
    ];

    // A matter of health; and what the investigating committee looks at before there is a case to answer (R28). An entry it decides itself.
    private static bool IsPrivate(CaseState state, Hearing hearing) =>
        hearing.Committee == CommitteeKind.Health
        || state.Ground == Ground.Health
        || (hearing.Committee == CommitteeKind.Investigating && state.Ground != Ground.IncorrectOrFraudulentEntry);
}
