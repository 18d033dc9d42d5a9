using Register.Domain.FitnessToPractise;
using static Register.Domain.Tests.Cast;
using static Register.Domain.Tests.FitnessToPractise.Cases;

namespace Register.Domain.Tests.FitnessToPractise;

public sealed class RaisingAConcern
{
    private static readonly RaiseConcern Raise = new(
        Id, Registrant, Concern.Ground, Concern.Concern, Concern.ReceivedOn);

    private static readonly NamedRegistrant Unknown = Registrant with { Subject = null };

    private static readonly DecisionContext Today = FtpOfficer.On("2026-06-01");

    [Fact]
    public void A_concern_about_a_registrant_opens_a_case() => Given().When(Raise, Today).Then(Concern);

    [Fact]
    public void A_concern_is_raised_once() => Given(Concern).When(Raise with { Concern = "Another." }, Today).ThenNothing();

    [Fact]
    public void A_closed_case_is_not_opened_again_by_the_same_concern() =>
        Given(Concern, Closed)
            .When(Raise, FtpOfficer.On("2026-10-01"))
            .ThenNothing();

    [Fact]
    public void A_concern_may_be_received_today() =>
        Given().When(Raise with { ReceivedOn = Day("2026-06-01") }, Today).Then(Concern with { ReceivedOn = Day("2026-06-01") });

    [Fact]
    public void A_concern_is_not_received_tomorrow() =>
        Given()
            .When(Raise with { ReceivedOn = Day("2026-06-02") }, Today)
            .ThenRejected("DATE_IN_FUTURE").As(RejectionKind.Invalid).About("case.received_on");

    [Fact] // R1
    public void Tomorrow_starts_at_midnight_in_London()
    {
        var evening = new DateTimeOffset(2026, 6, 1, 23, 30, 0, TimeSpan.Zero);
        Given()
            .When(Raise with { ReceivedOn = Day("2026-06-02") }, new DecisionContext(evening, FtpOfficer))
            .Then(Concern with { ReceivedOn = Day("2026-06-02"), At = evening });
    }

    [Fact]
    public void A_concern_is_about_somebody_on_the_register() =>
        Given()
            .When(Raise with { Registrant = Unknown }, Today)
            .ThenRejected("REGISTRANT_UNKNOWN").As(RejectionKind.Refused).About("case.registrant");

    [Fact]
    public void Everything_wrong_with_a_concern_is_said_at_once() =>
        Given()
            .When(Raise with { Registrant = Unknown, ReceivedOn = Day("2026-06-02") }, Today)
            .ThenRejected("REGISTRANT_UNKNOWN", "DATE_IN_FUTURE");
}
