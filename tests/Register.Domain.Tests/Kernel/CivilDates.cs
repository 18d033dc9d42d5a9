using System.Globalization;
using CsCheck;
using static Register.Domain.Tests.Cast;

namespace Register.Domain.Tests.Kernel;

public sealed class CivilDates
{
    [Theory] // R1
    [InlineData("2026-07-01T22:59:59Z", "2026-07-01")]
    [InlineData("2026-07-01T23:00:00Z", "2026-07-02")]
    [InlineData("2026-07-01T23:30:00Z", "2026-07-02")]
    public void In_summer_the_day_in_London_starts_at_eleven_in_the_evening_UTC(string instant, string date) =>
        Assert.Equal(Day(date), CivilTime.DateIn(Instant(instant)));

    [Theory] // R1
    [InlineData("2026-01-01T23:59:59Z", "2026-01-01")]
    [InlineData("2026-01-02T00:00:00Z", "2026-01-02")]
    public void In_winter_the_day_in_London_is_the_day_in_UTC(string instant, string date) =>
        Assert.Equal(Day(date), CivilTime.DateIn(Instant(instant)));

    [Theory] // R1
    [InlineData("2026-03-28T23:30:00Z", "2026-03-28")]
    [InlineData("2026-03-29T00:59:59Z", "2026-03-29")]
    [InlineData("2026-03-29T01:00:00Z", "2026-03-29")]
    [InlineData("2026-03-29T22:59:59Z", "2026-03-29")]
    [InlineData("2026-03-29T23:00:00Z", "2026-03-30")]
    public void The_day_the_clocks_go_forward_is_an_hour_short(string instant, string date) =>
        Assert.Equal(Day(date), CivilTime.DateIn(Instant(instant)));

    [Theory] // R1
    [InlineData("2026-10-24T22:59:59Z", "2026-10-24")]
    [InlineData("2026-10-24T23:00:00Z", "2026-10-25")]
    [InlineData("2026-10-25T00:30:00Z", "2026-10-25")]
    [InlineData("2026-10-25T23:30:00Z", "2026-10-25")]
    [InlineData("2026-10-26T00:00:00Z", "2026-10-26")]
    public void The_day_the_clocks_go_back_is_an_hour_long(string instant, string date) =>
        Assert.Equal(Day(date), CivilTime.DateIn(Instant(instant)));

    [Fact] // R1
    public void The_offset_an_instant_is_written_with_does_not_change_its_date() =>
        (from minutes in Gen.Int[0, 20 * 366 * 24 * 60]
         from offset in Gen.Int[-14, 14]
         select (Instant: NoonOf("2020-01-01").AddMinutes(minutes), Offset: TimeSpan.FromHours(offset)))
        .Sample(s => CivilTime.DateIn(s.Instant.ToOffset(s.Offset)) == CivilTime.DateIn(s.Instant));

    [Fact] // R1
    public void A_decision_is_made_on_the_date_in_London() =>
        Assert.Equal(Day("2026-07-02"), new DecisionContext(Instant("2026-07-01T23:30:00Z"), Amara).Today);

    private static DateTimeOffset Instant(string iso) => DateTimeOffset.Parse(iso, CultureInfo.InvariantCulture);
}
