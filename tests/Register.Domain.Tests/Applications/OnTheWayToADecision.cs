using System.Collections.Immutable;
using Register.Domain.Applications;
using Register.Domain.Education;
using static Register.Domain.Tests.Applications.Submissions;
using static Register.Domain.Tests.Cast;

namespace Register.Domain.Tests.Applications;

/// <summary>Drafts, questions, assessors and appeals.</summary>
public sealed class OnTheWayToADecision
{
    private static readonly Actor Third = new("officer-3", Roles.Registrar);

    private static readonly ApplicationEvent Asked = new InformationEvent.Requested(1, "Where?", Day("2026-03-20"), FirstOfficer.Subject, NoonOf("2026-03-06"));

    private static readonly ApplicationEvent.Submitted Grandparenting = Submitted with
    {
        Route = EntryRoute.Grandparenting,
        Award = null,
        Evidence = new([PracticeArea.Breast], new PracticeEvidence([], new(Day("2026-01-05"), "T-1"), true)),
    };

    [Fact]
    public void A_draft_needs_nothing_complete_and_is_its_owners_alone()
    {
        var save = new SaveDraft(Id, "{}", Opens: true);
        var saved = new DraftEvent.Saved(Amara.Subject, "{}", NoonOf("2026-03-02"));
        Given().When(save, Amara.On("2026-03-02")).Then(saved);
        Given(saved).When(save with { Opens = false }, Amara.On("2026-03-03")).ThenNothing();
        Given(saved).When(save with { Opens = false, Form = "x" }, Bryn.On("2026-03-03")).ThenRejected("APPLICATION_NOT_FOUND");
        Given(saved).When(Application with { FromDraft = true }, Bryn.On("2026-03-02")).ThenRejected("APPLICATION_NOT_FOUND");
        Given(saved).When(Application with { FromDraft = true }, Amara.On("2026-03-02")).Then(Submitted);
        Given(saved, Submitted).When(save with { Opens = false, Form = "x" }, Amara.On("2026-03-03")).ThenRejected("NOT_A_DRAFT");
        Given(saved).When(new GrantApplication(Id, "?", new ReliedOn(Programme)), SecondOfficer.On("2026-03-03")).ThenRejected("APPLICATION_NOT_FOUND");
    }

    [Fact]
    public void A_question_never_asked_is_not_answered()
    {
        Given(Submitted).When(new AnswerInformationRequest(Id, 1, "Leeds."), Amara.On("2026-03-07")).ThenRejected("QUESTION_NEVER_ASKED");
        Given(Submitted, Asked).When(new AnswerInformationRequest(Id, 2, "Leeds."), Amara.On("2026-03-07")).ThenRejected("QUESTION_NEVER_ASKED");
        Given(Submitted, Asked).When(new AnswerInformationRequest(Id, 1, "Leeds."), Bryn.On("2026-03-07")).ThenRejected("APPLICATION_NOT_FOUND");
        Given(Submitted, Asked)
            .When(new AnswerInformationRequest(Id, 1, "Leeds."), Amara.On("2026-03-07"))
            .Then(new InformationEvent.Answered(1, "Leeds.", NoonOf("2026-03-07")));
    }

    [Fact]
    public void An_application_waits_for_its_answer_until_the_due_date()
    {
        var asked = Given([.. CheckedBy(FirstOfficer, AllEvidence), Asked]);
        Assert.Equal(ApplicationStage.InformationRequested, asked.State.Stage);
        asked.When(new GrantApplication(Id, "In order.", new ReliedOn(Programme)), SecondOfficer.On("2026-03-10")).ThenRejected("INFORMATION_OUTSTANDING");
        asked.When(new RefuseApplication(Id, "No."), SecondOfficer.On("2026-03-20")).ThenRejected("INFORMATION_OUTSTANDING");
        Assert.Empty(new RefuseApplication(Id, "No.").Decide(asked.State, SecondOfficer.On("2026-03-21")).Rejections);
        Assert.Equal(
            ApplicationStage.UnderAssessment,
            Given([.. CheckedBy(FirstOfficer, AllEvidence), Asked, new InformationEvent.Answered(1, "Leeds.", NoonOf("2026-03-07"))]).State.Stage);
    }

    [Fact] // R11
    public void Two_assess_and_a_third_only_when_they_disagree()
    {
        var appoint = new AppointAssessor(Id, "alan");
        var today = FirstOfficer.On("2026-03-06");
        Given(Grandparenting, Appointed("alan"), Appointed("beth")).When(appoint with { Assessor = "carl" }, today).ThenRejected("TWO_ASSESSORS");
        Given(Grandparenting, Appointed("alan"), Appointed("beth"), Found("alan", Finding.MeetsStandard), Found("beth", Finding.MeetsStandard))
            .When(appoint with { Assessor = "carl" }, today).ThenRejected("TWO_ASSESSORS");
        ApplicationEvent[] split =
            [Grandparenting, Appointed("alan"), Appointed("beth"), Found("alan", Finding.MeetsStandard), Found("beth", Finding.DoesNotMeetStandard)];
        Given(split).When(appoint with { Assessor = "carl" }, today).Then(Appointed("carl"));
        Given([.. split, Appointed("carl")]).When(appoint with { Assessor = "dora" }, today).ThenRejected("THREE_ASSESSORS");
        Assert.Null(Assessor.OutcomeOf(Given(split).State));
        Assert.Equal(Finding.MeetsStandard, Assessor.OutcomeOf(Given([.. split, Appointed("carl"), Found("carl", Finding.MeetsStandard)]).State));
    }

    [Fact] // R11
    public void Nobody_assesses_twice_or_what_they_checked_or_their_own()
    {
        var alan = new Actor("alan", Roles.Registrar);
        var today = FirstOfficer.On("2026-03-06");
        var finding = new RecordFinding(Id, Finding.MeetsStandard, "Broad.");
        Given(Grandparenting, Appointed("alan"), Found("alan", Finding.DoesNotMeetStandard)).When(finding, alan.On("2026-03-07")).ThenRejected("ALREADY_ASSESSED");
        Given(Grandparenting).When(finding, alan.On("2026-03-07")).ThenRejected("NOT_APPOINTED").As(RejectionKind.Forbidden);
        Given(Grandparenting, Checked(EvidenceKind.Fee, alan)).When(new AppointAssessor(Id, "alan"), today).ThenRejected("ASSESSOR_HAS_CHECKED");
        Given(Grandparenting, Appointed("alan"))
            .When(new RecordCheck(Id, EvidenceKind.Fee, true, "", new ReliedOn(ProgrammeState.None)), alan.On("2026-03-07")).ThenRejected("ASSESSOR_DOES_NOT_CHECK");
        Given(Grandparenting).When(new AppointAssessor(Id, Amara.Subject), today).ThenRejected("OWN_APPLICATION");
        Given(Submitted).When(new AppointAssessor(Id, "alan"), today).ThenRejected("NO_ASSESSORS_NEEDED");
    }

    [Fact] // R11
    public void Grandparenting_is_granted_when_two_assessors_find_that_practice_meets_the_standard()
    {
        ApplicationEvent[] all =
        [
            Grandparenting,
            new IdentityEvent.Claimed(default, NoonOf("2026-03-02")),
            .. RouteRules.Needed(EntryRoute.Grandparenting, Grandparenting.Evidence).Select(k => Checked(k, FirstOfficer)),
            Appointed("alan"),
            Appointed("beth"),
            Found("alan", Finding.MeetsStandard),
        ];
        var grant = new GrantApplication(Id, "In order.", new ReliedOn(ProgrammeState.None));
        Given(all).When(grant, SecondOfficer.On("2026-03-10")).ThenRejected("ASSESSORS_NOT_SATISFIED");
        Given([.. all, Found("beth", Finding.MeetsStandard)])
            .When(grant, SecondOfficer.On("2026-03-10")).Then(Granted with { PracticeAreas = [PracticeArea.Breast] });
    }

    [Fact] // 28 days
    public void A_refusal_is_appealed_until_the_28th_day_and_not_the_day_after()
    {
        var refused = Given([.. CheckedBy(FirstOfficer, AllEvidence), Refused]);
        var appeal = new LodgeAppeal(Id, "I was in time.");
        refused.When(appeal, Amara.On("2026-04-07")).Then(Lodged("2026-04-07"));
        refused.When(appeal, Amara.On("2026-04-08")).ThenRejected("APPEAL_TOO_LATE").Naming("2026-04-07");
        refused.When(appeal, Bryn.On("2026-04-07")).ThenRejected("APPLICATION_NOT_FOUND");
        Given(Submitted).When(appeal, Amara.On("2026-03-07")).ThenRejected("NOTHING_TO_APPEAL");
    }

    [Theory]
    [InlineData(AppealOutcome.Dismissed, ApplicationStage.Refused)]
    [InlineData(AppealOutcome.Remitted, ApplicationStage.UnderAssessment)]
    [InlineData(AppealOutcome.Allowed, ApplicationStage.Granted)]
    public void An_appeal_ends_in_its_outcome_by_another_officer(AppealOutcome outcome, ApplicationStage stage)
    {
        var appealed = Given([.. CheckedBy(FirstOfficer, AllEvidence), Refused, Lodged("2026-03-20"), IdentityClaimed]);
        var decide = new DecideAppeal(Id, outcome, "Considered.", new(Programme));
        appealed.When(decide, SecondOfficer.On("2026-03-25")).ThenRejected("ANOTHER_OFFICER_REQUIRED");
        var after = decide.Decide(appealed.State, Third.On("2026-03-25")).Events.Aggregate(appealed.State, (s, e) => s.Evolve(e));
        Assert.Equal(stage, after.Stage);
        Assert.True(decide.Decide(after, Third.On("2026-03-25")) is { Events.IsEmpty: true, Rejections.IsEmpty: true });
    }

    [Fact] // R9
    public void An_appeal_is_not_allowed_while_evidence_is_missing() =>
        Given([.. CheckedBy(FirstOfficer, EvidenceKind.Fee), Refused, Lodged("2026-03-20")])
            .When(new DecideAppeal(Id, AppealOutcome.Allowed, "Yes.", new(Programme)), Third.On("2026-03-25"))
            .ThenRejected([.. Enumerable.Repeat("EVIDENCE_NOT_SATISFIED", 5)]);

    private static AppealEvent.Lodged Lodged(string on) => new("I was in time.", Day(on), NoonOf(on));

    private static AssessmentEvent.AssessorAppointed Appointed(string who) => new(who, FirstOfficer.Subject, NoonOf("2026-03-06"));

    private static AssessmentEvent.FindingRecorded Found(string who, Finding finding) => new(who, finding, "Seen.", NoonOf("2026-03-07"));
}
