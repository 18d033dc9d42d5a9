using Register.Domain.Applications;
using Register.Domain.Identity;
using static Register.Domain.Tests.Applications.Submissions;
using static Register.Domain.Tests.Cast;

namespace Register.Domain.Tests.Applications;

public sealed class SettlingTheIdentity
{
    private static readonly DecisionContext Settling = Actor.Register.On("2026-03-02");
    private static readonly RecordIdentityClaim Stands = new(Id, OnePerson, TurnedAwayBy: null);
    private static readonly RecordIdentityClaim Falls = new(Id, OnePerson, IdentityHolder.Application);
    private static readonly RecordDistinctPerson Distinct = new(Id, "Two birth certificates seen.", IdentityClaimState.None);
    private static readonly IdentityEvent.TurnedAway TurnedAway = new(OnePerson, IdentityHolder.Application, NoonOf("2026-03-02"));
    private static readonly IdentityEvent.FoundDistinct FoundDistinct = new(FirstOfficer.Subject, Distinct.Reasons, NoonOf("2026-03-10"));
    private static readonly DecisionContext Later = FirstOfficer.On("2026-03-10");

    [Fact] // R14
    public void An_application_that_holds_the_identity_stands() => Given(Submitted).When(Stands, Settling).Then(IdentityClaimed);

    [Fact] // R14
    public void An_application_whose_person_has_another_is_turned_away() => Given(Submitted).When(Falls, Settling).Then(TurnedAway);

    [Fact] // R14
    public void What_is_settled_is_not_settled_again()
    {
        Given(Submitted, IdentityClaimed).When(Falls, Settling).ThenNothing();
        Given(Submitted, TurnedAway).When(Falls, Settling).ThenNothing();
    }

    [Theory]
    [MemberData(nameof(Endings), MemberType = typeof(Submissions))]
    public void An_application_that_has_ended_is_not_turned_away(string ending) =>
        Given(Submitted, Ending(ending)).When(Falls, Settling).ThenNothing();

    [Fact] // R14
    public void A_grant_waits_until_the_application_is_known_to_be_the_only_one() =>
        Given([Submitted, .. CheckedBy(FirstOfficer, AllEvidence).Skip(2)])
            .When(new GrantApplication(Id, "In order.", new ReliedOn(Programme)), SecondOfficer.On("2026-03-10"))
            .ThenRejected("IDENTITY_NOT_CLAIMED");

    [Fact] // R14
    public void An_application_that_was_turned_away_is_neither_checked_nor_granted_nor_withdrawn()
    {
        var given = Given([.. CheckedBy(FirstOfficer, AllEvidence).Where(e => e is not IdentityEvent), TurnedAway]);
        given.When(new RecordCheck(Id, EvidenceKind.Fee, true, "", new ReliedOn(Programme)), Later).ThenRejected("APPLICATION_TURNED_AWAY");
        given.When(new GrantApplication(Id, "In order.", new ReliedOn(Programme)), SecondOfficer.On("2026-03-10")).ThenRejected("APPLICATION_TURNED_AWAY");
        given.When(new WithdrawApplication(Id), Amara.On("2026-03-10")).ThenRejected("APPLICATION_TURNED_AWAY");
    }

    [Fact] // R14
    public void An_officer_finds_a_different_person_and_the_application_goes_on() =>
        Given(Submitted, TurnedAway).When(Distinct, Later).Then(FoundDistinct);

    [Fact] // R14
    public void A_different_person_found_is_granted_once_the_claim_stands()
    {
        ApplicationEvent[] found = [.. CheckedBy(FirstOfficer, AllEvidence).Where(e => e is not IdentityEvent), TurnedAway, FoundDistinct];
        var grant = new GrantApplication(Id, "In order.", new ReliedOn(Programme));
        Given(found).When(grant, SecondOfficer.On("2026-03-10")).ThenRejected("IDENTITY_NOT_CLAIMED");
        Given([.. found, IdentityClaimed]).When(grant, SecondOfficer.On("2026-03-10")).Then(Granted);
    }

    [Fact]
    public void A_different_person_is_found_once() => Given(Submitted, TurnedAway, FoundDistinct).When(Distinct, Later).ThenNothing();

    [Fact]
    public void The_stage_at_which_an_application_was_turned_away_is_where_it_goes_on() =>
        Assert.Equal(
            ApplicationStage.UnderAssessment,
            Given(Submitted, Checked(EvidenceKind.Fee, FirstOfficer), TurnedAway, FoundDistinct).State.Stage);

    [Fact]
    public void An_application_that_stands_needs_no_finding() => Given(Submitted, IdentityClaimed).When(Distinct, Later).ThenRejected("NOT_TURNED_AWAY");

    [Fact] // R14
    public void A_name_that_a_registrant_took_since_keeps_an_application_from_being_granted_until_an_officer_finds_a_different_person()
    {
        var taken = IdentityClaimState.None.Evolve(new IdentityClaimEvent.HeldByRegistrant(new(7), default, NoonOf("2026-03-05")));
        var grant = new GrantApplication(Id, "In order.", new ReliedOn(Programme) { Claims = taken });
        var checkedAll = CheckedBy(FirstOfficer, AllEvidence);
        Given(checkedAll).When(grant, SecondOfficer.On("2026-03-10")).ThenRejected("PERSON_IS_REGISTERED");
        Given(checkedAll).When(Distinct with { Claims = taken }, Later).Then(FoundDistinct);
        Given([.. checkedAll, FoundDistinct, IdentityClaimed]).When(grant, SecondOfficer.On("2026-03-10")).Then(Granted);
    }

    [Fact] // R14
    public void Evidence_of_identity_is_not_satisfied_while_the_login_has_a_registration_or_an_earlier_application_under_another_name()
    {
        var registered = Given([.. CheckedBy(FirstOfficer, AllEvidence), Granted]).State;
        var earlier = Given(Submitted with { At = Submitted.At.AddMinutes(-1) }).State;
        var later = Given(Submitted with { At = Submitted.At.AddMinutes(1) }).State;
        var withdrawn = Given(Submitted with { At = Submitted.At.AddMinutes(-1) }, new ApplicationEvent.Withdrawn(NoonOf("2026-03-03"))).State;
        var check = new RecordCheck(Id, EvidenceKind.Identity, true, "", new ReliedOn(Programme));
        var given = Given(Submitted, IdentityClaimed);
        given.When(check with { Records = check.Records with { Others = [registered] } }, Later).ThenRejected("PERSON_IS_REGISTERED");
        given.When(check with { Records = check.Records with { Others = [earlier] } }, Later).ThenRejected("PERSON_HAS_APPLICATION");
        given.When(check with { Records = check.Records with { Others = [later, withdrawn] } }, Later)
            .Then(new ApplicationEvent.EvidenceChecked(EvidenceKind.Identity, true, FirstOfficer.Subject, "", NoonOf("2026-03-10")));
    }

    [Fact] // R14
    public void A_refusal_lets_go_of_the_identity_and_an_appeal_is_not_decided_for_the_applicant_before_it_is_claimed_again()
    {
        ApplicationEvent[] appealed =
            [.. CheckedBy(FirstOfficer, AllEvidence), new ApplicationEvent.Refused(SecondOfficer.Subject, "No.", Day("2026-03-12"), NoonOf("2026-03-12")),
             new AppealEvent.Lodged("Wrong.", Day("2026-03-13"), NoonOf("2026-03-13"))];
        var third = new Actor("third", Roles.Registrar).On("2026-03-20");
        foreach (var outcome in new[] { AppealOutcome.Allowed, AppealOutcome.Remitted })
            Given(appealed).When(new DecideAppeal(Id, outcome, "Heard.", new(Programme)), third).ThenRejected("IDENTITY_NOT_CLAIMED");
        Given(appealed).When(Stands, Settling).Then(IdentityClaimed);
        Given(appealed).When(Falls, Settling).Then(TurnedAway);
        Given([.. appealed, TurnedAway]).When(new DecideAppeal(Id, AppealOutcome.Remitted, "Heard.", new(Programme)), third).ThenRejected("NO_APPEAL");
    }

    [Fact]
    public void Nobody_finds_on_their_own_application() =>
        Given(Submitted, TurnedAway).When(Distinct, Amara.On("2026-03-10")).ThenRejected("OWN_APPLICATION").As(RejectionKind.Forbidden);

    [Fact]
    public void An_unknown_application_is_not_found()
    {
        Given().When(Distinct, Later).ThenRejected("APPLICATION_NOT_FOUND").As(RejectionKind.NotFound);
        Given().When(Stands, Settling).ThenRejected("APPLICATION_NOT_FOUND").As(RejectionKind.NotFound);
    }
}
