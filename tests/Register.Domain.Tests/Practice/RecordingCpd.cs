using Register.Domain.Practice;
using static Register.Domain.Tests.Cast;
using static Register.Domain.Tests.Practice.Facts;

namespace Register.Domain.Tests.Practice;

public sealed class RecordingCpd
{
    private static readonly CpdRecord Study = new(Day("2026-06-01"), 3.5m, CpdKind.SelfDirected, "Read the new guideline; we scan earlier now.");

    private static readonly RecordCpd Record = new(Owner, Study);

    [Fact]
    public void A_registrant_records_their_own() =>
        Given().When(Record, Amara.On("2026-06-01")).Then(new PracticeEvent.CpdRecorded(Study, NoonOf("2026-06-01")));

    [Fact]
    public void Nobody_records_it_for_them()
    {
        Given().When(Record, FirstOfficer.On("2026-06-01")).ThenRejected("REGISTRANT_NOT_FOUND").As(RejectionKind.NotFound);
        Given().When(Record, Bryn.On("2026-06-01")).ThenRejected("REGISTRANT_NOT_FOUND").As(RejectionKind.NotFound);
    }

    [Fact]
    public void It_is_not_recorded_before_its_day() =>
        Given().When(Record, Amara.On("2026-05-31")).ThenRejected("IN_THE_FUTURE").About("record.on");

    [Theory]
    [InlineData("0")]
    [InlineData("24.25")]
    [InlineData("1.234")]
    public void A_day_has_24_hours(string hours) =>
        Given().When(
                Record with { Record = Study with { Hours = decimal.Parse(hours, System.Globalization.CultureInfo.InvariantCulture) } },
                Amara.On("2026-06-01"))
            .ThenRejected("NOT_HOURS_OF_A_DAY").About("record.hours");

    [Fact]
    public void The_same_record_again_does_nothing() =>
        Given(new PracticeEvent.CpdRecorded(Study, NoonOf("2026-06-01"))).When(Record, Amara.On("2026-06-02")).ThenNothing();
}
