using Register.Domain.Applications;
using Register.Domain.FitnessToPractise;
using Register.Domain.Registration;
using Register.Domain.Registration.Tenure;
using Register.Domain.Tests.Registration.Tenure;
using static Register.Domain.Registration.Tenure.TenureEvent;
using static Register.Domain.Tests.Cast;
using static Register.Domain.Tests.Registration.Entries;

namespace Register.Domain.Tests.Registration;

public sealed class SanctionsOverTime
{
    private static readonly ApplicationId Application = new(Guid.Parse("33333333-0000-4000-8000-000000000003"));

    [Theory] // R2, R25, R26, R32
    [InlineData(SanctionKind.Caution, StatusWord.RegisteredWithCaution)]
    [InlineData(SanctionKind.Conditions, StatusWord.RegisteredWithConditions)]
    [InlineData(SanctionKind.Suspension, StatusWord.Suspended)]
    public void A_sanction_holds_from_its_first_to_its_last_day(SanctionKind kind, StatusWord status)
    {
        var state = Given(Registered, Recorded(Open("2026-03-20").With(Sanction(kind, "2026-06-01", "2026-11-30")))).State;
        Assert.Equal(StatusWord.Registered, state.StatusOn("2026-05-31").Status);
        Assert.Equal(new StatusInterval(status, null, Day("2026-06-01"), Day("2026-11-30")), state.StatusOn("2026-06-01"));
        Assert.Equal(status, state.StatusOn("2026-11-30").Status);
        Assert.Equal(StatusWord.Registered, state.StatusOn("2026-12-01").Status);
    }

    [Theory] // R2, R19, R26: the entry is off the register whether or not anything ran that day
    [InlineData(SanctionKind.StrikingOff, NotRegisteredReason.StruckOff)]
    [InlineData(SanctionKind.RemovalByAgreement, NotRegisteredReason.RemovedByAgreement)]
    [InlineData(SanctionKind.EntryRemoval, NotRegisteredReason.Removed)]
    public void A_removal_takes_the_entry_off_on_its_first_day(SanctionKind kind, NotRegisteredReason reason)
    {
        var state = Removed(kind, "2026-06-01");
        Assert.Equal(StatusWord.Registered, state.StatusOn("2026-05-31").Status);
        Assert.Equal(new StatusInterval(StatusWord.NotRegistered, reason, Day("2026-06-01"), null), state.StatusOn("2026-06-01"));
        Assert.Equal(reason, state.StatusOn("2090-01-01").Reason);
    }

    [Fact] // R26
    public void A_sanction_that_waits_for_an_appeal_changes_nothing_yet()
    {
        var state = Given(Registered, Recorded(Open("2026-03-20").With(Sanction(SanctionKind.StrikingOff, null)))).State;
        Assert.Equal(StatusWord.Registered, state.StatusOn("2027-01-01").Status);
        var dismissed = state.Evolve(Recorded(Open("2026-03-20", "2026-08-31").With(Sanction(SanctionKind.StrikingOff, "2026-09-01"))));
        Assert.Equal(StatusWord.Registered, dismissed.StatusOn("2026-08-31").Status);
        Assert.Equal(NotRegisteredReason.StruckOff, dismissed.StatusOn("2026-09-01").Reason);
        var allowed = state.Evolve(Recorded(Open("2026-03-20", "2026-08-31")));
        Assert.Equal(StatusWord.Registered, allowed.StatusOn("2026-09-01").Status);
    }

    [Theory] // R26: pending from the day the registrant is told to the day before it takes effect
    [InlineData("2026-04-30", false)]
    [InlineData("2026-05-01", true)]
    [InlineData("2026-05-29", true)]
    [InlineData("2026-05-30", false)]
    public void A_sanction_is_pending_from_its_notice_to_its_effect(string day, bool pending)
    {
        Assert.Equal(pending, Sanction(SanctionKind.Suspension, "2026-05-30", "2026-11-30").IsPendingOn(Day(day)));
        Assert.Equal(Day(day) >= Day("2026-05-01"), Sanction(SanctionKind.Suspension, null).IsPendingOn(Day(day)));
    }

    [Fact] // R26: the interim order covers the gap
    public void An_interim_suspension_is_followed_by_the_suspension_without_a_day_between()
    {
        var state = Given(Registered, Recorded(Open("2026-03-20")
            .With(Suspension("2026-04-01", "2026-05-29"))
            .With(Sanction(SanctionKind.Suspension, "2026-05-30", "2027-05-29")))).State;
        Assert.Equal(StatusWord.SuspendedInterim, state.StatusOn("2026-05-29").Status);
        Assert.Equal(StatusWord.Suspended, state.StatusOn("2026-05-30").Status);
    }

    [Theory] // R32
    [InlineData(SanctionKind.Suspension, InterimOrderKind.Suspension, StatusWord.Suspended)]
    [InlineData(SanctionKind.Conditions, InterimOrderKind.Suspension, StatusWord.SuspendedInterim)]
    [InlineData(SanctionKind.Conditions, InterimOrderKind.Conditions, StatusWord.RegisteredWithConditions)]
    [InlineData(SanctionKind.Caution, InterimOrderKind.Conditions, StatusWord.ConditionsInterim)]
    [InlineData(SanctionKind.StrikingOff, InterimOrderKind.Suspension, StatusWord.NotRegistered)]
    public void Of_two_orders_the_graver_gives_the_word(SanctionKind sanction, InterimOrderKind order, StatusWord status)
    {
        var state = Given(
            Registered,
            Recorded(Open("2026-03-20").With(Sanction(sanction, "2026-06-01"))),
            Recorded(Open("2026-03-20").With(new InterimOrderSpan(order, Day("2026-06-01"), Day("2026-11-30"), "Text.")), OtherCase)).State;
        Assert.Equal(status, state.StatusOn("2026-06-01").Status);
    }

    [Fact] // R19, R32
    public void A_sanction_on_who_has_lapsed_is_on_record_and_shows_when_they_come_back()
    {
        var state = Given(
            Registered,
            TenureOf.Lapse,
            Recorded(Open("2028-03-01").With(Sanction(SanctionKind.Conditions, "2028-05-01", "2029-04-30", notified: "2028-04-02")))).State;
        Assert.Equal(new StatusInterval(StatusWord.NotRegistered, NotRegisteredReason.Lapsed, TenureOf.LapseDay, null), state.StatusOn("2028-06-01"));
        var back = state.Evolve(new Returned(WayBack.Readmission, Application, Day("2028-07-01"), Day("2030-02-28")));
        Assert.Equal(StatusWord.RegisteredWithConditions, back.StatusOn("2028-07-01").Status);
        Assert.Equal(StatusWord.Registered, back.StatusOn("2029-05-01").Status);
    }

    [Fact] // R19, R20
    public void Who_has_lapsed_and_is_struck_off_is_shown_as_struck_off_from_its_day_and_comes_back_by_restoration_only()
    {
        var state = Given(Registered, TenureOf.Lapse, Recorded(Open("2028-03-01", "2028-04-30").With(Sanction(SanctionKind.StrikingOff, "2028-05-01")))).State;
        Assert.Equal(NotRegisteredReason.Lapsed, state.StatusOn("2028-04-30").Reason);
        Assert.Equal(new StatusInterval(StatusWord.NotRegistered, NotRegisteredReason.StruckOff, Day("2028-05-01"), null), state.StatusOn("2028-05-01"));
        new Scenario<RegistrantState, RegistrantEvent>([Registered, TenureOf.Lapse, Recorded(Open("2028-03-01", "2028-04-30").With(Sanction(SanctionKind.StrikingOff, "2028-05-01")))])
            .When(new ReturnToRegister(Number, WayBack.Readmission, Application, Day("2028-05-01")), Actor.Register.On("2028-05-01"))
            .ThenRejected("NOT_THE_WAY_BACK");
        Assert.Equal(TenureOf.LapseDay, state.Tenure.AwaySince(Day("2030-01-01")));
    }

    [Fact] // R19: what was decided while they were away is not undone by a return that came first
    public void Who_came_back_before_the_striking_off_took_effect_is_struck_off_all_the_same()
    {
        var state = Given(
            Registered,
            TenureOf.Lapse,
            new Returned(WayBack.ShortReadmission, null, Day("2028-03-10"), Day("2030-02-28")),
            Recorded(Open("2028-03-01", "2028-03-09").With(Sanction(SanctionKind.StrikingOff, "2028-03-05")))).State;
        Assert.Equal(NotRegisteredReason.StruckOff, state.StatusOn("2028-03-10").Reason);
        Assert.Equal(NotRegisteredReason.StruckOff, state.StatusOn("2029-01-01").Reason);
    }

    [Theory] // R20
    [InlineData("2031-05-31", "RESTORATION_TOO_SOON, UPDATING_REQUIRED")]
    [InlineData("2031-06-01", "UPDATING_REQUIRED")]
    public void Restoration_after_a_case_is_not_open_before_five_years(string appliedOn, string codes) =>
        Assert.Equal(codes, string.Join(", ", WaysBack.Shortfalls(
            Removed(SanctionKind.StrikingOff, "2026-06-01"), WayBack.Restoration, null, null, Day(appliedOn), LegalRegime.On(Day(appliedOn))).Select(p => p.Code)));

    [Theory] // R20
    [InlineData(SanctionKind.StrikingOff, null, false)]
    [InlineData(SanctionKind.StrikingOff, "2032-01-02", false)]
    [InlineData(SanctionKind.StrikingOff, "2032-01-01", true)]
    [InlineData(SanctionKind.RemovalByAgreement, null, false)]
    [InlineData(SanctionKind.RemovalByAgreement, "2031-12-01", true)]
    public void Who_was_removed_through_a_case_is_restored_once_a_panel_has_allowed_it(SanctionKind kind, string? allowedOn, bool restored)
    {
        var standing = Open("2026-03-20", "2026-05-31").With(Sanction(kind, "2026-06-01")) with { RestorationAllowedOn = allowedOn is null ? null : Day(allowedOn) };
        var outcome = Given(Registered, Recorded(standing))
            .When(new ReturnToRegister(Number, WayBack.Restoration, Application, Day("2032-01-01")), Actor.Register.On("2032-01-01"));
        if (restored)
            outcome.Then(new Returned(WayBack.Restoration, Application, Day("2032-01-01"), Day("2032-02-28")));
        else
            outcome.ThenRejected("RESTORATION_NOT_ALLOWED");
        var problem = RouteRules.NotOpenOn(Day("2032-01-01"), EntryRoute.Restoration, ReliedOn.Nothing with { Held = Given(Registered, Recorded(standing)).State });
        Assert.Equal(restored ? null : "RESTORATION_NOT_ALLOWED", problem?.Code);
    }

    [Fact] // R20: as it was decided before there were cases for it
    public void Who_was_struck_off_without_a_case_needs_no_panel_to_come_back() =>
        Given(Registered, TenureOf.StruckOffOn("2026-06-01"))
            .When(new ReturnToRegister(Number, WayBack.Restoration, Application, Day("2032-01-01")), Actor.Register.On("2032-01-01"))
            .Then(new Returned(WayBack.Restoration, Application, Day("2032-01-01"), Day("2032-02-28")));

    [Fact] // R20
    public void Whose_entry_was_removed_comes_back_by_readmission() =>
        Given(Registered, Recorded(Open("2026-03-20", "2026-05-31").With(Sanction(SanctionKind.EntryRemoval, "2026-06-01"))))
            .When(new ReturnToRegister(Number, WayBack.Readmission, Application, Day("2027-01-01")), Actor.Register.On("2027-01-01"))
            .Then(new Returned(WayBack.Readmission, Application, Day("2027-01-01"), Day("2028-02-28")));

    [Fact] // R17, R26: nothing of a registration that a sanction ends falls due after it
    public void Who_is_struck_off_is_told_of_no_renewal_and_does_not_lapse()
    {
        var state = Removed(SanctionKind.StrikingOff, "2028-02-01").Evolve(new NoticeGiven(NoticeKind.Sanction, Day("2026-05-29"), Day("2026-05-01")))
            .Evolve(new NotificationSent(NoticeKind.Sanction, Day("2026-05-29"), "outbox", "id", NoonOf("2026-05-01")));
        Assert.Equal([Day("2028-01-17")], TenureDue.Of(state).Select(due => due.On));
        Assert.Equal(Day("2028-01-31"), TenureDue.Until(state));
        Given(Registered, Recorded(Open("2026-03-20", "2028-01-31").With(Sanction(SanctionKind.StrikingOff, "2028-02-01"))))
            .When(new RecordLapse(Number), Actor.Register.On("2028-03-01")).ThenNothing();
        Assert.All(TenureDue.Of(Removed(SanctionKind.StrikingOff, "2026-06-01")), due => Assert.IsType<GiveNotice>(Assert.IsType<Due.Act>(due).Command));
    }

    [Theory] // R26: told once, and of an appeal alone
    [InlineData(SanctionKind.Caution, "2026-05-30", true)]
    [InlineData(SanctionKind.StrikingOff, "2026-05-30", true)]
    [InlineData(SanctionKind.Suspension, null, true)]
    [InlineData(SanctionKind.RemovalByAgreement, "2026-05-01", false)]
    [InlineData(SanctionKind.Conditions, "2026-05-01", false)] // what an appeal came to
    public void Who_is_sanctioned_is_told_of_the_28_days_for_an_appeal(SanctionKind kind, string? from, bool told)
    {
        foreach (var left in new[] { false, true })
        {
            RegistrantEvent[] events = [Registered, .. left ? [new Left(Day("2026-04-30"))] : Array.Empty<RegistrantEvent>(), Recorded(Open("2026-03-20").With(Sanction(kind, from)))];
            var outcome = Given(events).When(new GiveNotice(Number, NoticeKind.Sanction, Day("2026-05-29")), Actor.Register.On("2026-05-01"));
            if (told)
                outcome.Then(new NoticeGiven(NoticeKind.Sanction, Day("2026-05-29"), Day("2026-05-01")));
            else
                outcome.ThenNothing();
            Given([.. events, new NoticeGiven(NoticeKind.Sanction, Day("2026-05-29"), Day("2026-05-01"))])
                .When(new GiveNotice(Number, NoticeKind.Sanction, Day("2026-05-29")), Actor.Register.On("2026-05-02")).ThenNothing();
        }
    }

    [Theory] // R17, R19
    [InlineData("2028-01-31", null)]
    [InlineData("2028-02-01", "NOT_REGISTERED")]
    public void Nobody_renews_from_the_day_on_which_they_are_struck_off(string day, string? code)
    {
        var outcome = Given(Registered, Recorded(Open("2026-03-20", "2028-01-31").With(Sanction(SanctionKind.StrikingOff, "2028-02-01"))))
            .When(new Renew(Number, true, "FEE-2"), Amara.On(day));
        if (code is null)
            outcome.Then(TenureOf.RenewedOn(day));
        else
            outcome.ThenRejected(code);
    }

    private static RegistrantState Removed(SanctionKind kind, string on) =>
        Given(Registered, Recorded(new CaseStanding(Day("2026-03-20"), Day(on).AddDays(-1), [], [Sanction(kind, on)], []))).State;
}
