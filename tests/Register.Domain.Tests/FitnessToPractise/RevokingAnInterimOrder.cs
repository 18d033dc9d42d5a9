using Register.Domain.FitnessToPractise;
using static Register.Domain.Tests.Cast;
using static Register.Domain.Tests.FitnessToPractise.Cases;

namespace Register.Domain.Tests.FitnessToPractise;

public sealed class RevokingAnInterimOrder
{
    private static readonly RevokeInterimOrder Revoke = new(Id);

    [Theory] // R24
    [InlineData("2026-06-01")]
    [InlineData("2026-07-01")]
    [InlineData("2026-11-30")]
    public void An_order_in_force_is_revoked_today(string today) =>
        Given(Concern, Order).When(Revoke, FtpOfficer.On(today)).Then(Revoked(today));

    [Fact]
    public void An_order_is_not_revoked_twice() =>
        Given(Concern, Order, Revoked("2026-07-01")).When(Revoke, FtpOfficer.On("2026-07-02")).ThenNothing();

    [Fact]
    public void An_order_that_follows_a_revoked_one_can_be_revoked_too() =>
        Given(Concern, Order, Revoked("2026-07-01"), Order with { From = Day("2026-07-02") })
            .When(Revoke, FtpOfficer.On("2026-07-03"))
            .Then(Revoked("2026-07-03"));

    [Fact]
    public void An_order_that_has_run_out_is_not_in_force() =>
        Given(Concern, Order).When(Revoke, FtpOfficer.On("2026-12-01")).ThenRejected("NO_INTERIM_ORDER").As(RejectionKind.Refused);

    [Fact]
    public void A_case_without_an_order_has_none_to_revoke() =>
        Given(Concern).When(Revoke, FtpOfficer.On("2026-07-01")).ThenRejected("NO_INTERIM_ORDER").As(RejectionKind.Refused);

    [Fact]
    public void The_order_of_a_closed_case_ended_with_it() =>
        Given(Concern, Order, Closed).When(Revoke, FtpOfficer.On("2026-09-02")).ThenRejected("CASE_CLOSED").As(RejectionKind.Refused);

    [Fact]
    public void A_closed_case_without_an_order_is_closed() =>
        Given(Concern, Closed).When(Revoke, FtpOfficer.On("2026-09-02")).ThenRejected("CASE_CLOSED");

    [Fact]
    public void An_order_revoked_before_the_case_closed_is_not_revoked_again() =>
        Given(Concern, Order, Revoked("2026-07-01"), Closed).When(Revoke, FtpOfficer.On("2026-09-02")).ThenNothing();

    [Fact]
    public void An_unknown_case_is_not_found() =>
        Given().When(Revoke, FtpOfficer.On("2026-07-01")).ThenRejected("CASE_NOT_FOUND").As(RejectionKind.NotFound);
}
