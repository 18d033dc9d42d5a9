using Register.Domain.FitnessToPractise;
using static Register.Domain.Tests.Cast;
using static Register.Domain.Tests.FitnessToPractise.Procedure;
using Given = Register.Domain.Tests.Scenario<Register.Domain.FitnessToPractise.CaseState, Register.Domain.FitnessToPractise.CaseEvent>;

namespace Register.Domain.Tests.FitnessToPractise;

public sealed class AppealingASanction
{
    private static readonly LodgeSanctionAppeal Lodge = new(Id, "Too much.", null);

    private static readonly DisposeSanctionAppeal Dismiss = new(Id, SanctionAppealOutcome.Dismissed, Day("2027-06-01"), "[2027] EWHC 17", null);

    private static CaseEvent[] Appealed(SanctionTerms terms) => [.. Sanctioned(terms), Lodged(LastDayToAppeal)];

    [Fact] // R26
    public void What_is_not_appealed_takes_effect_after_the_last_day_of_the_appeal_period()
    {
        var span = Assert.Single(StandingOf(Sanctioned(Suspension)).Sanctions);
        Assert.Equal(new(SanctionKind.Suspension, Day("2027-01-12"), Day(Effect), Day("2028-02-09"), "Suspended."), span);
        Assert.Equal(CaseStage.Decision, new Given(Sanctioned(Suspension)).State.StageOn(Day(LastDayToAppeal)));
        Assert.Equal(CaseStage.Reviews, new Given(Sanctioned(Suspension)).State.StageOn(Day(Effect)));
    }

    [Fact] // R26
    public void A_sanction_that_nobody_was_told_of_has_no_effect_yet() => Assert.Empty(StandingOf(Decided(Suspension)).Sanctions);

    [Fact] // R26
    public void The_registrant_appeals_by_the_last_minute_of_the_last_day_in_London()
    {
        var lastMinute = new DateTimeOffset(2027, 2, 9, 23, 59, 59, TimeSpan.Zero);
        new Given(Sanctioned(Suspension)).When(Lodge, new DecisionContext(lastMinute, Amara)).Then(Lodged(LastDayToAppeal));
        new Given(Sanctioned(Suspension)).When(Lodge, new DecisionContext(lastMinute.AddSeconds(1), Amara)).ThenRejected("APPEAL_TOO_LATE").Naming(LastDayToAppeal);
    }

    [Fact] // R1, R26
    public void In_summer_the_last_day_ends_an_hour_before_midnight_UTC()
    {
        var told = Notified with { NotifiedOn = Day("2027-06-01"), On = Day("2027-06-01") }; // until 29 June
        var lastMinute = new DateTimeOffset(2027, 6, 29, 22, 59, 59, TimeSpan.Zero);
        new Given([.. Decided(Suspension), told]).When(Lodge, new DecisionContext(lastMinute, Amara)).Then(Lodged("2027-06-29"));
        new Given([.. Decided(Suspension), told]).When(Lodge, new DecisionContext(lastMinute.AddSeconds(1), Amara)).ThenRejected("APPEAL_TOO_LATE");
    }

    [Fact] // R26
    public void An_officer_records_later_what_reached_the_court_in_time()
    {
        var lodge = Lodge with { LodgedOn = Day(LastDayToAppeal) };
        new Given(Sanctioned(Suspension)).When(lodge, FtpOfficer.On("2027-02-15"))
            .Then(Lodged(LastDayToAppeal) with { By = "ftp-officer", On = Day("2027-02-15") });
        new Given(Sanctioned(Suspension)).When(lodge with { LodgedOn = Day(Effect) }, FtpOfficer.On("2027-02-15")).ThenRejected("APPEAL_TOO_LATE");
        new Given(Sanctioned(Suspension)).When(lodge with { LodgedOn = Day("2027-01-11") }, FtpOfficer.On("2027-02-15")).ThenRejected("APPEAL_TOO_EARLY");
        new Given(Sanctioned(Suspension)).When(lodge with { LodgedOn = Day("2027-02-16") }, FtpOfficer.On("2027-02-15")).ThenRejected("DATE_IN_FUTURE");
    }

    [Fact] // R28
    public void For_anybody_else_and_before_they_are_told_there_is_no_case()
    {
        new Given(Sanctioned(Suspension)).When(Lodge, Bryn.On("2027-01-20")).ThenRejected("CASE_NOT_FOUND").As(RejectionKind.NotFound);
        new Given(Decided(Suspension)).When(Lodge, Amara.On("2027-01-20")).ThenRejected("CASE_NOT_FOUND").As(RejectionKind.NotFound);
        new Given(Heard).When(Lodge, Amara.On("2027-01-20")).ThenRejected("CASE_NOT_FOUND");
        new Given(Heard).When(Lodge, FtpOfficer.On("2027-01-20")).ThenRejected("NOTHING_TO_APPEAL");
    }

    [Fact] // R26
    public void A_sanction_is_appealed_once()
    {
        new Given(Appealed(Suspension)).When(Lodge, Amara.On(LastDayToAppeal)).ThenNothing();
        new Given(Appealed(Suspension)).When(Lodge with { Grounds = "Others." }, Amara.On(LastDayToAppeal)).ThenRejected("APPEALED_ALREADY");
    }

    [Fact] // R26
    public void While_an_appeal_is_open_the_sanction_waits_and_the_case_holds_the_entry()
    {
        var standing = StandingOf(Appealed(Suspension));
        Assert.Equal((null, null), (standing.Sanctions[0].From, standing.Sanctions[0].Until));
        Assert.Null(standing.HeldUntil);
        Assert.Equal(CaseStage.Decision, new Given(Appealed(Suspension)).State.StageOn(Day("2029-01-01")));
    }

    [Theory] // R26
    [InlineData(SanctionAppealOutcome.Dismissed)]
    [InlineData(SanctionAppealOutcome.Withdrawn)]
    public void A_sanction_takes_effect_on_the_day_its_appeal_is_disposed_of(SanctionAppealOutcome outcome)
    {
        new Given(Appealed(Suspension)).When(Dismiss with { Outcome = outcome }, FtpOfficer.On("2027-06-02"))
            .Then(Disposed("2027-06-01", outcome) with { On = Day("2027-06-02") });
        var span = StandingOf([.. Appealed(Suspension), Disposed("2027-06-01", outcome)]).Sanctions[0];
        Assert.Equal((Day("2027-06-01"), Day("2028-05-31")), (span.From, span.Until));
    }

    [Fact] // R26
    public void An_allowed_appeal_ends_the_sanction_and_the_case()
    {
        var closed = new CaseEvent.Closed("Appeal allowed: [2027] EWHC 17", Day("2027-06-01"), ClosedAs.AppealAllowed);
        var disposed = Disposed("2027-06-01", SanctionAppealOutcome.Allowed);
        new Given(Appealed(StrikingOff)).When(Dismiss with { Outcome = SanctionAppealOutcome.Allowed }, FtpOfficer.On("2027-06-01")).Then(disposed, closed);
        var standing = StandingOf([.. Appealed(StrikingOff), disposed, closed]);
        Assert.Empty(standing.Sanctions);
        Assert.Equal(Day("2027-05-31"), standing.HeldUntil);
    }

    [Fact] // R25, R26
    public void A_varied_sanction_stands_as_varied_from_the_day_of_disposal()
    {
        var vary = Dismiss with { Outcome = SanctionAppealOutcome.Varied, Varied = Conditions };
        var disposed = Disposed("2027-06-01", SanctionAppealOutcome.Varied, Conditions);
        new Given(Appealed(StrikingOff)).When(vary, FtpOfficer.On("2027-06-01")).Then(disposed);
        Assert.Equal(
            new(SanctionKind.Conditions, Day("2027-01-12"), Day("2027-06-01"), Day("2030-05-31"), "Supervised."),
            Assert.Single(StandingOf([.. Appealed(StrikingOff), disposed]).Sanctions));
        new Given(Appealed(StrikingOff)).When(vary with { Varied = Conditions with { Months = 37 } }, FtpOfficer.On("2027-06-01")).ThenRejected("OUT_OF_LIMITS");
        new Given(Appealed(StrikingOff)).When(vary with { Varied = null }, FtpOfficer.On("2027-06-01")).ThenRejected("VARIATION");
        new Given(Appealed(StrikingOff)).When(Dismiss with { Varied = Conditions }, FtpOfficer.On("2027-06-01")).ThenRejected("VARIATION");
    }

    [Fact] // R25: the court varies to nothing that the committee could not have imposed
    public void A_sanction_for_lack_of_competence_is_not_varied_to_a_striking_off_before_its_two_years()
    {
        var vary = Dismiss with { Outcome = SanctionAppealOutcome.Varied, Varied = StrikingOff };
        CaseEvent[] incompetent = [.. HeardFor(Ground.LackOfCompetence), .. Appealed(Suspension).Skip(Heard.Length)];
        new Given(incompetent).When(vary, FtpOfficer.On("2027-06-01")).ThenRejected("STRIKING_OFF_TOO_EARLY").About("varied.kind");
        new Given(Appealed(Suspension)).When(vary, FtpOfficer.On("2027-06-01")).Then(Disposed("2027-06-01", SanctionAppealOutcome.Varied, StrikingOff));
    }

    [Fact] // R26
    public void A_remitted_case_is_heard_again_by_another_committee()
    {
        CaseEvent[] remitted = [.. Appealed(StrikingOff), Disposed("2027-06-01", SanctionAppealOutcome.Remitted)];
        Assert.Empty(StandingOf(remitted).Sanctions);
        Assert.Null(StandingOf(remitted).HeldUntil);
        Assert.Equal(CaseStage.ConductAndCompetenceCommittee, new Given(remitted).State.StageOn(Day("2027-06-01")));
        var convene = new ConveneCommittee(Id, CommitteeKind.ConductAndCompetence, Members, "panel-1");
        new Given(remitted).When(convene, FtpOfficer.On("2027-06-02")).ThenRejected("ACTED_EARLIER", "ACTED_EARLIER", "ACTED_EARLIER");

        CaseEvent[] again = [.. remitted, Convened with { Members = ["new-1", "new-2", "new-3"], Chair = "new-1", On = Day("2027-06-02") }];
        var record = new RecordDecision(Id, DecisionOccasion.Hearing, DecisionOutcome.Sanction, Caution, "Found proved.");
        new Given(again).When(record, Panel("new-1").On("2027-09-01")).ThenRejected("NOT_HEARD");
        new Given([.. again, Listed with { HearingOn = Day("2027-09-01"), On = Day("2027-06-02") }]).When(record, Panel("new-1").On("2027-09-01"))
            .Then(Recorded(Caution) with { Number = 2, Chair = "new-1", On = Day("2027-09-01") });
    }

    [Fact]
    public void An_appeal_is_disposed_of_once_after_it_was_lodged_and_not_in_the_future()
    {
        new Given(Sanctioned(Suspension)).When(Dismiss, FtpOfficer.On("2027-06-01")).ThenRejected("NO_APPEAL");
        new Given(Appealed(Suspension)).When(Dismiss, FtpOfficer.On("2027-05-31")).ThenRejected("NOT_A_DAY_OF_DISPOSAL");
        new Given(Appealed(Suspension)).When(Dismiss with { DisposedOn = Day("2027-02-08") }, FtpOfficer.On("2027-06-01")).ThenRejected("NOT_A_DAY_OF_DISPOSAL");
        CaseEvent[] disposed = [.. Appealed(Suspension), Disposed("2027-06-01", SanctionAppealOutcome.Dismissed)];
        new Given(disposed).When(Dismiss, FtpOfficer.On("2027-06-01")).ThenNothing();
        new Given(disposed).When(Dismiss with { Outcome = SanctionAppealOutcome.Allowed }, FtpOfficer.On("2027-06-01")).ThenRejected("NO_APPEAL");
    }
}
