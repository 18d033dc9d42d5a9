using CsCheck;
using Register.Domain.Applications;
using Register.Domain.Education;
using Register.Domain.Identity;
using static Register.Domain.Tests.Applications.Submissions;
using static Register.Domain.Tests.Cast;

namespace Register.Domain.Tests.Applications;

public sealed class ApplicationProperties
{
    private static readonly Gen<ProgrammeState> Programmes = Gen.Frequency((9, Programme), (1, ProgrammeState.None));

    private static readonly Gen<Step<ApplicationState, ApplicationEvent>> Checks =
        from evidence in Gen.Enum<EvidenceKind>()
        from satisfied in Gen.Frequency((9, true), (1, false))
        from note in Gen.OneOf("", "Seen.")
        from programme in Programmes
        from daysLater in Gen.Int[0, 5]
        from officer in Gen.Frequency((9, FirstOfficer), (1, SecondOfficer))
        select new Step<ApplicationState, ApplicationEvent>(new RecordCheck(Id, evidence, satisfied, note, new ReliedOn(programme)), daysLater, officer);

    private static readonly Gen<Step<ApplicationState, ApplicationEvent>> Others =
        from programme in Programmes
        from command in Gen.Frequency<ICommand<ApplicationState, ApplicationEvent>>(
            (5, new GrantApplication(Id, "In order.", new ReliedOn(programme))),
            (1, new RefuseApplication(Id, "Not in order.")),
            (1, new WithdrawApplication(Id)),
            (1, new RecordIdentityClaim(Id, OnePerson, IdentityHolder.Application)),
            (1, new RecordDistinctPerson(Id, "Twins.", IdentityClaimState.None)),
            (1, Application))
        from daysLater in Gen.Int[0, 5]
        from who in Gen.OneOf(Amara, Bryn, FirstOfficer, SecondOfficer)
        select new Step<ApplicationState, ApplicationEvent>(command, daysLater, who);

    private static readonly Gen<Step<ApplicationState, ApplicationEvent>> Claims =
        from holder in Gen.Frequency<IdentityHolder?>((9, null), (1, IdentityHolder.Registrant))
        select new Step<ApplicationState, ApplicationEvent>(new RecordIdentityClaim(Id, OnePerson, holder), 0, Actor.Register);

    private static readonly Gen<Step<ApplicationState, ApplicationEvent>[]> Applications =
        from claim in Claims
        from checks in Checks.Array[0, 40]
        from others in Others.Array[0, 5]
        select (Step<ApplicationState, ApplicationEvent>[])[new(Application, 0, Amara), claim, .. checks, .. others];

    [Fact]
    public void An_accepted_command_run_again_on_its_own_outcome_does_nothing() =>
        Applications.Sample(Histories.AcceptedCommandsRunAgainDoNothing);

    [Fact]
    public void What_is_stored_folds_to_the_state_that_decided() =>
        Applications.Sample(Histories.StoredEventsFoldToTheStateThatDecided);

    [Fact] // R9, R15
    public void Whoever_grants_has_not_checked_all_the_evidence_and_all_of_it_was_satisfied() =>
        Applications.Sample(history =>
        {
            foreach (var outcome in Histories.Run(history).Select(accepted => accepted.Outcome))
            {
                if (outcome.Grant is not { } grant)
                    continue;
                Assert.Equal(IdentityStanding.Claimed, outcome.Identity?.Standing); // R14
                Assert.Equal(AllEvidence, outcome.Checks.Keys);
                Assert.All(outcome.Checks.Values, check => Assert.True(check.Satisfied));
                Assert.Contains(outcome.Checks.Values, check => check.Officer != grant.Officer);
            }
        });
}
