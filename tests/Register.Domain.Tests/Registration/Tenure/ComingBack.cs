using System.Collections.Immutable;
using Register.Domain.Registration;
using Register.Domain.Registration.Tenure;
using static Register.Domain.Registration.Tenure.TenureEvent;
using static Register.Domain.Tests.Cast;
using static Register.Domain.Tests.Registration.Entries;
using static Register.Domain.Tests.Registration.Tenure.TenureOf;

namespace Register.Domain.Tests.Registration.Tenure;

public sealed class ComingBack
{
    private static readonly ApplicationId Application = new(Guid.Parse("33333333-0000-4000-8000-000000000003"));
    private static readonly ApplicationId Other = new(Guid.Parse("44444444-0000-4000-8000-000000000004"));

    private static readonly (string Name, RegistrantEvent Event)[] Exits =
    [
        ("Lapsed", new Lapsed(Day("2028-02-29"))),
        ("VoluntaryRemoval", new Left(Day("2027-06-01"))),
        ("RemovedByAgreement", new RemovedByAgreement("Agreed.", "grace", Day("2027-06-01"))),
        ("StruckOff", StruckOffOn("2027-06-01")),
        ("EntryRemoved", new EntryRemoved(EntryFault.Fraudulent, "Forged.", "grace", Day("2027-06-01"))),
        ("CpdRemoval", new RemovedForCpd(Day("2026-02-28"), "Not met.", "grace", Day("2027-06-01"))),
        ("Died", new DeathRecorded(Day("2027-05-31"), "grace", Day("2027-06-01"))),
    ];

    [Theory] // R19, R20
    [InlineData("Lapsed", "ShortReadmission, Readmission")]
    [InlineData("VoluntaryRemoval", "Readmission")]
    [InlineData("RemovedByAgreement", "Restoration")]
    [InlineData("StruckOff", "Restoration")]
    [InlineData("EntryRemoved", "Readmission")]
    [InlineData("CpdRemoval", "Readmission")]
    [InlineData("Died", "")]
    public void Each_way_out_has_its_own_way_back(string exit, string waysBack)
    {
        var gone = Given(Registered, Exits.Single(e => e.Name == exit).Event);
        var open = Enum.GetValues<WayBack>().Where(way =>
        {
            // Long after, so that only the way itself is asked about.
            var problems = WaysBack.Shortfalls(gone.State, way, null, null, Day("2040-01-01"), LegalRegime.On(Day("2040-01-01")));
            return problems.All(p => p.Code != "NOT_THE_WAY_BACK");
        });
        Assert.Equal(waysBack, string.Join(", ", open));
    }

    [Theory] // R20
    [InlineData("2028-02-29")]
    [InlineData("2028-03-28")]
    public void Short_readmission_is_open_for_a_month_from_the_lapse(string day) =>
        Given(Registered, Lapse)
            .When(new ReadmitShortly(Number, true, "FEE-3"), Amara.On(day))
            .Then(new Returned(WayBack.ShortReadmission, null, Day(day), NextPeriodEnd, "FEE-3"));

    [Theory] // R20
    [InlineData("2028-03-29")]
    [InlineData("2029-01-01")]
    public void After_the_month_only_readmission_is_left(string day) =>
        Given(Registered, Lapse).When(new ReadmitShortly(Number, true, "FEE-3"), Amara.On(day)).ThenRejected("SHORT_READMISSION_OVER");

    [Theory] // R20: a lapse on 1 March
    [InlineData("2030-03-31", true)]
    [InlineData("2030-04-01", false)]
    public void A_month_from_the_first_of_March_ends_with_March(string day, bool open) =>
        Assert.Equal(open, Shortfalls(WayBack.ShortReadmission, day, RenewedOn("2028-01-01"), new Lapsed(Day("2030-03-01"))).Length == 0);

    [Fact] // R17, R20
    public void Short_readmission_names_everything_that_is_missing() =>
        Given(Registered, Lapse)
            .When(new ReadmitShortly(Number, false, ""), Amara.On("2028-03-29"))
            .ThenRejected("SHORT_READMISSION_OVER", "DECLARATION_MISSING", "FEE_REFERENCE_MISSING");

    [Fact] // R20
    public void A_lapse_that_nobody_recorded_yet_is_recorded_before_the_return() =>
        Given(Registered)
            .When(new ReadmitShortly(Number, true, "FEE-3"), Amara.On("2028-03-01"))
            .Then(Lapse, new Returned(WayBack.ShortReadmission, null, Day("2028-03-01"), NextPeriodEnd, "FEE-3"));

    [Theory] // R20
    [InlineData("2029-06-01", 0)] // two years away
    [InlineData("2029-06-02", 30)]
    [InlineData("2032-06-01", 30)] // five years
    [InlineData("2032-06-02", 60)]
    public void The_longer_away_the_more_updating(string appliedOn, int days) =>
        Assert.Equal(days, Updating.DaysNeeded(Day("2027-06-01"), Day(appliedOn), LegalRegime.On(Day(appliedOn))));

    [Theory] // R20: away since the leap day
    [InlineData("2030-02-28", 0)]
    [InlineData("2030-03-01", 30)]
    [InlineData("2033-02-28", 30)]
    [InlineData("2033-03-01", 60)]
    public void Years_away_since_the_leap_day_are_over_on_the_28th_of_February(string appliedOn, int days) =>
        Assert.Equal(days, Updating.DaysNeeded(LapseDay, Day(appliedOn), LegalRegime.On(Day(appliedOn))));

    [Fact] // R20
    public void Readmission_after_three_years_takes_thirty_days_of_updating()
    {
        var problem = Assert.Single(Shortfalls(WayBack.Readmission, "2030-06-01", new Left(Day("2027-06-01"))));
        Assert.Equal("UPDATING_REQUIRED", problem.Code);
        Assert.Contains("210 hours", problem.Message, StringComparison.Ordinal);
    }

    [Theory] // R20
    [InlineData("2032-05-31", "RESTORATION_TOO_SOON, UPDATING_REQUIRED")] // 4 years 364 days
    [InlineData("2032-06-01", "UPDATING_REQUIRED")]
    public void Restoration_is_not_open_before_five_years(string appliedOn, string codes) =>
        Assert.Equal(codes, string.Join(", ", Shortfalls(WayBack.Restoration, appliedOn, StruckOffOn("2027-06-01")).Select(p => p.Code)));

    [Theory] // R20
    [InlineData("2034-05-31", false)]
    [InlineData("2034-06-01", true)]
    public void One_application_for_restoration_is_heard_in_twelve_months(string appliedOn, bool heard)
    {
        var codes = Shortfalls(WayBack.Restoration, appliedOn, StruckOffOn("2027-06-01"), new RestorationApplied(Other, Day("2033-06-01"))).Select(p => p.Code);
        Assert.Equal(!heard, codes.Contains("RESTORATION_APPLIED_FOR"));
    }

    [Fact] // R20
    public void An_application_for_restoration_does_not_stand_in_its_own_way()
    {
        var state = Given(Registered, StruckOffOn("2027-06-01"), new RestorationApplied(Application, Day("2033-06-01"))).State;
        var problems = WaysBack.Shortfalls(state, WayBack.Restoration, Enough("2033-06-01"), null, Day("2033-06-01"), LegalRegime.On(Day("2033-06-01")), Application);
        Assert.Empty(problems);
    }

    [Theory] // R16, R17, R20
    [InlineData("2033-03-10", "2034-02-28")]
    [InlineData("2034-02-28", "2034-02-28")]
    [InlineData("2036-02-29", "2038-02-28")]
    public void Who_returns_has_the_same_number_up_to_the_next_renewal_date(string from, string periodEnd)
    {
        var returned = new Returned(WayBack.Restoration, Application, Day(from), Day(periodEnd));
        Given(Registered, StruckOffOn("2027-06-01"))
            .When(new ReturnToRegister(Number, WayBack.Restoration, Application, Day(from)), Actor.Register.On(from))
            .Then(returned);
        var state = Given(Registered, StruckOffOn("2027-06-01"), returned).State;
        Assert.Equal(new StatusInterval(StatusWord.Registered, null, Day(from), Day(periodEnd)), state.StatusOn(from));
        Assert.Equal(NotRegisteredReason.StruckOff, EntryStatus.On(Day(from).AddDays(-1), state).Reason);
    }

    [Fact] // R19
    public void Nobody_returns_by_another_way_than_their_own() =>
        Given(Registered, StruckOffOn("2027-06-01"))
            .When(new ReturnToRegister(Number, WayBack.Readmission, Application, Day("2033-01-01")), Actor.Register.On("2033-01-01"))
            .ThenRejected("NOT_THE_WAY_BACK");

    [Fact]
    public void Who_never_left_does_not_return() =>
        Given(Registered)
            .When(new ReturnToRegister(Number, WayBack.Readmission, Application, Day("2027-01-01")), Actor.Register.On("2027-01-01"))
            .ThenRejected("STILL_REGISTERED");

    [Fact]
    public void A_granted_return_happens_once() =>
        Given(Registered, Lapse, new Returned(WayBack.Readmission, Application, Day("2028-06-01"), NextPeriodEnd))
            .When(new ReturnToRegister(Number, WayBack.Readmission, Application, Day("2028-06-01")), Actor.Register.On("2028-06-02"))
            .ThenNothing();

    [Fact]
    public void Nobody_returns_who_was_never_entered() =>
        Given().When(new ReturnToRegister(Number, WayBack.Readmission, Application, Day("2027-01-01")), Actor.Register.On("2027-01-01"))
            .ThenRejected("REGISTRANT_NOT_FOUND").As(RejectionKind.NotFound);

    private static UpdatingRecord Enough(string appliedOn) =>
        new([new(UpdatingKind.FormalStudy, 420, Day(appliedOn).AddMonths(-6), Day(appliedOn).AddDays(-1))], null);

    private static ImmutableArray<Rejection> Shortfalls(WayBack way, string appliedOn, params RegistrantEvent[] since) =>
        WaysBack.Shortfalls(Given([Registered, .. since]).State, way, null, null, Day(appliedOn), LegalRegime.On(Day(appliedOn)));
}
