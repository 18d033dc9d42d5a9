using Register.Domain.FitnessToPractise;
using static Register.Domain.Tests.Cast;
using static Register.Domain.Tests.FitnessToPractise.Procedure;
using Given = Register.Domain.Tests.Scenario<Register.Domain.FitnessToPractise.CaseState, Register.Domain.FitnessToPractise.CaseEvent>;

namespace Register.Domain.Tests.FitnessToPractise;

public sealed class LeavingByAgreement
{
    private static readonly RecordRemovalAgreement Record = new(Id, "Retired.", "Removed by agreement.");

    private static readonly AgreementEvent.Recorded Agreed = new("Retired.", "Removed by agreement.", "ftp-officer", Day("2026-09-01"));

    private static readonly AgreementEvent.Confirmed Removed = new("ftp-officer", "panel-1", Day("2026-09-02"));

    private static readonly ConfirmRemovalAgreement Confirm = new(Id);

    private static readonly DecisionContext Today = FtpOfficer.On("2026-09-01");

    [Fact] // R19, R30
    public void Two_people_make_an_agreement_and_it_takes_effect_on_the_day_of_the_second()
    {
        new Given(Referred).When(Record, Today).Then(Agreed);
        new Given([.. Referred, Agreed]).When(Confirm, Chair.On("2026-09-02")).Then(Removed);
        new Given([.. Referred, Agreed]).When(Confirm, FtpOfficer.On("2026-09-02")).ThenRejected("SECOND_PERSON_REQUIRED");
        var standing = StandingOf([.. Referred, Agreed, Removed]);
        Assert.Equal(
            new(SanctionKind.RemovalByAgreement, Day("2026-09-02"), Day("2026-09-02"), null, "Removed by agreement."), Assert.Single(standing.Sanctions));
        Assert.Equal(Day("2026-09-01"), standing.HeldUntil);
        Assert.Equal(CaseStage.Closed, new Given([.. Referred, Agreed, Removed]).State.StageOn(Day("2026-09-02")));
    }

    [Fact] // R30: as for a sanction, the chair records it and another member confirms it
    public void While_a_committee_has_the_case_two_of_its_members_make_the_agreement()
    {
        new Given(Heard).When(Record, Today).ThenRejected("NOT_THE_CHAIR").As(RejectionKind.Forbidden);
        new Given(Heard).When(Record, Second.On("2026-09-01")).ThenRejected("NOT_THE_CHAIR");
        new Given(Heard).When(Record, Chair.On("2026-09-01")).Then(Agreed with { By = "panel-1" });

        CaseEvent[] agreed = [.. Heard, Agreed with { By = "panel-1" }];
        new Given(agreed).When(Confirm, FtpOfficer.On("2026-09-02")).ThenRejected("NOT_A_MEMBER").As(RejectionKind.Forbidden);
        new Given(agreed).When(Confirm, Chair.On("2026-09-02")).ThenRejected("SECOND_PERSON_REQUIRED");
        new Given(agreed).When(Confirm, Second.On("2026-09-02")).Then(new AgreementEvent.Confirmed("panel-1", "panel-2", Day("2026-09-02")));
    }

    [Fact] // R30
    public void What_was_agreed_before_a_committee_had_the_case_its_chair_records_anew()
    {
        CaseEvent[] convenedSince = [.. Referred, Agreed with { On = Day("2026-08-01") }, Convened];
        new Given(convenedSince).When(Confirm, Second.On("2026-09-02")).ThenRejected("NOT_THE_CHAIRS");
        new Given(convenedSince).When(Record, Chair.On("2026-09-01")).Then(Agreed with { By = "panel-1" });

        // One whose stage is over has the case no longer.
        new Given(Sanctioned(Suspension)).When(Record, FtpOfficer.On(Effect)).Then(Agreed with { On = Day(Effect) });
    }

    [Fact] // R26
    public void There_is_no_appeal_against_an_agreement() =>
        new Given([.. Referred, Agreed, Removed]).When(new LodgeSanctionAppeal(Id, "I did not mean it.", null), Amara.On("2026-09-03")).ThenRejected("NOTHING_TO_APPEAL");

    [Fact]
    public void An_agreement_is_recorded_and_confirmed_once()
    {
        new Given([.. Referred, Agreed]).When(Record, Today).ThenNothing();
        new Given([.. Referred, Agreed, Removed]).When(Confirm, Chair.On("2026-09-02")).ThenNothing();
        new Given([.. Referred, Agreed, Removed]).When(Confirm, Second.On("2026-09-02")).ThenRejected("ALREADY_CONFIRMED");
        new Given(Referred).When(Confirm, Today).ThenRejected("NO_AGREEMENT");
    }

    [Fact]
    public void Nobody_is_removed_by_agreement_before_triage_nor_for_a_false_entry_nor_after_a_decision()
    {
        new Given(Concern).When(Record, Today).ThenRejected("NOT_TRIAGED");
        new Given([Concern with { Ground = Ground.IncorrectOrFraudulentEntry }, .. Referred.Skip(1)]).When(Record, Today).ThenRejected("WRONG_SANCTION");
        new Given(Sanctioned(StrikingOff)).When(Record, FtpOfficer.On("2027-01-13")).ThenRejected("DECISION_WAITS");
        new Given(Concern, Cases.Closed).When(Record, FtpOfficer.On("2026-09-02")).ThenRejected("CASE_CLOSED");
    }

    [Fact] // R19
    public void An_agreement_ends_a_suspension_in_force()
    {
        CaseEvent[] events = [.. Sanctioned(Suspension), Agreed with { On = Day("2027-05-01") }, Removed with { On = Day("2027-05-02") }];
        Assert.Equal(
            [(SanctionKind.Suspension, Day("2027-05-01")), (SanctionKind.RemovalByAgreement, (DateOnly?)null)],
            StandingOf(events).Sanctions.Select(s => (s.Kind, s.Until)));
    }

    [Fact]
    public void A_case_is_joined_to_another_open_one_about_the_same_registrant()
    {
        var other = new CaseId(Guid.Parse("c2c2c2c2-0000-4000-8000-000000000002"));
        var join = new JoinCase(Id, other, new Given(Concern).State);
        var joined = new CaseEvent.Closed($"Joined to cases/{other}.", Day("2026-09-01"), ClosedAs.Joined, other);
        new Given(Investigating).When(join, Today).Then(joined);
        new Given([.. Investigating, joined]).When(join, Today).ThenNothing();
        new Given([.. Investigating, joined]).When(join with { Into = new(Guid.NewGuid()) }, Today).ThenRejected("CASE_CLOSED");
        new Given(Investigating).When(join with { Other = new Given(Concern, Cases.Closed).State }, Today).ThenRejected("OTHER_CASE_NOT_OPEN");
        new Given(Investigating).When(join with { Other = CaseState.None }, Today).ThenRejected("OTHER_CASE_NOT_OPEN");
        new Given(Investigating)
            .When(join with { Other = new Given(Concern with { Registrant = new(99) }).State }, Today)
            .ThenRejected("NOT_THE_SAME_REGISTRANT");
        new Given([.. Investigating, new ConcernEvent.RegistrantAttached(new(99), Amara.Subject, "ftp-officer", Day("2026-07-03"))])
            .When(join, Today)
            .ThenRejected("REGISTRANT_NOT_IN_OTHER_CASE").Naming("SON99");
        foreach (var day in new[] { LastDayToAppeal, Effect })
            new Given(Investigating).When(join with { Other = new Given(Sanctioned(Suspension)).State }, FtpOfficer.On(day)).ThenRejected("OTHER_CASE_DECIDED");
        new Given(Investigating).When(join with { Into = Id }, Today).ThenRejected("SAME_CASE");
        new Given([.. Investigating, Cases.Order]).When(join, Today).ThenRejected("INTERIM_ORDER_IN_FORCE");
        new Given(Sanctioned(Suspension)).When(join, FtpOfficer.On("2027-01-13")).ThenRejected("ALREADY_DECIDED");
    }
}
