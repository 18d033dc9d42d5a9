using Register.Domain.FitnessToPractise;
using static Register.Domain.Tests.Cast;
using static Register.Domain.Tests.FitnessToPractise.Cases;

namespace Register.Domain.Tests.FitnessToPractise;

public sealed class ClosingACase
{
    private static readonly CloseCase Close = new(Id, Closed.Reasons);

    private static readonly DecisionContext Today = FtpOfficer.On("2026-09-01");

    [Fact]
    public void A_case_is_closed_today_with_reasons() => Given(Concern).When(Close, Today).Then(Closed);

    [Fact] // R24
    public void A_case_with_an_order_in_force_is_closed_and_the_order_ends_with_it() =>
        Given(Concern, Order)
            .When(Close, Today)
            .Then(Closed);

    [Fact]
    public void A_case_is_not_closed_twice() =>
        Given(Concern, Closed).When(Close with { Reasons = "Others." }, FtpOfficer.On("2026-09-02")).ThenNothing();

    [Fact]
    public void An_unknown_case_is_not_found() => Given().When(Close, Today).ThenRejected("CASE_NOT_FOUND").As(RejectionKind.NotFound);
}
