using Register.Domain.FitnessToPractise;
using static Register.Domain.Tests.Cast;
using static Register.Domain.Tests.FitnessToPractise.Procedure;
using Given = Register.Domain.Tests.Scenario<Register.Domain.FitnessToPractise.CaseState, Register.Domain.FitnessToPractise.CaseEvent>;

namespace Register.Domain.Tests.FitnessToPractise;

public sealed class DecidingASanction
{
    private static readonly DecisionContext Today = Chair.On("2027-01-11");

    private static RecordDecision Record(SanctionTerms? terms) => new(
        Id, DecisionOccasion.Hearing, terms is null ? DecisionOutcome.NoAction : DecisionOutcome.Sanction, terms, "Found proved.");

    private static RecordDecision Record(SanctionKind kind, int? months) => Record(new SanctionTerms(kind, months, "Text."));

    [Theory] // R25
    [InlineData(SanctionKind.Caution, 12)]
    [InlineData(SanctionKind.Caution, 60)]
    [InlineData(SanctionKind.Conditions, 1)]
    [InlineData(SanctionKind.Conditions, 36)]
    [InlineData(SanctionKind.Suspension, 1)]
    [InlineData(SanctionKind.Suspension, 12)]
    [InlineData(SanctionKind.StrikingOff, null)]
    public void A_sanction_runs_within_its_limits(SanctionKind kind, int? months)
    {
        var record = Record(kind, months);
        new Given(Heard).When(record, Today).Then(Recorded(record.Terms));
    }

    [Theory] // R25
    [InlineData(SanctionKind.Caution, 11, "OUT_OF_LIMITS")]
    [InlineData(SanctionKind.Caution, 61, "OUT_OF_LIMITS")]
    [InlineData(SanctionKind.Caution, null, "OUT_OF_LIMITS")]
    [InlineData(SanctionKind.Conditions, 0, "OUT_OF_LIMITS")]
    [InlineData(SanctionKind.Conditions, 37, "OUT_OF_LIMITS")]
    [InlineData(SanctionKind.Suspension, 0, "OUT_OF_LIMITS")]
    [InlineData(SanctionKind.Suspension, 13, "OUT_OF_LIMITS")]
    [InlineData(SanctionKind.StrikingOff, 12, "MONTHS_NOT_WANTED")]
    [InlineData(SanctionKind.RemovalByAgreement, null, "NOT_DECIDED")]
    public void A_sanction_outside_its_limits_is_refused(SanctionKind kind, int? months, string code) =>
        new Given(Heard).When(Record(kind, months), Today).ThenRejected(code).As(RejectionKind.Invalid);

    [Theory] // R25
    [InlineData(Ground.LackOfCompetence)]
    [InlineData(Ground.Health)]
    public void Nobody_is_struck_off_at_once_for_lack_of_competence_or_health(Ground ground) =>
        new Given(HeardFor(ground)).When(Record(StrikingOff), Today).ThenRejected("STRIKING_OFF_TOO_EARLY").About("decision.sanction.kind");

    [Theory] // R25
    [InlineData(Ground.Misconduct)]
    [InlineData(Ground.ConvictionOrCaution)]
    [InlineData(Ground.DeterminationByAnotherBody)]
    [InlineData(Ground.BarredList)]
    public void For_other_grounds_striking_off_is_open_at_once(Ground ground) =>
        new Given(HeardFor(ground)).When(Record(StrikingOff), Today).Then(Recorded(StrikingOff));

    [Fact] // R30
    public void A_sanction_is_recorded_by_the_chair_and_confirmed_by_a_second_member_and_both_are_in_the_event()
    {
        new Given(Heard).When(Record(Suspension), Second.On("2027-01-11")).ThenRejected("NOT_THE_CHAIR").As(RejectionKind.Forbidden);
        CaseEvent[] recorded = [.. Heard, Recorded(Suspension)];
        new Given(recorded).When(new ConfirmDecision(Id, 1), Second.On("2027-01-11")).Then(Confirmed);
        new Given(recorded).When(new ConfirmDecision(Id, 1), Today).ThenRejected("SECOND_MEMBER_REQUIRED");
        new Given(recorded).When(new ConfirmDecision(Id, 1), Panel("panel-9").On("2027-01-11")).ThenRejected("NOT_A_MEMBER");
        new Given(recorded).When(new ConfirmDecision(Id, 1), Amara.On("2027-01-11")).ThenRejected("OWN_CASE");
        Assert.Empty(StandingOf(recorded).Sanctions);
    }

    [Fact] // R30
    public void Of_two_members_who_confirm_at_once_one_confirms_and_the_other_is_told_so()
    {
        new Given(Decided(Suspension)).When(new ConfirmDecision(Id, 1), Third.On("2027-01-11")).ThenRejected("ALREADY_CONFIRMED");
        new Given(Decided(Suspension)).When(new ConfirmDecision(Id, 1), Second.On("2027-01-11")).ThenNothing();
    }

    [Fact] // R30
    public void The_chair_may_put_another_decision_in_the_place_of_one_not_confirmed_and_the_first_cannot_be_confirmed_any_more()
    {
        CaseEvent[] recorded = [.. Heard, Recorded(Suspension)];
        new Given(recorded).When(Record(Suspension), Chair.On("2027-01-12")).ThenNothing();
        new Given(recorded).When(Record(Caution), Today).Then(Recorded(Caution) with { Number = 2 });
        new Given([.. recorded, Recorded(Caution) with { Number = 2 }]).When(new ConfirmDecision(Id, 1), Second.On("2027-01-11")).ThenRejected("NO_SUCH_DECISION");
    }

    [Fact]
    public void A_case_is_decided_once_and_at_a_hearing()
    {
        new Given(Decided(Suspension)).When(Record(Caution), Today).ThenRejected("ALREADY_DECIDED");
        new Given(Heard).When(Record(Caution), Chair.On("2027-01-10")).ThenRejected("NOT_HEARD");
        new Given(Referred).When(Record(Caution), Today).ThenRejected("NO_COMMITTEE");
        new Given(Investigating).When(Record(Caution), Today).ThenRejected("NOT_WITH_A_COMMITTEE");
        new Given().When(Record(Caution), Today).ThenRejected("CASE_NOT_FOUND").As(RejectionKind.NotFound);
        new Given([.. Heard, Cases.Closed]).When(Record(Caution), Today).ThenRejected("CASE_CLOSED");
    }

    [Fact]
    public void A_decision_says_what_it_imposes_and_no_other_does()
    {
        new Given(Heard).When(Record(Caution) with { Terms = null }, Today).ThenRejected("REQUIRED").About("decision.sanction");
        new Given(Heard).When(Record(Caution) with { Outcome = DecisionOutcome.NoAction }, Today).ThenRejected("SANCTION_NOT_WANTED");
        new Given(Heard).When(Record(Caution) with { Outcome = DecisionOutcome.Revoke }, Today).ThenRejected("WRONG_OUTCOME");
    }

    [Fact] // R26
    public void Notice_is_given_after_the_confirmation_and_once()
    {
        var serve = new ServeNotice(Id, Notified.NotifiedOn);
        new Given(Decided(Suspension)).When(serve, FtpOfficer.On("2027-01-12")).Then(Notified);
        new Given(Decided(Suspension)).When(serve, FtpOfficer.On("2027-01-11")).ThenRejected("NOT_A_DAY_OF_NOTICE");
        new Given(Decided(Suspension)).When(serve with { NotifiedOn = Day("2027-01-10") }, FtpOfficer.On("2027-01-12")).ThenRejected("NOT_A_DAY_OF_NOTICE");
        new Given(Sanctioned(Suspension)).When(serve, FtpOfficer.On("2027-01-13")).ThenNothing();
        new Given(Sanctioned(Suspension)).When(serve with { NotifiedOn = Day("2027-01-13") }, FtpOfficer.On("2027-01-13")).ThenRejected("ALREADY_NOTIFIED");
        new Given(Heard).When(serve, FtpOfficer.On("2027-01-12")).ThenRejected("NO_SANCTION");
    }

    [Fact] // R21
    public void A_case_that_a_committee_has_is_not_closed_by_an_officer()
    {
        var close = new CloseCase(Id, "Over.");
        new Given(Investigating).When(close, FtpOfficer.On("2026-07-03")).ThenRejected("COMMITTEE_CONVENED");
        new Given(Referred).When(close, FtpOfficer.On("2026-07-21")).ThenRejected("COMMITTEE_CONVENED");
        new Given(Investigating.Take(3)).When(close, FtpOfficer.On("2026-07-02")).Then(new CaseEvent.Closed("Over.", Day("2026-07-02"), ClosedAs.ByOfficer));
    }
}
