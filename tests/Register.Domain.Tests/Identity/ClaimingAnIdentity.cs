using Register.Domain.Identity;
using static Register.Domain.Tests.Identity.Claims;

namespace Register.Domain.Tests.Identity;

public sealed class ClaimingAnIdentity
{
    [Fact] // R14
    public void The_first_application_stands() => Given().When(Claim(First), Today).Then(Claimed(First));

    [Fact] // R14
    public void A_second_live_application_of_the_person_is_turned_away() =>
        Given(Claimed(First)).When(Claim(Second), Today).Then(TurnedAway(Second));

    [Fact] // R14
    public void An_application_that_stands_does_not_claim_again() => Given(Claimed(First)).When(Claim(First), Today).ThenNothing();

    [Fact] // R14
    public void An_application_that_was_turned_away_stays_so_when_the_other_is_withdrawn() =>
        Given(Claimed(First), TurnedAway(Second), Released(First)).When(Claim(Second), Today).ThenNothing();

    [Fact] // R14
    public void After_a_withdrawal_or_refusal_the_person_applies_again() =>
        Given(Claimed(First), Released(First)).When(Claim(Second), Today).Then(Claimed(Second));

    [Fact] // R14
    public void An_application_that_let_go_can_claim_again_when_it_is_taken_up_again() =>
        Given(Claimed(First), Released(First)).When(Claim(First), Today).Then(Claimed(First));

    [Fact] // R14
    public void An_application_that_let_go_is_turned_away_when_another_stands_by_then() =>
        Given(Claimed(First), Released(First), Claimed(Second)).When(Claim(First), Today).Then(TurnedAway(First));

    [Fact] // R14
    public void A_registered_persons_application_is_turned_away() =>
        Given(Claimed(First), Held(Son1, First)).When(Claim(Second), Today).Then(TurnedAway(Second, IdentityHolder.Registrant));

    [Fact] // R14, R20
    public void A_registrant_comes_back_with_their_own_number() =>
        Given(Claimed(First), Held(Son1, First)).When(Claim(Second, returning: Son1), Today).Then(Claimed(Second, returning: Son1));

    [Fact] // R14
    public void A_registrant_comes_back_once_at_a_time() =>
        Given(Claimed(First), Held(Son1, First), Claimed(Second, returning: Son1))
            .When(Claim(Numbered(3), returning: Son1), Today)
            .Then(TurnedAway(Numbered(3)));

    [Fact] // R14
    public void Another_number_than_the_registrants_opens_no_way() =>
        Given(Claimed(First), Held(Son1, First)).When(Claim(Second, returning: Son2), Today).Then(TurnedAway(Second, IdentityHolder.Registrant));

    [Fact] // R14
    public void A_person_found_to_be_another_stands_beside_the_first() =>
        Given(Claimed(First), TurnedAway(Second)).When(Claim(Second, distinct: true), Today).Then(Claimed(Second, distinct: true));

    [Fact] // R14
    public void A_person_found_to_be_another_stands_beside_a_registrant() =>
        Given(Claimed(First), Held(Son1, First), TurnedAway(Second, IdentityHolder.Registrant))
            .When(Claim(Second, distinct: true), Today)
            .Then(Claimed(Second, distinct: true));

    [Fact] // R14
    public void A_third_application_is_turned_away_while_only_the_other_person_stands() =>
        Given(Claimed(First), TurnedAway(Second), Claimed(Second, distinct: true), Released(First))
            .When(Claim(Numbered(3)), Today)
            .Then(TurnedAway(Numbered(3)));

    [Fact]
    public void What_was_never_claimed_is_not_released() => Given().When(new ReleaseIdentity(Person, First), Today).ThenNothing();

    [Fact] // R14
    public void An_application_lets_go_once() =>
        Given(Claimed(First), Released(First)).When(new ReleaseIdentity(Person, First), Today).ThenNothing();

    [Fact] // R14
    public void An_application_that_stands_lets_go() => Given(Claimed(First)).When(new ReleaseIdentity(Person, First), Today).Then(Released(First));

    [Fact] // R14
    public void A_registration_is_not_let_go() =>
        Given(Claimed(First), Held(Son1, First)).When(new ReleaseIdentity(Person, First), Today).ThenNothing();

    [Fact] // R14
    public void A_registrant_holds_the_identity_of_their_application() =>
        Given(Claimed(First)).When(new HoldIdentity(Person, Son1, First), Today).Then(Held(Son1, First));

    [Fact] // R14
    public void A_registrant_holds_it_once() =>
        Given(Claimed(First), Held(Son1, First)).When(new HoldIdentity(Person, Son1, First), Today).ThenNothing();

    [Fact] // R14, R20
    public void A_registrant_who_came_back_can_leave_and_come_back_once_more() =>
        Given(Claimed(First), Held(Son1, First), Claimed(Second, returning: Son1), Held(Son1, Second))
            .When(Claim(Numbered(3), returning: Son1), Today)
            .Then(Claimed(Numbered(3), returning: Son1));
}
