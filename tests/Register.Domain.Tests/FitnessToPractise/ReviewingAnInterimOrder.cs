using Register.Domain.FitnessToPractise;
using static Register.Domain.Tests.Cast;
using static Register.Domain.Tests.FitnessToPractise.Cases;
using Procedure = Register.Domain.Tests.FitnessToPractise.Procedure;

namespace Register.Domain.Tests.FitnessToPractise;

public sealed class ReviewingAnInterimOrder
{
    /// <summary>From 1 June 2026 to the last day that a panel can order, 30 November 2027.</summary>
    private static readonly CaseEvent.InterimOrderImposed Longest = Order with { Until = Day("2027-11-30") };

    private static readonly InterimTerms Supervised = new(InterimOrderKind.Conditions, Day("2027-11-30"), "Supervised.");

    private static readonly ReviewInterimOrder Continue = new(Id, InterimReviewOutcome.Continue, null, "The risk is the same.");

    private static readonly Actor Reviewer = Procedure.Panel("panel-9");

    private static InterimOrderEvent.Reviewed Reviewed(string on, string next, InterimTerms? varied = null) => new(
        varied is null ? InterimReviewOutcome.Continue : InterimReviewOutcome.Vary, varied, Continue.Reasons, Day(next), "panel-9", Day(on));

    [Theory] // R24
    [InlineData("2026-11-30", "2027-02-28")]
    [InlineData("2026-12-01", "2027-03-01")]
    [InlineData("2027-01-31", "2027-04-30")]
    public void After_the_first_review_within_six_months_the_next_is_due_within_three_of_the_last(string today, string next)
    {
        Assert.Equal(Day("2026-12-01"), Given(Concern, Longest).State.OrderOn(Day(today))!.NextReviewBy);
        Given(Concern, Longest).When(Continue, Reviewer.On(today)).Then(Reviewed(today, next));
        Assert.Equal(Day(next), Given(Concern, Longest, Reviewed(today, next)).State.OrderOn(Day(today))!.NextReviewBy);
    }

    [Fact] // R24
    public void An_overdue_review_ends_nothing_by_itself()
    {
        var state = Given(Concern, Longest).State;
        Assert.True(state.HasOrderOn(Day("2026-12-02")));
        Given(Concern, Longest).When(Continue, Reviewer.On("2027-05-01")).Then(Reviewed("2027-05-01", "2027-08-01"));
    }

    [Fact] // R24
    public void A_review_varies_the_order_from_its_day()
    {
        var varied = Reviewed("2026-11-02", "2027-02-02", Supervised);
        Given(Concern, Longest).When(Continue with { Outcome = InterimReviewOutcome.Vary, Varied = Supervised }, Reviewer.On("2026-11-02")).Then(varied);
        Assert.Equal(
            [
                new InterimOrderSpan(InterimOrderKind.Suspension, Day("2026-06-01"), Day("2026-11-01"), Longest.PublicText),
                new InterimOrderSpan(InterimOrderKind.Conditions, Day("2026-11-02"), Day("2027-11-30"), "Supervised."),
            ],
            Procedure.StandingOf(Concern, Longest, varied).InterimOrders.AsEnumerable());
    }

    [Fact] // R24
    public void A_review_revokes_the_order()
    {
        var revoked = Reviewed("2026-11-02", "2027-02-02") with { Outcome = InterimReviewOutcome.Revoke };
        Given(Concern, Longest).When(Continue with { Outcome = InterimReviewOutcome.Revoke }, Reviewer.On("2026-11-02")).Then(revoked);
        Assert.Equal(Day("2026-11-01"), Procedure.StandingOf(Concern, Longest, revoked).InterimOrders[0].Until);
        Given(Concern, Longest, revoked).When(Continue, Reviewer.On("2026-11-02")).ThenRejected("NO_INTERIM_ORDER");
    }

    [Fact] // R24
    public void A_variation_does_not_reach_beyond_the_cap()
    {
        var vary = Continue with { Outcome = InterimReviewOutcome.Vary, Varied = Supervised };
        Given(Concern, Longest).When(vary with { Varied = Supervised with { Until = Day("2027-12-01") } }, Reviewer.On("2026-11-02"))
            .ThenRejected("INTERIM_ORDER_TOO_LONG").About("varied.until");
        Given(Concern, Longest).When(vary with { Varied = Supervised with { Until = Day("2026-11-01") } }, Reviewer.On("2026-11-02")).ThenRejected("DATE_IN_PAST");
        Given(Concern, Longest).When(vary with { Varied = null }, Reviewer.On("2026-11-02")).ThenRejected("VARIATION");
        Given(Concern, Longest).When(Continue with { Varied = Supervised }, Reviewer.On("2026-11-02")).ThenRejected("VARIATION");
    }

    [Fact]
    public void The_same_review_is_recorded_once() =>
        Given(Concern, Longest, Reviewed("2026-11-02", "2027-02-02")).When(Continue, Reviewer.On("2026-11-02")).ThenNothing();

    [Fact] // R24
    public void Where_a_committee_has_the_case_its_members_make_and_review_interim_orders()
    {
        Given([.. Procedure.Investigating, Longest]).When(Continue, Reviewer.On("2026-11-02")).ThenRejected("NOT_A_MEMBER").As(RejectionKind.Forbidden);
        Given([.. Procedure.Investigating, Longest])
            .When(Continue, Procedure.Panel("ic-2").On("2026-11-02"))
            .Then(Reviewed("2026-11-02", "2027-02-02") with { By = "ic-2" });
        var impose = new ImposeInterimOrder(Id, Order.Kind, Order.Until, Order.PublicText);
        Given(Procedure.Investigating).When(impose, Reviewer.On("2026-07-02")).ThenRejected("NOT_A_MEMBER");
    }

    [Fact]
    public void Nobody_is_restricted_before_it_is_known_who() =>
        Given(Concern with { Registrant = null, Subject = null })
            .When(new ImposeInterimOrder(Id, Order.Kind, Order.Until, Order.PublicText), Reviewer.On("2026-06-01"))
            .ThenRejected("NO_REGISTRANT");
}
