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
    private static readonly RecordDistinctPerson Distinct = new(Id, "Two birth certificates seen.");
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
            .When(new GrantApplication(Id, "In order.", Programme), SecondOfficer.On("2026-03-10"))
            .ThenRejected("IDENTITY_NOT_CLAIMED");

    [Fact] // R14
    public void An_application_that_was_turned_away_is_neither_checked_nor_granted_nor_withdrawn()
    {
        var given = Given([.. CheckedBy(FirstOfficer, AllEvidence).Where(e => e is not IdentityEvent), TurnedAway]);
        given.When(new RecordCheck(Id, EvidenceKind.Fee, true, "", Programme), Later).ThenRejected("APPLICATION_TURNED_AWAY");
        given.When(new GrantApplication(Id, "In order.", Programme), SecondOfficer.On("2026-03-10")).ThenRejected("APPLICATION_TURNED_AWAY");
        given.When(new WithdrawApplication(Id), Amara.On("2026-03-10")).ThenRejected("APPLICATION_TURNED_AWAY");
    }

    [Fact] // R14
    public void An_officer_finds_a_different_person_and_the_application_goes_on() =>
        Given(Submitted, TurnedAway).When(Distinct, Later).Then(FoundDistinct);

    [Fact] // R14
    public void A_different_person_found_is_granted_once_the_claim_stands()
    {
        ApplicationEvent[] found = [.. CheckedBy(FirstOfficer, AllEvidence).Where(e => e is not IdentityEvent), TurnedAway, FoundDistinct];
        var grant = new GrantApplication(Id, "In order.", Programme);
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
