using CsCheck;
using Register.Domain.Applications;
using Register.Domain.Education;
using static Register.Domain.Tests.Applications.Submissions;
using static Register.Domain.Tests.Cast;

namespace Register.Domain.Tests.Applications;

/// <summary>Whatever is done to applications by grandparenting or the international route, in whatever order.</summary>
public sealed class StepProperties
{
    private static readonly string[] Officers = ["officer-1", "officer-2", "alan", "beth", "carl"];

    private static readonly SubmitApplication Grandparenting = Application with
    {
        Route = EntryRoute.Grandparenting,
        Award = null,
        Evidence = new([PracticeArea.Breast], new PracticeEvidence([], new(Day("2025-12-01"), "T-1"), NeverRegistered: true)),
    };

    private static readonly SubmitApplication International = Application with
    {
        Route = EntryRoute.International,
        Award = null,
        Evidence = new([PracticeArea.Breast], Qualification: new("Licenciatura", "ESTeSL", "PT", Day("2020-07-01"), null, "IELTS 7.5")),
    };

    private static readonly Gen<Step<ApplicationState, ApplicationEvent>> Steps =
        from kind in Gen.OneOf<EvidenceKind?>(null, null, EvidenceKind.Fee, EvidenceKind.Practice, EvidenceKind.Comparability)
        from satisfied in Gen.Frequency((9, true), (1, false))
        from finding in Gen.Enum<Finding>()
        from outcome in Gen.Enum<AppealOutcome>()
        from measure in Gen.OneOf<CompensationMeasure?>(null, CompensationMeasure.AptitudeTest)
        from passed in Gen.Bool
        from number in Gen.Int[1, 3]
        from assessor in Gen.OneOf(Officers)
        from command in Gen.Frequency<ICommand<ApplicationState, ApplicationEvent>>(
            (6, new RecordCheck(Id, kind, satisfied, "Seen.", new ReliedOn(ProgrammeState.None))),
            (3, new AppointAssessor(Id, assessor)),
            (6, new RecordFinding(Id, finding, "Seen.")),
            (1, new RequestInformation(Id, $"Question {number}", Day("2026-06-01"))),
            (2, new AnswerInformationRequest(Id, number, "Answer.")),
            (2, new AssessComparability(Id, measure, "Seen.")),
            (2, new RecordMeasureOutcome(Id, passed, "Seen.")),
            (4, new GrantApplication(Id, "In order.", new ReliedOn(ProgrammeState.None))),
            (1, new RefuseApplication(Id, "Not in order.")),
            (2, new LodgeAppeal(Id, "It is.")),
            (2, new DecideAppeal(Id, outcome, "Considered.", ReliedOn.Nothing)),
            (1, new SaveDraft(Id, "{}", Opens: false)))
        from daysLater in Gen.Int[0, 2]
        from who in Gen.Frequency((1, Gen.Const(Amara)), (3, Gen.OneOf(Officers).Select(o => new Actor(o, Roles.Registrar))))
        select new Step<ApplicationState, ApplicationEvent>(command, daysLater, who);

    private static readonly Gen<Step<ApplicationState, ApplicationEvent>[]> Histories =
        from grandparenting in Gen.Bool
        from steps in Steps.Array[0, 60]
        select (Step<ApplicationState, ApplicationEvent>[])
        [
            new(grandparenting ? Grandparenting : International, 0, Amara),
            new(new RecordIdentityClaim(Id, default, null), 0, Actor.Register),
            .. steps,
        ];

    [Fact]
    public void An_accepted_step_run_again_on_its_own_outcome_does_nothing() =>
        Histories.Sample(Tests.Histories.AcceptedCommandsRunAgainDoNothing);

    [Fact]
    public void What_is_stored_folds_to_the_state_that_decided() =>
        Histories.Sample(Tests.Histories.StoredEventsFoldToTheStateThatDecided);

    [Fact] // R9, R11, R12, R15
    public void Any_order_of_steps_leaves_a_state_that_the_rules_allow() =>
        Histories.Sample(history =>
        {
            foreach (var state in Tests.Histories.Run(history).Select(accepted => accepted.Outcome))
            {
                var assessors = state.Assessors.Select(a => a.Subject).ToList();
                Assert.Equal(assessors.Distinct(), assessors);
                Assert.InRange(assessors.Count, 0, 3);
                Assert.DoesNotContain(state.Checks.Values, check => assessors.Contains(check.Officer));
                Assert.Equal(state.Stage == ApplicationStage.Granted, state.Grant is not null);
                Assert.Equal(state.Stage is ApplicationStage.Refused or ApplicationStage.UnderAppeal, state.Refusal is not null);
                if (state.Stage == ApplicationStage.InformationRequested)
                    Assert.Contains(state.Requests, r => r.IsOpen);
                if (state.Grant is not { } grant)
                    continue;
                Assert.DoesNotContain(state.Requests, r => r.IsOpen);
                Assert.Contains(state.Checks.Values, check => check.Officer != grant.Officer);
                if (state.Submission!.Route == EntryRoute.Grandparenting)
                    Assert.Equal(Finding.MeetsStandard, Assessor.OutcomeOf(state));
                else
                    Assert.True(state.Comparability!.IsMet);
            }
        });
}
