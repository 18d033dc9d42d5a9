using Register.Domain.FitnessToPractise;
using static Register.Domain.Tests.Cast;
using static Register.Domain.Tests.FitnessToPractise.Cases;

namespace Register.Domain.Tests.FitnessToPractise;

public sealed class ImposingAnInterimOrder
{
    private static readonly ImposeInterimOrder Impose = new(Id, Order.Kind, Order.Until, Order.PublicText);

    private static readonly DecisionContext Today = FtpOfficer.On("2026-06-01");

    [Fact] // R24
    public void An_interim_order_runs_from_today() => Given(Concern).When(Impose, Today).Then(Order);

    [Fact] // R24
    public void An_interim_order_may_be_of_conditions() =>
        Given(Concern)
            .When(Impose with { Kind = InterimOrderKind.Conditions }, Today)
            .Then(Order with { Kind = InterimOrderKind.Conditions });

    [Theory] // R24
    [InlineData("2026-06-01", "2027-11-30")]
    [InlineData("2026-06-30", "2027-12-29")]
    [InlineData("2026-08-29", "2028-02-28")]
    [InlineData("2026-08-31", "2028-02-28")]
    [InlineData("2026-09-01", "2028-02-29")]
    [InlineData("2027-08-31", "2029-02-27")]
    [InlineData("2028-02-29", "2029-08-28")]
    public void An_interim_order_may_run_for_18_months(string today, string until) =>
        Given(Concern)
            .When(Impose with { Until = Day(until) }, FtpOfficer.On(today))
            .Then(Order with { From = Day(today), Until = Day(until), FirstReviewBy = Day(today).AddMonths(6) });

    [Theory] // R24
    [InlineData("2026-06-01", "2027-12-01")]
    [InlineData("2026-06-30", "2027-12-30")]
    [InlineData("2026-08-29", "2028-02-29")]
    [InlineData("2026-09-01", "2028-03-01")]
    [InlineData("2028-02-29", "2029-08-29")]
    [InlineData("2026-06-01", "9999-12-31")]
    public void An_interim_order_does_not_run_a_day_longer_than_18_months(string today, string until) =>
        Given(Concern)
            .When(Impose with { Until = Day(until) }, FtpOfficer.On(today))
            .ThenRejected("INTERIM_ORDER_TOO_LONG").As(RejectionKind.Refused).About("order.until").Naming("18 months");

    [Fact] // R24
    public void A_further_order_does_not_start_the_18_months_anew()
    {
        var full = Order with { Until = Day("2027-11-30") };
        Given(Concern, full).When(Impose with { Until = Day("2027-12-01") }, FtpOfficer.On("2027-12-01")).ThenRejected("INTERIM_ORDER_TOO_LONG");
        Given(Concern, full, Revoked("2027-06-01"))
            .When(Impose with { Until = Day("2027-12-01") }, FtpOfficer.On("2027-06-01"))
            .ThenRejected("INTERIM_ORDER_TOO_LONG");
        Given(Concern, full, Revoked("2027-06-01"))
            .When(Impose with { Until = Day("2027-11-30") }, FtpOfficer.On("2027-06-01"))
            .Then(full with { From = Day("2027-06-01"), FirstReviewBy = Day("2027-12-01") });
    }

    [Fact] // R2
    public void An_order_was_in_force_until_it_was_revoked_or_the_case_was_closed()
    {
        var revoked = Given(Concern, Order, Revoked("2026-07-01")).State;
        Assert.Equal((true, false), (revoked.HasOrderOn(Day("2026-06-30")), revoked.HasOrderOn(Day("2026-07-01"))));
        var closed = Given(Concern, Order, Closed).State;
        Assert.Equal((true, false), (closed.HasOrderOn(Day("2026-08-31")), closed.HasOrderOn(Day("2026-09-01"))));
    }

    [Theory] // R24
    [InlineData("2026-06-01", "2026-12-01")]
    [InlineData("2026-08-31", "2027-02-28")]
    [InlineData("2027-08-31", "2028-02-29")]
    public void An_interim_order_is_first_reviewed_within_6_months(string today, string review) =>
        Given(Concern)
            .When(Impose with { Until = Day(today).AddMonths(12) }, FtpOfficer.On(today))
            .Then(Order with { From = Day(today), Until = Day(today).AddMonths(12), FirstReviewBy = Day(review) });

    [Fact] // R24
    public void An_interim_order_may_end_today() =>
        Given(Concern).When(Impose with { Until = Day("2026-06-01") }, Today).Then(Order with { Until = Day("2026-06-01") });

    [Fact] // R24
    public void An_interim_order_does_not_end_before_today() =>
        Given(Concern)
            .When(Impose with { Until = Day("2026-05-31") }, Today)
            .ThenRejected("DATE_IN_PAST").As(RejectionKind.Invalid).About("order.until");

    [Theory]
    [InlineData("2026-06-01")]
    [InlineData("2026-11-30")]
    public void The_same_order_is_not_imposed_twice_while_it_is_in_force(string today) =>
        Given(Concern, Order).When(Impose, FtpOfficer.On(today)).ThenNothing();

    public static TheoryData<string> Particulars => [.. Others.Keys];

    private static readonly Dictionary<string, ImposeInterimOrder> Others = new()
    {
        ["kind"] = Impose with { Kind = InterimOrderKind.Conditions },
        ["last day"] = Impose with { Until = Order.Until.AddDays(1) },
        ["public text"] = Impose with { PublicText = "Another text." },
    };

    [Theory]
    [MemberData(nameof(Particulars))]
    public void Another_order_waits_until_the_one_in_force_is_revoked(string particular) =>
        Given(Concern, Order).When(Others[particular], Today).ThenRejected("INTERIM_ORDER_IN_FORCE").As(RejectionKind.Refused);

    [Fact]
    public void An_order_is_in_force_to_the_end_of_its_last_day() =>
        Given(Concern, Order)
            .When(Impose with { Until = Day("2027-01-31") }, FtpOfficer.On("2026-11-30"))
            .ThenRejected("INTERIM_ORDER_IN_FORCE");

    [Fact]
    public void An_order_may_follow_one_that_was_revoked_the_same_day() =>
        Given(Concern, Order, Revoked("2026-07-01"))
            .When(Impose, FtpOfficer.On("2026-07-01"))
            .Then(Order with { From = Day("2026-07-01"), FirstReviewBy = Day("2027-01-01") });

    [Fact]
    public void An_order_that_follows_a_revoked_one_is_in_force() =>
        Given(Concern, Order, Revoked("2026-07-01"), Order with { From = Day("2026-07-01"), FirstReviewBy = Day("2027-01-01") })
            .When(Impose with { Kind = InterimOrderKind.Conditions }, FtpOfficer.On("2026-07-01"))
            .ThenRejected("INTERIM_ORDER_IN_FORCE");

    [Fact]
    public void A_closed_case_makes_no_orders() =>
        Given(Concern, Closed).When(Impose, FtpOfficer.On("2026-09-02")).ThenRejected("CASE_CLOSED").As(RejectionKind.Refused);

    [Fact]
    public void An_unknown_case_is_not_found() => Given().When(Impose, Today).ThenRejected("CASE_NOT_FOUND").As(RejectionKind.NotFound);
}
