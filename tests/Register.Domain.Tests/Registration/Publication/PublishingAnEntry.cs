using Register.Domain.FitnessToPractise;
using Register.Domain.Registration;
using Register.Domain.Registration.Tenure;
using Register.Domain.Tests.Registration.Tenure;
using static Register.Domain.Registration.Tenure.TenureEvent;
using static Register.Domain.Tests.Cast;
using static Register.Domain.Tests.Registration.Entries;

namespace Register.Domain.Tests.Registration.Publication;

public sealed class PublishingAnEntry
{
    private const string Allegations = "That she scanned without a protocol.";

    [Theory] // R31: from four weeks before the hearing to its day
    [InlineData("2026-06-01", false)] // 29 days before
    [InlineData("2026-06-02", true)] // 28 days before
    [InlineData("2026-06-30", true)] // the hearing's day
    [InlineData("2026-07-01", false)]
    public void Allegations_are_published_from_four_weeks_before_the_hearing_to_its_day(string day, bool shown)
    {
        var state = Given(Registered, Recorded(Open("2026-03-20").With(new HearingNotice(CommitteeKind.ConductAndCompetence, Day("2026-06-30"), Allegations)))).State;
        PublicHearing[] hearings = shown ? [new(Day("2026-06-30"), Allegations)] : [];
        Assert.Equal(hearings, Seen(state, day).Hearings);
    }

    [Fact] // R28, R31
    public void To_ask_for_a_day_to_come_does_not_show_allegations_earlier()
    {
        var state = Given(Registered, Recorded(Open("2026-03-20").With(new HearingNotice(CommitteeKind.ConductAndCompetence, Day("2026-06-30"), Allegations)))).State;
        Assert.Empty(PublicView.On(Day("2026-06-20"), Day("2026-06-01"), state).Hearings);
        Assert.Empty(PublicView.On(Day("2026-06-20"), Day("2026-07-01"), state).Hearings);
    }

    [Theory] // R31
    [InlineData(CommitteeKind.Health, Allegations)]
    [InlineData(CommitteeKind.ConductAndCompetence, "")]
    public void A_hearing_on_health_is_never_published(CommitteeKind committee, string allegations)
    {
        var state = Given(Registered, Recorded(Open("2026-03-20").With(new HearingNotice(committee, Day("2026-06-30"), allegations)))).State;
        Assert.Equal(Written.Out(Seen(Given(Registered).State, "2026-06-20")), Written.Out(Seen(state, "2026-06-20")));
    }

    [Theory] // R26, R32: the current interim position until the sanction takes effect, whatever day is asked for
    [InlineData("2026-05-29", "2026-05-29", StatusWord.SuspendedInterim, "Suspended while a case is looked into.")]
    [InlineData("2026-05-30", "2026-05-30", StatusWord.RegisteredWithConditions, "Conditions by a panel.")]
    [InlineData("2026-04-01", "2026-05-30", StatusWord.SuspendedInterim, "")]
    public void While_a_sanction_waits_everybody_sees_the_interim_position(string asAt, string today, StatusWord status, string text)
    {
        var state = Given(Registered, Recorded(Open("2026-03-20")
            .With(Suspension("2026-04-01", "2026-05-29"))
            .With(Sanction(SanctionKind.Conditions, "2026-05-30", "2027-05-29")))).State;
        var seen = PublicView.On(Day(asAt), Day(today), state);
        Assert.Equal(status, seen.Status);
        string[] texts = text.Length == 0 ? [] : [text];
        Assert.Equal(texts, seen.Restrictions);
    }

    [Theory] // R26, R28: nor does a day to come show by what goes that something is to come
    [InlineData("2026-05-29", StatusWord.SuspendedInterim)]
    [InlineData("2026-05-30", StatusWord.RegisteredWithConditions)]
    public void An_order_that_a_sanction_will_end_is_published_to_its_own_last_day_until_it_does(string today, StatusWord status)
    {
        var state = Given(Registered, Recorded(Open("2026-03-20")
            .With(Suspension("2026-04-01", "2026-05-29") with { OrderedUntil = Day("2027-09-30") })
            .With(Sanction(SanctionKind.Conditions, "2026-05-30", "2027-05-29")))).State;
        Assert.Equal(status, PublicView.On(Day("2026-05-30"), Day(today), state).Status);
    }

    [Theory] // R26, R28
    [InlineData(SanctionKind.Caution)]
    [InlineData(SanctionKind.Suspension)]
    [InlineData(SanctionKind.StrikingOff)]
    public void A_day_to_come_does_not_show_a_sanction_that_waits(SanctionKind kind)
    {
        var waits = Given(Registered, Recorded(Open("2026-03-20").With(Sanction(kind, "2026-05-30", "2027-05-29")))).State;
        foreach (var day in new[] { "2026-05-29", "2026-05-30", "2027-01-01", "2030-01-01" })
        {
            Assert.Equal(
                Written.Out(PublicView.On(Day(day), Day("2026-05-29"), Given(Registered).State)),
                Written.Out(PublicView.On(Day(day), Day("2026-05-29"), waits)));
        }
    }

    [Theory] // R31: for the order's life
    [InlineData(SanctionKind.Caution, StatusWord.RegisteredWithCaution)]
    [InlineData(SanctionKind.Conditions, StatusWord.RegisteredWithConditions)]
    [InlineData(SanctionKind.Suspension, StatusWord.Suspended)]
    public void An_order_is_published_from_its_first_to_its_last_day(SanctionKind kind, StatusWord status)
    {
        var state = Given(Registered, Recorded(Open("2026-03-20").With(Sanction(kind, "2026-06-01", "2026-11-30")))).State;
        Assert.Equal((StatusWord.Registered, 0), (Seen(state, "2026-05-31").Status, Seen(state, "2026-05-31").Restrictions.Length));
        foreach (var day in new[] { "2026-06-01", "2026-11-30" })
        {
            Assert.Equal(status, Seen(state, day).Status);
            Assert.Equal($"{kind} by a panel.", Assert.Single(Seen(state, day).Restrictions));
        }
        Assert.Equal((StatusWord.Registered, 0), (Seen(state, "2026-12-01").Status, Seen(state, "2026-12-01").Restrictions.Length));
    }

    [Theory] // R31: over, it is hidden; that somebody could not practise on a day stays true of that day
    [InlineData(SanctionKind.Caution, StatusWord.Registered)]
    [InlineData(SanctionKind.Conditions, StatusWord.RegisteredWithConditions)]
    [InlineData(SanctionKind.Suspension, StatusWord.Suspended)]
    public void What_an_order_said_is_not_shown_of_a_day_gone_by_once_it_is_over(SanctionKind kind, StatusWord status)
    {
        var state = Given(Registered, Recorded(Open("2026-03-20").With(Sanction(kind, "2026-06-01", "2026-11-30")))).State;
        var seen = PublicView.On(Day("2026-07-01"), Day("2026-12-01"), state);
        Assert.Equal((status, 0), (seen.Status, seen.Restrictions.Length));
    }

    [Theory] // R31: sixty years
    [InlineData("2086-05-31", NotRegisteredReason.StruckOff)]
    [InlineData("2086-06-01", NotRegisteredReason.LeftRegister)]
    public void A_striking_off_is_published_for_sixty_years(string day, NotRegisteredReason reason)
    {
        var byCase = Given(Registered, Recorded(Open("2026-03-20", "2026-05-31").With(Sanction(SanctionKind.StrikingOff, "2026-06-01")))).State;
        var without = Given(Registered, TenureOf.StruckOffOn("2026-06-01")).State;
        foreach (var state in new[] { byCase, without })
        {
            var seen = Seen(state, day);
            Assert.Equal((StatusWord.NotRegistered, reason, Day("2026-06-01")), (seen.Status, seen.Reason, seen.Since));
        }
        Assert.Equal(reason == NotRegisteredReason.StruckOff ? 1 : 0, Seen(byCase, day).Restrictions.Length);
    }

    [Fact] // R31
    public void A_striking_off_is_hidden_once_the_death_is_recorded()
    {
        var state = Given(
            Registered,
            Recorded(Open("2026-03-20", "2026-05-31").With(Sanction(SanctionKind.StrikingOff, "2026-06-01"))),
            new DeathRecorded(Day("2030-01-10"), "grace", Day("2030-02-01"))).State;
        Assert.Equal(NotRegisteredReason.Died, Seen(state, "2030-02-01").Reason);
        Assert.Equal(NotRegisteredReason.LeftRegister, PublicView.On(Day("2030-01-10"), Day("2030-02-01"), state).Reason);
        Assert.Equal(NotRegisteredReason.StruckOff, EntryStatus.On(Day("2030-01-10"), state).Reason);
    }

    [Theory] // R28, R32
    [InlineData("2028-02-28", "2028-02-28")]
    [InlineData("2028-02-29", "2030-02-28")]
    [InlineData("2030-02-28", "2030-02-28")]
    [InlineData("2030-03-01", "2032-02-28")] // longer than any renewal
    public void What_everybody_sees_of_an_entry_held_over_is_what_they_see_of_one_renewed(string day, string periodEnd)
    {
        var held = Given(Registered, Recorded(Open("2028-01-01"))).State;
        var renewed = Given(Registered, TenureOf.RenewedOn("2028-01-01"), new Renewed(Day("2030-03-01"), Day("2032-02-28"), "FEE-3", Day("2030-01-01"))).State;
        Assert.Equal(Day(periodEnd), Seen(held, day).PeriodEnd);
        Assert.Equal(Written.Out(Seen(renewed, day)), Written.Out(Seen(held, day)));
    }

    [Theory] // R28: neither its last day nor the reason tells that a case was open
    [InlineData("2028-05-09")]
    [InlineData("2028-05-10")]
    [InlineData("2029-01-01")]
    public void An_entry_that_lapsed_when_its_case_ended_is_as_one_renewed_that_was_left_that_day(string day)
    {
        var lapsed = Given(Registered, Recorded(Open("2028-01-01", "2028-05-09"))).State;
        var left = Given(Registered, TenureOf.RenewedOn("2028-01-01"), new Left(Day("2028-05-10"))).State;
        Assert.Equal(Written.Out(PublicView.On(Day(day), Day("2029-01-01"), left)), Written.Out(PublicView.On(Day(day), Day("2029-01-01"), lapsed)));
        var recorded = Given(Registered, Recorded(Open("2028-01-01", "2028-05-09")), new Lapsed(Day("2028-05-10"))).State;
        Assert.Equal(Written.Out(PublicView.On(Day(day), Day("2029-01-01"), left)), Written.Out(PublicView.On(Day(day), Day("2029-01-01"), recorded)));
    }

    [Fact] // R28
    public void A_day_to_come_does_not_show_that_an_entry_will_be_held_over() =>
        Assert.Equal(
            Written.Out(PublicView.On(Day("2028-02-29"), Day("2028-01-01"), Given(Registered).State)),
            Written.Out(PublicView.On(Day("2028-02-29"), Day("2028-01-01"), Given(Registered, Recorded(Open("2027-01-01"))).State)));

    private static PublicView Seen(RegistrantState state, string day) => PublicView.On(Day(day), Day(day), state);
}
