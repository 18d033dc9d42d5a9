using Grpc.Core;
using Register.Service.Tests.Running;
using Sonographer.Register.V1;

namespace Register.Service.Tests.Journeys;

/// <summary>The routes besides UK_APPROVED, and what lies between a submission and a decision.</summary>
public sealed class RoutesTests(RegisterInSimulatedTime register) : IClassFixture<RegisterInSimulatedTime>
{
    private readonly People _people = new(register);

    [Fact] // R11
    public async Task A_grandparenting_application_is_assessed_by_two_and_leads_to_an_entry_by_that_route()
    {
        var application = await Submitted("gwen", Grandparenting("Gwen Grand"));
        foreach (var assessor in new[] { "alan", "beth" })
        {
            await _people.Ada.AppointAssessorAsync(new() { RequestId = People.NewRequest(), Name = application.Name, Assessor = assessor });
            var mine = await Eventually.Get(
                async () => (await Officer(assessor).ListApplicationsAsync(new() { AssignedTo = assessor, Route = EntryRoute.Grandparenting })).Applications,
                list => list.Any(a => a.Name == application.Name));
            Assert.All(mine, a => Assert.Equal(EntryRoute.Grandparenting, a.Route));
            await Officer(assessor).RecordFindingAsync(new()
            {
                RequestId = People.NewRequest(),
                Name = application.Name,
                Finding = Finding.MeetsStandard,
                Reasons = "Four years.",
            });
        }
        await Officer("alan").RecordFindingAsync(new()
        {
            RequestId = People.NewRequest(),
            Name = application.Name,
            Finding = Finding.DoesNotMeetStandard,
            Reasons = "On second thoughts.",
        }).Refused(StatusCode.FailedPrecondition, "ALREADY_ASSESSED");
        await _people.CheckedByAda(application);
        await Granted(application);
        var number = await _people.NumberOf(application, "gwen");
        var registrant = await new RegistrationService.RegistrationServiceClient(register.InRole("registrar", "grace"))
            .GetRegistrantAsync(new() { Name = $"registrants/{number}" });
        Assert.Equal(EntryRoute.Grandparenting, registrant.Registrant.Route);
        Assert.Equal([PracticeArea.Obstetric], registrant.Registrant.PracticeAreas);
    }

    [Fact] // R12
    public async Task An_international_application_is_granted_once_its_shortfall_is_made_good()
    {
        var form = Form(EntryRoute.International, "Ines Interna");
        form.PracticeAreas.Add(PracticeArea.Breast);
        form.Qualification = new()
        {
            Title = "Licenciatura",
            Institution = "ESTeSL",
            Country = "PT",
            AwardedOn = People.Date(2020, 7, 1),
            EnglishLanguage = "IELTS 7.5",
        };
        var application = await Submitted("ines", form);
        await _people.Ada.AssessComparabilityAsync(new()
        {
            RequestId = People.NewRequest(),
            Name = application.Name,
            Measure = CompensationMeasure.AptitudeTest,
            Reasons = "No gynaecology.",
        });
        await _people.Ada.RecordCheckAsync(new() { RequestId = People.NewRequest(), Name = application.Name, AllEvidence = true, Outcome = CheckOutcome.Satisfied })
            .Refused(StatusCode.FailedPrecondition, "NOT_COMPARABLE_YET");
        await _people.Ada.RecordMeasureOutcomeAsync(new() { RequestId = People.NewRequest(), Name = application.Name, Passed = true, Note = "Passed." });
        await _people.CheckedByAda(application);
        await Granted(application);
        Assert.NotEmpty(await _people.NumberOf(application, "ines"));
    }

    [Fact] // R13
    public async Task An_entry_on_a_voluntary_register_is_transferred()
    {
        var form = Form(EntryRoute.VoluntaryRegisterTransfer, "Vera Volunt");
        form.PracticeAreas.Add(PracticeArea.Vascular);
        form.VoluntaryRegisterEntry = new() { Register = VoluntaryRegister.Rct, Number = "4711" };
        var application = await Submitted("vera", form);
        await _people.CheckedByAda(application);
        await Granted(application);
        Assert.NotEmpty(await _people.NumberOf(application, "vera"));
    }

    [Theory]
    [InlineData(100, false)]
    [InlineData(101, true)]
    public async Task A_list_of_evidence_has_at_most_a_hundred_elements_and_too_long_a_one_is_one_violation(int count, bool tooMany)
    {
        var form = Form(EntryRoute.Grandparenting, "Lina Long");
        form.Email = "";
        form.Practice = new() { Periods = { Enumerable.Range(0, count).Select(_ => new PracticePeriod()) } };
        form.Updating = new() { Activities = { Enumerable.Range(0, count).Select(_ => new UpdatingActivity()) } };
        var refusal = await Assert.ThrowsAsync<RpcException>(() => Submitted("lina", form));
        var lists = refusal.Fields().Where(f => f.StartsWith("application.practice", StringComparison.Ordinal) || f.StartsWith("application.updating", StringComparison.Ordinal));
        if (tooMany)
            Assert.Equal(["application.practice.periods", "application.updating.activities"], lists);
        else
            Assert.Contains("application.practice.periods[0].from", lists);
    }

    [Fact]
    public async Task What_only_the_register_says_is_not_kept_in_a_draft()
    {
        var form = new Application
        {
            FullName = "Petra Poison",
            SubmitTime = new() { Seconds = long.MaxValue },
            DecisionReasons = "Granted by me.",
            RegistrationNumber = "SON1",
        };
        var mine = _people.Applicant("petra");
        var draft = (await mine.SaveDraftAsync(new() { RequestId = People.NewRequest(), Application = form })).Application;
        var read = (await mine.GetApplicationAsync(new() { Name = draft.Name, MinimumVersion = draft.Version })).Application;
        Assert.Equal(draft, read);
        Assert.Equal(("Petra Poison", null, "", ""), (read.FullName, read.SubmitTime, read.DecisionReasons, read.RegistrationNumber));
    }

    [Fact]
    public async Task A_draft_is_seen_by_its_owner_alone_and_submitted_by_its_name()
    {
        var mine = _people.Applicant("dana");
        var draft = (await mine.SaveDraftAsync(new() { RequestId = People.NewRequest(), Application = new() { FullName = "Dana Draft" } })).Application;
        Assert.Equal((ApplicationState.Draft, "Dana Draft"), (draft.State, draft.FullName));
        Assert.Equal(draft, (await mine.GetApplicationAsync(new() { Name = draft.Name, MinimumVersion = draft.Version })).Application);
        await _people.Ada.GetApplicationAsync(new() { Name = draft.Name }).Refused(StatusCode.NotFound, "APPLICATION_NOT_FOUND");
        Assert.DoesNotContain((await _people.Ada.ListApplicationsAsync(new() { PageSize = 1000 })).Applications, a => a.Name == draft.Name);
        await _people.Applicant("curious").SubmitApplicationAsync(new() { RequestId = People.NewRequest(), Draft = draft.Name })
            .Refused(StatusCode.NotFound, "APPLICATION_NOT_FOUND");
        await _people.Applicant("curious").SaveDraftAsync(new() { RequestId = People.NewRequest(), Name = draft.Name, Application = new() })
            .Refused(StatusCode.NotFound, "APPLICATION_NOT_FOUND");

        await mine.SaveDraftAsync(new() { RequestId = People.NewRequest(), Name = draft.Name, Application = Grandparenting("Dana Draft") });
        var submitted = (await mine.SubmitApplicationAsync(new() { RequestId = People.NewRequest(), Draft = draft.Name })).Application;
        Assert.Equal((draft.Name, ApplicationState.Submitted), (submitted.Name, submitted.State));
    }

    [Fact]
    public async Task An_applicant_follows_a_question_a_refusal_and_an_appeal_live()
    {
        var mine = _people.Applicant("tracy");
        var application = await Submitted("tracy", Grandparenting("Tracy Track"));
        using var tracking = mine.TrackApplication(new() { Name = application.Name });
        var states = new List<ApplicationState>();
        Assert.True(await tracking.ResponseStream.MoveNext(CancellationToken.None)); // the state as it is, at once

        await _people.Ada.RequestInformationAsync(new()
        {
            RequestId = People.NewRequest(),
            Name = application.Name,
            Question = "Which hospital?",
            DueOn = People.Date(2099, 1, 1),
        });
        await mine.AnswerInformationRequestAsync(new() { RequestId = People.NewRequest(), Name = application.Name, Number = 2, Answer = "Leeds." })
            .Refused(StatusCode.FailedPrecondition, "QUESTION_NEVER_ASKED");
        while (await tracking.ResponseStream.MoveNext(CancellationToken.None))
        {
            states.Add(tracking.ResponseStream.Current.Application.State);
            if (states is [.., ApplicationState.InformationRequested])
            {
                await mine.AnswerInformationRequestAsync(new() { RequestId = People.NewRequest(), Name = application.Name, Number = 1, Answer = "Leeds." });
                await _people.Ada.RecordCheckAsync(new()
                {
                    RequestId = People.NewRequest(),
                    Name = application.Name,
                    Evidence = EvidenceKind.Fee,
                    Outcome = CheckOutcome.NotSatisfied,
                    Note = "Unpaid.",
                });
                await _people.Grace.RefuseApplicationAsync(new() { RequestId = People.NewRequest(), Name = application.Name, Reasons = "Unpaid." });
            }
        }
        Assert.Contains(ApplicationState.InformationRequested, states);
        Assert.Equal(ApplicationState.Refused, states[^1]);

        var appealed = (await mine.LodgeAppealAsync(new() { RequestId = People.NewRequest(), Name = application.Name, Grounds = "It is paid." })).Application;
        Assert.Equal(ApplicationState.UnderAppeal, appealed.State);
        await _people.Grace.DecideAppealAsync(new() { RequestId = People.NewRequest(), Name = application.Name, Outcome = AppealOutcome.Remitted, Reasons = "Mine." })
            .Refused(StatusCode.FailedPrecondition, "ANOTHER_OFFICER_REQUIRED");
        var remitted = (await _people.Ada.DecideAppealAsync(new()
        {
            RequestId = People.NewRequest(),
            Name = application.Name,
            Outcome = AppealOutcome.Remitted,
            Reasons = "Look again.",
        })).Application;
        Assert.Equal(ApplicationState.UnderAssessment, remitted.State);
    }

    [Fact]
    public async Task Nobody_follows_anothers_application()
    {
        var application = await Submitted("owner-of-it", Grandparenting("Olga Owner"));
        using var tracking = _people.Applicant("curious").TrackApplication(new() { Name = application.Name });
        var refusal = await Assert.ThrowsAsync<RpcException>(() => tracking.ResponseStream.MoveNext(CancellationToken.None));
        Assert.Equal("APPLICATION_NOT_FOUND", refusal.Reason());
    }

    private ApplicationsService.ApplicationsServiceClient Officer(string subject) => new(register.InRole("registrar", subject));

    private async Task<Application> Submitted(string subject, Application form) =>
        (await _people.Applicant(subject).SubmitApplicationAsync(new() { RequestId = People.NewRequest(), Application = form })).Application;

    private async Task Granted(Application application) =>
        await _people.Grace.GrantApplicationAsync(new() { RequestId = People.NewRequest(), Name = application.Name, Reasons = "In order." });

    internal static Application Form(EntryRoute route, string name) => new()
    {
        Route = route,
        FullName = name,
        DateOfBirth = People.Date(1990, 2, 28),
        Email = "applicant@example.org",
        PracticeTown = "Leeds",
        Declarations = new() { Indemnity = true, Truthful = true },
        FeeReference = "FEE-1",
    };

    internal static Application Grandparenting(string name)
    {
        var form = Form(EntryRoute.Grandparenting, name);
        form.PracticeAreas.Add(PracticeArea.Obstetric);
        form.Practice = new()
        {
            NeverRegistered = true,
            Periods = { new PracticePeriod { From = People.Date(2021, 1, 1), To = People.Date(2026, 2, 28), WholeTimePercent = 100, Setting = "Leeds" } },
        };
        return form;
    }
}

/// <summary>Coming back by an application, under the number held before (R16, R20).</summary>
public sealed class ReadmissionTests(RegisterInSimulatedTime register) : IClassFixture<RegisterInSimulatedTime>
{
    private readonly People _people = new(register);

    [Fact]
    public async Task Who_lapsed_comes_back_by_readmission_under_the_same_number_and_nobody_else_does()
    {
        var form = RoutesTests.Form(EntryRoute.VoluntaryRegisterTransfer, "Rita Return");
        form.PracticeAreas.Add(PracticeArea.Cardiac);
        form.VoluntaryRegisterEntry = new() { Register = VoluntaryRegister.Pvrs, Number = "1" };
        var first = await Granted("rita", form);
        var number = await _people.NumberOf(first, "rita");

        register.Clock.MoveTo(new DateOnly(2028, 5, 1));
        var back = RoutesTests.Form(EntryRoute.Readmission, "Rita Return");
        back.HeldRegistration = $"registrants/{number}";
        var other = back.Clone();
        other.FullName = "Otto Other";
        var otto = (await _people.Applicant("otto").SubmitApplicationAsync(new() { RequestId = People.NewRequest(), Application = other })).Application;
        await _people.Ada.RecordCheckAsync(new()
        {
            RequestId = People.NewRequest(),
            Name = otto.Name,
            Evidence = EvidenceKind.Updating,
            Outcome = CheckOutcome.Satisfied,
        }).Refused(StatusCode.FailedPrecondition, "NOT_THE_HOLDER");

        var second = await Granted("rita", back);
        Assert.Equal(number, await _people.NumberOf(second, "rita"));
        var entry = await Eventually.Get(
            async () => (await _people.Public.VerifyRegistrationAsync(new() { RegistrationNumber = number })).Entry,
            e => e.Status == RegistrationStatus.Registered);
        Assert.Equal("Rita Return", entry.FullName);
    }

    private async Task<Application> Granted(string subject, Application form)
    {
        var application = (await _people.Applicant(subject).SubmitApplicationAsync(new() { RequestId = People.NewRequest(), Application = form })).Application;
        await _people.CheckedByAda(application);
        await _people.Grace.GrantApplicationAsync(new() { RequestId = People.NewRequest(), Name = application.Name, Reasons = "In order." });
        return application;
    }
}
