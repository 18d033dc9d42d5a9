using Register.Domain.Apprenticeships;
using static Register.Domain.Tests.Apprenticeships.Apprentices;
using static Register.Domain.Tests.Cast;

namespace Register.Domain.Tests.Apprenticeships;

public sealed class RecordingHours
{
    [Fact]
    public void Hours_of_a_period_are_recorded() => Given(Enrolled).When(Record(Hours(600, 130)), Today).Then(Hours(600, 130));

    [Fact]
    public void The_same_hours_again_change_nothing() =>
        Given(Enrolled, Hours(600, 130), Gateway).When(Record(Hours(600, 130)), Today).ThenNothing();

    [Fact]
    public void A_period_may_begin_the_day_after_another() =>
        Given(Enrolled, Hours(600, 130)).When(Record(Second(Start.AddDays(100))), Today).Then(Second(Start.AddDays(100)));

    [Fact]
    public void A_period_does_not_share_a_day_with_another() =>
        Given(Enrolled, Hours(600, 130)).When(Record(Second(Start.AddDays(99))), Today).ThenRejected("PERIOD_RECORDED").About("period_start");

    [Fact]
    public void Hours_are_recorded_up_to_today() =>
        Given(Enrolled).When(Record(Hours(Start, Today.Today, 600, 130)), Today).Then(Hours(Start, Today.Today, 600, 130));

    [Fact]
    public void Hours_are_not_recorded_up_to_tomorrow() =>
        Given(Enrolled).When(Record(Hours(Start, Today.Today.AddDays(1), 600, 130)), Today).ThenRejected("HOURS_IN_THE_FUTURE");

    [Fact]
    public void Hours_before_the_start_are_not_recorded() =>
        Given(Enrolled).When(Record(Hours(Start.AddDays(-1), Start, 10, 10)), Today).ThenRejected("BEFORE_THE_START");

    [Fact]
    public void A_day_has_twenty_four_hours_at_most() =>
        Given(Enrolled).When(Record(Hours(Start, Start, 24, 24)), Today).Then(Hours(Start, Start, 24, 24));

    [Theory]
    [InlineData(25, 0, "TOO_MANY")]
    [InlineData(0, 0, "NOT_POSITIVE")]
    [InlineData(7, 8, "NOT_A_PART")]
    [InlineData(7, -1, "NOT_A_PART")]
    public void Hours_that_cannot_be_are_refused(int working, int offTheJob, string code) =>
        Given(Enrolled).When(Record(Hours(Start, Start, working, offTheJob)), Today).ThenRejected(code).As(RejectionKind.Invalid);

    [Fact]
    public void A_period_does_not_end_before_it_starts() =>
        Given(Enrolled).When(Record(Hours(Start.AddDays(1), Start, 7, 1)), Today).ThenRejected("INTERVAL_EMPTY");

    [Fact]
    public void Hours_are_not_added_after_the_gateway() =>
        Given(Enrolled, Hours(1000, 200), Gateway).When(Record(Second(Start.AddDays(100))), Today).ThenRejected("GATEWAY_PASSED");

    [Fact]
    public void For_another_provider_the_apprenticeship_does_not_exist() =>
        Given(Enrolled).When(Record(Hours(600, 130)), Cardiff.On("2024-07-01")).ThenRejected("APPRENTICESHIP_NOT_FOUND").As(RejectionKind.NotFound);

    [Fact]
    public void Hours_of_nobody_are_not_recorded() =>
        Given().When(Record(Hours(600, 130)), Today).ThenRejected("APPRENTICESHIP_NOT_FOUND").As(RejectionKind.NotFound);

    private static ApprenticeshipEvent.HoursRecorded Second(DateOnly from) => Hours(from, from.AddDays(50), 300, 60);
}
