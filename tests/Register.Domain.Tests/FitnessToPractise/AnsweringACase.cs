using Register.Domain.FitnessToPractise;
using static Register.Domain.Tests.Cast;
using static Register.Domain.Tests.FitnessToPractise.Procedure;
using Given = Register.Domain.Tests.Scenario<Register.Domain.FitnessToPractise.CaseState, Register.Domain.FitnessToPractise.CaseEvent>;

namespace Register.Domain.Tests.FitnessToPractise;

public sealed class AnsweringACase
{
    private static readonly DecideCaseToAnswer Refer = new(Id, CommitteeKind.ConductAndCompetence, CaseToAnswer.Reasons);

    private static readonly DecideCaseToAnswer NoCase = new(Id, null, "No realistic prospect.");

    private static readonly DecisionContext Today = Panel("ic-1").On("2026-07-20");

    private static readonly InquiryEvent.Answered NoCaseToAnswer = new(null, NoCase.Reasons, "ic-1", Day("2026-07-20"));

    private static readonly CaseEvent.Closed Ended = new(NoCase.Reasons, Day("2026-07-20"), ClosedAs.NoCaseToAnswer);

    private static readonly ReopenCase Reopen = new(Id, Ground.Misconduct, "The same again.", Day("2026-08-01"));

    [Fact]
    public void A_case_to_answer_is_referred_to_the_committee_that_decides_it()
    {
        new Given(Investigating).When(Refer, Today).Then(CaseToAnswer);
        new Given(Investigating).When(Refer with { ReferredTo = CommitteeKind.Health }, Today).Then(CaseToAnswer with { ReferredTo = CommitteeKind.Health });
        new Given(Investigating).When(Refer with { ReferredTo = CommitteeKind.Investigating }, Today).ThenRejected("WRONG_COMMITTEE");
    }

    [Fact]
    public void The_chair_records_the_answer_once()
    {
        new Given(Investigating).When(Refer, Panel("ic-2").On("2026-07-20")).ThenRejected("NOT_THE_CHAIR").As(RejectionKind.Forbidden);
        new Given(Referred).When(Refer, Today).ThenNothing();
        new Given(Referred).When(NoCase, Today).ThenRejected("NOT_WITH_INVESTIGATING_COMMITTEE");
        new Given(Investigating.Take(3)).When(Refer, Today).ThenRejected("NO_COMMITTEE");
    }

    [Fact] // R21
    public void No_case_to_answer_ends_the_case()
    {
        new Given(Investigating).When(NoCase, Today).Then(NoCaseToAnswer, Ended);
        Assert.Equal(Day("2026-07-19"), StandingOf([.. Investigating, NoCaseToAnswer, Ended]).HeldUntil);
        new Given([.. Investigating, NoCaseToAnswer, Ended]).When(NoCase, Today).ThenNothing();
    }

    [Theory] // R28
    [InlineData("2026-08-01")]
    [InlineData("2029-07-19")]
    public void No_case_to_answer_is_reopened_by_a_new_concern_within_three_years(string today) =>
        new Given([.. Investigating, NoCaseToAnswer, Ended])
            .When(Reopen, FtpOfficer.On(today))
            .Then(new ConcernEvent.Reopened(Reopen.Ground, Reopen.Concern, Reopen.ReceivedOn, "ftp-officer", Day(today)));

    [Fact] // R28
    public void No_case_to_answer_is_not_reopened_when_three_years_are_over() =>
        new Given([.. Investigating, NoCaseToAnswer, Ended])
            .When(Reopen, FtpOfficer.On("2029-07-20"))
            .ThenRejected("REOPENED_TOO_LATE").Naming("2029-07-19");

    [Fact] // R28
    public void What_is_older_than_the_end_of_the_case_reopens_nothing() =>
        new Given([.. Investigating, NoCaseToAnswer, Ended])
            .When(Reopen with { ReceivedOn = Day("2026-07-19") }, FtpOfficer.On("2026-08-01"))
            .ThenRejected("NOT_A_NEW_CONCERN").About("received_on");

    [Fact] // R28
    public void Only_no_case_to_answer_is_reopened()
    {
        new Given(Concern, Cases.Closed).When(Reopen, FtpOfficer.On("2026-10-01")).ThenRejected("CANNOT_REOPEN");
        new Given(Referred).When(Reopen, FtpOfficer.On("2026-10-01")).ThenRejected("CANNOT_REOPEN");
    }

    [Fact] // R21, R28
    public void A_reopened_case_is_investigated_and_holds_the_entry_again_and_the_first_committee_does_not_sit_in_it()
    {
        var reopened = new ConcernEvent.Reopened(Reopen.Ground, Reopen.Concern, Reopen.ReceivedOn, "ftp-officer", Day("2026-08-02"));
        CaseEvent[] again = [.. Investigating, NoCaseToAnswer, Ended, reopened];
        Assert.Equal((Day("2026-08-02"), null), (StandingOf(again).HeldFrom, StandingOf(again).HeldUntil));
        new Given(again).When(Reopen, FtpOfficer.On("2026-08-02")).ThenNothing();

        var reported = Investigated with { On = Day("2026-09-01") };
        new Given([.. again, reported])
            .When(new ConveneCommittee(Id, CommitteeKind.Investigating, ["ic-1", "ic-8", "ic-9"], "ic-8"), FtpOfficer.On("2026-09-01"))
            .ThenRejected("ACTED_EARLIER").Naming("ic-1");
    }

    [Fact] // R24, R28
    public void To_reopen_a_case_does_not_bring_its_interim_order_back_and_a_new_one_has_eighteen_months_of_its_own()
    {
        var order = Cases.Order with { Until = Day("2027-11-30"), By = "panel-9" };
        CaseEvent[] ended = [Concern, order, .. Investigating.Skip(1), NoCaseToAnswer, Ended];
        var reopened = new ConcernEvent.Reopened(Reopen.Ground, Reopen.Concern, Reopen.ReceivedOn, "ftp-officer", Day("2026-08-02"));
        Assert.Equal(Day("2026-07-19"), Assert.Single(StandingOf([.. ended, reopened]).InterimOrders).Until);
        var again = new ImposeInterimOrder(Id, InterimOrderKind.Suspension, Day("2028-02-01"), "Suspended.");
        new Given([.. ended, reopened]).When(again, Panel("panel-9").On("2026-08-02"))
            .Then(new CaseEvent.InterimOrderImposed(again.Kind, Day("2026-08-02"), again.Until, Day("2027-02-02"), again.PublicText, "panel-9"));
        new Given([.. ended, reopened]).When(again with { Until = Day("2028-02-02") }, Panel("panel-9").On("2026-08-02")).ThenRejected("INTERIM_ORDER_TOO_LONG");
    }

    [Fact] // R28, R31: before there is a case to answer, nothing of it is published
    public void What_the_investigating_committee_hears_is_published_of_an_incorrect_or_fraudulent_entry_alone()
    {
        var heard = new CommitteeEvent.HearingScheduled(CommitteeKind.Investigating, Day("2026-07-20"), "A forged award.", "ftp-officer", Day("2026-07-02"));
        Assert.Equal("", Assert.Single(StandingOf([.. Investigating, heard]).Hearings).Allegations);
        CaseEvent[] entry = [Concern with { Ground = Ground.IncorrectOrFraudulentEntry }, .. Investigating.Skip(1), heard];
        Assert.Equal("A forged award.", Assert.Single(StandingOf(entry).Hearings).Allegations);
    }

    [Fact] // R28
    public void A_hearing_that_was_to_come_when_the_case_ended_does_not_take_place_when_it_is_reopened()
    {
        var later = new CommitteeEvent.HearingScheduled(CommitteeKind.Investigating, Day("2026-09-01"), "Reported scans.", "ftp-officer", Day("2026-07-02"));
        var reopened = new ConcernEvent.Reopened(Reopen.Ground, Reopen.Concern, Reopen.ReceivedOn, "ftp-officer", Day("2026-08-02"));
        Assert.Empty(StandingOf([.. Investigating, later, NoCaseToAnswer, Ended, reopened]).Hearings);
    }

    [Fact] // R19
    public void An_incorrect_or_fraudulent_entry_is_decided_by_the_investigating_committee_itself()
    {
        CaseEvent[] entry = [Concern with { Ground = Ground.IncorrectOrFraudulentEntry }, .. Investigating.Skip(1)];
        new Given(entry).When(Refer, Today).ThenRejected("DECIDED_HERE");

        var heard = new CommitteeEvent.HearingScheduled(CommitteeKind.Investigating, Day("2026-07-20"), "A forged award.", "ftp-officer", Day("2026-07-02"));
        var remove = new RecordDecision(
            Id, DecisionOccasion.Hearing, DecisionOutcome.Sanction, new(SanctionKind.EntryRemoval, null, "Removed."), "The award is forged.");
        new Given([.. entry, heard]).When(remove, Today)
            .Then(new DecisionEvent.Recorded(1, remove.Occasion, remove.Outcome, remove.Terms, remove.Reasons, "ic-1", Day("2026-07-20")));
        new Given([.. entry, heard]).When(remove with { Terms = StrikingOff }, Today).ThenRejected("WRONG_SANCTION");
        new Given(Heard).When(remove, Chair.On("2027-01-11")).ThenRejected("WRONG_SANCTION");
        new Given([.. Investigating, heard]).When(remove with { Terms = StrikingOff }, Today).ThenRejected("NOT_WITH_A_COMMITTEE");
    }
}
