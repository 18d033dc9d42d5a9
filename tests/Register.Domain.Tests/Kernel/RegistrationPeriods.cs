using CsCheck;
using static Register.Domain.Tests.Cast;

namespace Register.Domain.Tests.Kernel;

public sealed class RegistrationPeriods
{
    [Theory] // R17
    [InlineData("2026-02-27", "2026-02-28")]
    [InlineData("2026-02-28", "2026-02-28")]
    [InlineData("2026-03-01", "2028-02-28")]
    [InlineData("2026-03-02", "2028-02-28")]
    [InlineData("2027-02-28", "2028-02-28")]
    [InlineData("2027-12-31", "2028-02-28")]
    [InlineData("2028-02-28", "2028-02-28")]
    [InlineData("2028-03-01", "2030-02-28")]
    [InlineData("2040-06-15", "2042-02-28")]
    public void A_period_ends_on_the_next_renewal_date_that_day_included(string date, string end) => Ends(date, end);

    [Fact] // R17
    public void The_29th_of_February_belongs_to_the_period_after_the_renewal_date() => Ends("2028-02-29", "2030-02-28");

    [Theory] // R17
    [InlineData("2026-01-31", "2026-02-28")]
    [InlineData("2025-03-01", "2026-02-28")]
    [InlineData("2024-03-01", "2026-02-28")]
    [InlineData("2024-02-29", "2026-02-28")]
    [InlineData("2024-02-28", "2024-02-28")]
    [InlineData("2024-01-01", "2024-02-28")]
    [InlineData("2022-02-28", "2022-02-28")]
    [InlineData("1999-12-31", "2000-02-28")]
    public void Renewal_dates_are_counted_back_as_well(string date, string end) => Ends(date, end);

    [Fact] // R17
    public void A_period_is_the_first_to_end_on_or_after_a_date() =>
        Days.Sample(day =>
        {
            var regime = LegalRegime.On(day);
            var end = regime.PeriodEnd(day);
            Assert.True(end >= day);
            Assert.True(end.AddMonths(-24) < day);
            Assert.Equal((28, 2, 0), (end.Day, end.Month, end.Year % 2));
        });

    [Fact] // R17
    public void Every_day_of_a_period_has_the_same_end() =>
        Days.Sample(day =>
        {
            var regime = LegalRegime.On(day);
            Assert.Equal(regime.PeriodEnd(day), regime.PeriodEnd(regime.PeriodEnd(day)));
            Assert.Equal(regime.PeriodEnd(day).AddMonths(24), regime.PeriodEnd(regime.PeriodEnd(day).AddDays(1)));
        });

    private static readonly Gen<DateOnly> Days = Gen.Int[-40_000, 40_000].Select(days => Day("2026-02-28").AddDays(days));

    private static void Ends(string date, string end) => Assert.Equal(Day(end), LegalRegime.On(Day(date)).PeriodEnd(Day(date)));
}
