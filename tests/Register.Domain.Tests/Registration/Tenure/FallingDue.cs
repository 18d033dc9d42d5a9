using Register.Domain.Registration;
using Register.Domain.Registration.Tenure;
using Register.Domain.Tests.Applications;
using static Register.Domain.Registration.Tenure.TenureEvent;
using static Register.Domain.Tests.Cast;
using static Register.Domain.Tests.Registration.Entries;
using static Register.Domain.Tests.Registration.Tenure.TenureOf;

namespace Register.Domain.Tests.Registration.Tenure;

public sealed class FallingDue
{
    private static readonly GiveNotice Notice = new(Number, NoticeKind.Renewal, PeriodEnd);
    private static readonly GiveNotice Warning = new(Number, NoticeKind.FinalWarning, PeriodEnd);

    [Fact] // R17
    public void Notice_is_given_42_days_before_expiry_and_not_a_day_earlier()
    {
        Given(Registered).When(Notice, Actor.Register.On("2028-01-16")).ThenNothing();
        Given(Registered).When(Notice, Actor.Register.On("2028-01-17")).Then(Given(NoticeKind.Renewal, "2028-01-17"));
        Assert.Equal(42, PeriodEnd.DayNumber - Day("2028-01-17").DayNumber);
    }

    [Fact] // R17
    public void The_final_warning_gives_14_days()
    {
        Given(Registered).When(Warning, Actor.Register.On("2028-02-13")).ThenNothing();
        Given(Registered).When(Warning, Actor.Register.On("2028-02-14")).Then(Given(NoticeKind.FinalWarning, "2028-02-14"));
    }

    [Fact] // R17
    public void A_notice_is_given_late_rather_than_never_but_not_when_the_period_is_over()
    {
        Given(Registered).When(Notice, Actor.Register.On("2028-02-28")).Then(Given(NoticeKind.Renewal, "2028-02-28"));
        Given(Registered).When(Notice, Actor.Register.On("2028-02-29")).ThenNothing();
    }

    [Fact] // R17
    public void A_notice_is_given_once() =>
        Given(Registered, Given(NoticeKind.Renewal, "2028-01-17")).When(Notice, Actor.Register.On("2028-01-18")).ThenNothing();

    [Fact] // R17
    public void Who_has_renewed_gets_no_notice() => Given(Registered, RenewedOn("2028-01-01")).When(Notice, Actor.Register.On("2028-01-17")).ThenNothing();

    [Fact] // R17
    public void Who_registers_after_the_day_of_a_notice_gets_it_at_once() =>
        Assert.Equal(Day("2028-02-01"), TenureDue.Next(Given(Registered with { From = Day("2028-02-01") }).State));

    [Theory] // R17
    [InlineData("2028-02-28", false)]
    [InlineData("2028-02-29", true)]
    public void An_entry_lapses_the_day_after_its_period(string day, bool lapses)
    {
        var outcome = Given(Registered).When(new RecordLapse(Number), Actor.Register.On(day));
        if (lapses)
            outcome.Then(Lapse);
        else
            outcome.ThenNothing();
    }

    [Fact] // R17: a period that ends on 28 February of a year without a leap day
    public void In_a_common_year_the_lapse_is_on_the_first_of_March() =>
        Given(Registered, RenewedOn("2028-01-01")).When(new RecordLapse(Number), Actor.Register.On("2030-03-01")).Then(new Lapsed(Day("2030-03-01")));

    [Fact] // R17
    public void A_lapse_that_is_recorded_late_is_of_the_right_day() =>
        Given(Registered).When(new RecordLapse(Number), Actor.Register.On("2029-07-01")).Then(Lapse);

    [Fact] // R17
    public void A_lapse_is_recorded_once() => Given(Registered, Lapse).When(new RecordLapse(Number), Actor.Register.On("2028-03-01")).ThenNothing();

    [Theory] // R2, R17
    [InlineData("", "2028-01-17 2028-02-14 2028-02-29")]
    [InlineData("notice", "2028-01-17 2028-02-14 2028-02-29")] // its message
    [InlineData("renewed", "2030-01-17 2030-02-14 2030-03-01")]
    [InlineData("lapsed", "")]
    [InlineData("left", "")]
    [InlineData("died", "")]
    [InlineData("held", "2028-01-17 2028-02-14")]
    [InlineData("drawn", "2028-03-01 2030-01-17 2030-02-14 2030-03-01")]
    public void What_falls_due_follows_from_what_happened(string happened, string dates)
    {
        RegistrantEvent[] events = happened switch
        {
            "notice" => [Given(NoticeKind.Renewal, "2028-01-17")],
            "renewed" => [RenewedOn("2028-01-01")],
            "lapsed" => [Lapse],
            "left" => [new Left(Day("2027-01-01"))],
            "died" => [new DeathRecorded(Day("2027-01-01"), "grace", Day("2027-01-02"))],
            "held" => [Held("2027-01-01")],
            "drawn" => [RenewedOn("2028-01-01"), new SelectedForCpdAudit(PeriodEnd, Day("2028-03-01"), Day("2028-06-01"))],
            _ => [],
        };
        Assert.Equal(dates, string.Join(' ', TenureDue.Of(Given([Registered, .. events]).State).Select(due => $"{due.On:yyyy-MM-dd}")));
    }

    [Theory] // R17, R18
    [InlineData("renewed", false)]
    [InlineData("left", false)]
    [InlineData("died", false)]
    [InlineData("held", true)]
    [InlineData("", true)]
    public void Nobody_is_warned_of_what_is_not_so_any_more(string happened, bool warned)
    {
        RegistrantEvent[] events = happened switch
        {
            "renewed" => [RenewedOn("2028-02-14")],
            "left" => [new Left(Day("2028-02-14"))],
            "died" => [new DeathRecorded(Day("2028-02-14"), "grace", Day("2028-02-15"))],
            "held" => [Held("2028-02-14")],
            _ => [],
        };
        var state = Given([Registered, Given(NoticeKind.Renewal, "2028-01-17"), Given(NoticeKind.FinalWarning, "2028-02-14"), .. events]).State;
        Assert.Equal(warned ? [NoticeKind.Renewal, NoticeKind.FinalWarning] : [], Messages(state));
    }

    [Theory] // R18
    [InlineData("open", true)]
    [InlineData("further time", true)]
    [InlineData("decided", false)]
    [InlineData("left", false)]
    [InlineData("returned", false)]
    public void Nobody_is_told_of_an_audit_that_is_over(string audit, bool told)
    {
        RegistrantEvent[] events = audit switch
        {
            "further time" => [new CpdAuditDecided(PeriodEnd, CpdOutcome.FurtherTime, "Too little.", "grace", Day("2028-04-10"), Day("2028-07-10"))],
            "decided" => [new CpdAuditDecided(PeriodEnd, CpdOutcome.MeetsStandards, "Good.", "grace", Day("2028-04-10"), null)],
            "left" => [new Left(Day("2028-04-10"))],
            "returned" => [new Left(Day("2028-04-10")), new Returned(WayBack.Readmission, Submissions.Id, Day("2028-06-01"), NextPeriodEnd)],
            _ => [],
        };
        var state = Given([Registered, RenewedOn("2028-01-01"), new SelectedForCpdAudit(PeriodEnd, Day("2028-03-01"), Day("2028-06-01")), .. events]).State;
        Assert.Equal(told ? [NoticeKind.CpdAudit] : [], Messages(state));
    }

    [Fact] // R17, R21
    public void What_can_no_longer_be_done_is_not_looked_for()
    {
        Assert.Null(TenureDue.Until(Given(Registered).State)); // the lapse is recorded however late
        Assert.Equal(PeriodEnd, TenureDue.Until(Given(Registered, Held("2028-01-01")).State));
        Assert.Equal(PeriodEnd, TenureDue.Until(Given(Registered, Given(NoticeKind.Renewal, "2028-01-17"), Held("2028-02-01")).State));
    }

    [Fact]
    public void A_message_is_sent_once()
    {
        var sent = new RecordNotificationSent(Number, NoticeKind.Renewal, PeriodEnd, "smtp", "id@register.sonographer");
        var recorded = new NotificationSent(NoticeKind.Renewal, PeriodEnd, "smtp", "id@register.sonographer", NoonOf("2028-01-17"));
        Given(Registered, Given(NoticeKind.Renewal, "2028-01-17")).When(sent, Actor.Register.On("2028-01-17")).Then(recorded);
        Given(Registered, Given(NoticeKind.Renewal, "2028-01-17"), recorded).When(sent, Actor.Register.On("2028-01-18")).ThenNothing();
        Given(Registered).When(sent, Actor.Register.On("2028-01-17")).ThenRejected("NO_SUCH_NOTICE");
    }

    private static IEnumerable<NoticeKind> Messages(RegistrantState state) =>
        TenureDue.Of(state).OfType<Due.Deliver>().Select(due => due.Notice.Kind);

    private static NoticeGiven Given(NoticeKind kind, string day) => new(kind, PeriodEnd, Day(day));

    private static Scenario<RegistrantState, RegistrantEvent> Given(params IEnumerable<RegistrantEvent> events) => Entries.Given(events);
}
