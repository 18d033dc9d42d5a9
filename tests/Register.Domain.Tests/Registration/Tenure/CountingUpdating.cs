using System.Collections.Immutable;
using CsCheck;
using Register.Domain.FitnessToPractise;
using Register.Domain.Registration;
using Register.Domain.Registration.Tenure;
using static Register.Domain.Registration.Tenure.TenureEvent;
using static Register.Domain.Tests.Cast;
using static Register.Domain.Tests.Registration.Entries;
using static Register.Domain.Tests.Registration.Tenure.TenureOf;

namespace Register.Domain.Tests.Registration.Tenure;

public sealed class CountingUpdating
{
    private static readonly DateOnly AppliedOn = Day("2031-06-01");
    private static readonly RegistrationNumber Signer = new(12);

    [Theory] // R20
    [InlineData(209, "UPDATING_TOO_SHORT")]
    [InlineData(210, "")]
    public void Thirty_days_are_210_hours(int hours, string codes) => Codes(30, Study(hours)).Is(codes);

    [Theory] // R20
    [InlineData(419, "UPDATING_TOO_SHORT")]
    [InlineData(420, "")]
    public void Sixty_days_are_420_hours(int hours, string codes) => Codes(60, Study(hours)).Is(codes);

    [Theory] // R20
    [InlineData(105, 105, "")]
    [InlineData(104, 106, "UPDATING_TOO_SHORT, TOO_MUCH_PRIVATE_STUDY")]
    [InlineData(1, 210, "UPDATING_TOO_SHORT, TOO_MUCH_PRIVATE_STUDY")]
    [InlineData(105, 300, "")]
    public void Private_study_counts_for_at_most_half(int formal, int @private, string codes) =>
        Codes(30, Study(formal), new(UpdatingKind.PrivateStudy, @private, Day("2031-01-01"), Day("2031-03-01"))).Is(codes);

    [Theory] // R20
    [InlineData("2030-06-01", "")]
    [InlineData("2030-05-31", "UPDATING_TOO_SHORT, UPDATING_OUTSIDE_TIME")]
    public void Updating_is_done_within_the_twelve_months_before(string from, string codes) =>
        Codes(30, new UpdatingActivity(UpdatingKind.FormalStudy, 210, Day(from), Day("2030-08-01"))).Is(codes);

    [Theory] // R20
    [InlineData("2031-06-01", "")]
    [InlineData("2031-06-02", "UPDATING_TOO_SHORT, UPDATING_OUTSIDE_TIME")]
    public void Updating_is_done_when_the_application_is_made(string to, string codes) =>
        Codes(30, new UpdatingActivity(UpdatingKind.FormalStudy, 210, Day("2031-01-01"), Day(to))).Is(codes);

    [Fact] // R20
    public void No_updating_is_needed_for_no_days() => Assert.Empty(Shortfalls(0, null, null));

    [Fact] // R20
    public void Everything_wrong_is_said_at_once() =>
        Codes(
                30,
                new(UpdatingKind.FormalStudy, 0, Day("2031-01-01"), Day("2031-01-02")),
                new(UpdatingKind.FormalStudy, 49, Day("2031-01-01"), Day("2031-01-02")),
                new(UpdatingKind.FormalStudy, 5, Day("2031-01-02"), Day("2031-01-01")),
                new(UpdatingKind.FormalStudy, 5, Day("2020-01-01"), Day("2020-01-02")),
                new(UpdatingKind.SupervisedPractice, 7, Day("2031-01-01"), Day("2031-01-02")))
            .Is("NO_HOURS, MORE_HOURS_THAN_THE_DAYS_HAVE, ENDS_BEFORE_IT_BEGINS, UPDATING_TOO_SHORT, UPDATING_OUTSIDE_TIME, SUPERVISION_NOT_SIGNED");

    [Theory] // R20
    [InlineData("2031-01-09", 216, 0, "")] // nine days of 24 hours
    [InlineData("2031-01-09", 215, 1, "")]
    [InlineData("2031-01-09", 216, 1, "MORE_HOURS_THAN_THE_DAYS_HAVE")]
    [InlineData("2031-01-09", 120, 100, "MORE_HOURS_THAN_THE_DAYS_HAVE")]
    [InlineData("2031-01-10", 120, 100, "")]
    public void Hours_of_one_day_are_not_more_than_a_day_has_whatever_they_are_of(string to, int first, int second, string codes) =>
        Codes(
                30,
                [
                    new(UpdatingKind.FormalStudy, first, Day("2031-01-01"), Day(to)),
                    .. second == 0 ? [] : new[] { new UpdatingActivity(UpdatingKind.FormalStudy, second, Day("2031-01-01"), Day(to)) },
                ])
            .Is(codes);

    [Theory] // R20
    [InlineData("2031-01-04", "MORE_HOURS_THAN_THE_DAYS_HAVE")]
    [InlineData("2031-01-05", "")]
    public void Days_that_are_free_make_up_for_days_that_are_full_only_where_an_activity_has_them(string to, string codes) =>
        Codes(
                30,
                new(UpdatingKind.FormalStudy, 72, Day("2031-01-02"), Day("2031-01-04")),
                new(UpdatingKind.FormalStudy, 48, Day("2031-01-01"), Day(to)),
                Study(210))
            .Is(codes);

    [Fact] // R20
    public void Hours_fit_exactly_when_no_days_have_more_of_them_within_than_they_have_hours() =>
        Gen.Select(Gen.Int[1, 60], Gen.Int[0, 4], Gen.Int[0, 4]).Array[1, 5].Sample(drawn =>
        {
            UpdatingActivity[] activities = [.. drawn
                .Select(d => (Hours: Math.Min(d.Item1, 24 * (d.Item3 + 1)), From: Day("2031-01-01").AddDays(d.Item2), Days: d.Item3))
                .Select(d => new UpdatingActivity(UpdatingKind.FormalStudy, d.Hours, d.From, d.From.AddDays(d.Days)))];
            var tooMany = activities.SelectMany(a => activities.Select(b => (a.From, b.To)))
                .Where(days => days.From <= days.To)
                .Any(days => activities.Where(a => days.From <= a.From && a.To <= days.To).Sum(a => a.Hours)
                    > 24 * (days.To.DayNumber - days.From.DayNumber + 1));
            Assert.Equal(tooMany, Shortfalls(1, activities, null).Any(p => p.Code == "MORE_HOURS_THAN_THE_DAYS_HAVE"));
        });

    [Theory] // R20: registered from 10 March 2026 on
    [InlineData("2029-03-09", false)]
    [InlineData("2029-03-10", true)]
    public void Who_signs_has_been_on_the_register_for_three_years(string appliedOn, bool eligible) =>
        Assert.Equal(eligible, Signed(appliedOn, RenewedOn("2028-01-01")));

    [Fact] // R20
    public void Who_came_back_counts_the_three_years_anew() =>
        Assert.False(Signed("2031-02-28", Lapse, new Returned(WayBack.ShortReadmission, null, Day("2028-03-01"), NextPeriodEnd)));

    [Theory] // R20
    [InlineData("2029-06-01", true)]
    [InlineData("2029-06-02", false)]
    [InlineData("2029-08-31", false)]
    [InlineData("2029-09-01", true)]
    public void Who_signs_has_no_open_case(string appliedOn, bool eligible) =>
        Assert.Equal(eligible, Signed(appliedOn, RenewedOn("2028-01-01"), Held("2029-06-02"), Released("2029-09-01")));

    [Fact] // R20
    public void Who_signs_is_under_no_restriction() =>
        Assert.False(Signed("2029-06-02", RenewedOn("2028-01-01"), Placed(Conditions("2029-06-01", "2029-06-30"))));

    [Theory] // R20: a caution is a sanction too, though it holds and limits nobody
    [InlineData(SanctionKind.Caution, "2029-06-30", false)]
    [InlineData(SanctionKind.Caution, "2029-07-01", true)]
    [InlineData(SanctionKind.Conditions, "2029-06-30", false)]
    public void Who_signs_is_under_no_sanction(SanctionKind kind, string appliedOn, bool eligible) =>
        Assert.Equal(eligible, Signed(appliedOn, RenewedOn("2028-01-01"), Recorded(Open("2026-03-20", "2026-04-30").With(Sanction(kind, "2026-06-01", "2029-06-30")))));

    [Fact] // R20
    public void Who_is_off_the_register_signs_nothing() => Assert.False(Signed("2029-06-02", Lapse));

    [Fact] // R20
    public void Nobody_signs_for_themself()
    {
        var supervisor = Given(Registered, RenewedOn("2028-01-01")).State;
        var problems = Updating.Shortfalls(Supervised("2029-06-01"), 30, supervisor, Day("2029-06-01"), LegalRegime.On(Day("2029-06-01")), Signer);
        Assert.Equal("SIGNED_FOR_ONESELF", Assert.Single(problems).Code);
    }

    [Fact] // R28
    public void Why_somebody_may_not_sign_is_not_told_to_another()
    {
        var on = Day("2029-06-02");
        var open = Given(Registered, RenewedOn("2028-01-01"), Held("2029-06-01")).State;
        var gone = Given(Registered, Lapse).State;
        Assert.Equal(
            Updating.Shortfalls(Supervised("2029-06-02"), 30, gone, on, LegalRegime.On(on)).AsEnumerable(),
            Updating.Shortfalls(Supervised("2029-06-02"), 30, open, on, LegalRegime.On(on)));
    }

    [Fact] // R20
    public void More_hours_never_make_it_worse() =>
        Gen.Select(Gen.Int[0, 300], Gen.Int[0, 300], Gen.Int[1, 100]).Sample((formal, @private, more) =>
        {
            bool Enough(int f, int p) => Shortfalls(30, [Study(f + 1), new(UpdatingKind.PrivateStudy, p + 1, Day("2031-01-01"), Day("2031-03-01"))], null).IsEmpty;
            Assert.True(!Enough(formal, @private) || (Enough(formal + more, @private) && Enough(formal, @private + more)));
        });

    private static UpdatingActivity Study(int hours) => new(UpdatingKind.FormalStudy, hours, Day("2031-01-01"), Day("2031-05-31"));

    private static UpdatingRecord Supervised(string appliedOn) =>
        new([new(UpdatingKind.SupervisedPractice, 210, Day(appliedOn).AddMonths(-3), Day(appliedOn).AddDays(-1))], Signer);

    private static bool Signed(string appliedOn, params RegistrantEvent[] supervisor)
    {
        var problems = Updating.Shortfalls(
            Supervised(appliedOn), 30, Given([Registered, .. supervisor]).State, Day(appliedOn), LegalRegime.On(Day(appliedOn)));
        Assert.All(problems, p => Assert.Equal("SUPERVISOR_NOT_ELIGIBLE", p.Code));
        return problems.IsEmpty;
    }

    private static ImmutableArray<Rejection> Shortfalls(int days, UpdatingActivity[]? activities, RegistrationNumber? signedBy) =>
        Updating.Shortfalls(activities is null ? null : new([.. activities], signedBy), days, null, AppliedOn, LegalRegime.On(AppliedOn));

    private static Found Codes(int days, params UpdatingActivity[] activities) => new(Shortfalls(days, activities, null));

    private sealed record Found(ImmutableArray<Rejection> Problems)
    {
        public void Is(string codes) => Assert.Equal(codes, string.Join(", ", Problems.Select(p => p.Code)));
    }
}
