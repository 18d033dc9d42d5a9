using CsCheck;
using Register.Domain.Identity;
using Register.Domain.Registration;
using static Register.Domain.Tests.Identity.Claims;

namespace Register.Domain.Tests.Identity;

public sealed class ClaimProperties
{
    private static readonly Gen<ApplicationId> Applications = Gen.Int[1, 8].Select(Numbered);

    // Each application has a number of its own, as it would be given.
    private static readonly Gen<ICommand<IdentityClaimState, IdentityClaimEvent>> Commands =
        from application in Applications
        from returning in Gen.Frequency<RegistrationNumber?>((6, null), (1, Son1), (1, Son2))
        from distinct in Gen.Frequency((5, false), (1, true))
        from command in Gen.Frequency<ICommand<IdentityClaimState, IdentityClaimEvent>>(
            (5, Claim(application, returning, distinct)),
            (2, new ReleaseIdentity(Person, application)),
            (2, new HoldIdentity(Person, new RegistrationNumber((int)(application.Value.ToByteArray()[0])), application)))
        select command;

    private static readonly Gen<Step<IdentityClaimState, IdentityClaimEvent>[]> Histories =
        Commands.Select(command => new Step<IdentityClaimState, IdentityClaimEvent>(command, 0, Actor.Register)).Array[1, 40];

    [Fact]
    public void An_accepted_command_run_again_on_its_own_outcome_does_nothing() =>
        Histories.Sample(Tests.Histories.AcceptedCommandsRunAgainDoNothing);

    [Fact]
    public void What_is_stored_folds_to_the_state_that_decided() =>
        Histories.Sample(Tests.Histories.StoredEventsFoldToTheStateThatDecided);

    [Fact] // R14
    public void However_claims_and_releases_interleave_at_most_one_stands_that_no_officer_found_to_be_another_person() =>
        Histories.Sample(history =>
        {
            foreach (var state in Tests.Histories.Run(history.Where(step => step.Command is not HoldIdentity)).Select(accepted => accepted.Outcome))
                Assert.True(state.Applications.Values.Count(claim => claim is { Standing: ClaimStanding.Held, Distinct: false }) <= 1);
        });

    [Fact] // R14
    public void Beside_a_registration_nobody_stands_but_a_registrant_who_comes_back_or_another_person() =>
        Histories.Sample(history =>
        {
            var state = IdentityClaimState.None;
            foreach (var accepted in Tests.Histories.Run(history))
            {
                foreach (var claimed in accepted.Events.OfType<IdentityClaimEvent.Claimed>().Where(c => !c.Distinct && !state.Registrants.IsEmpty))
                    Assert.True(claimed.Returning is { } number && state.Registrants.Contains(number));
                state = accepted.Outcome;
            }
        });
}
