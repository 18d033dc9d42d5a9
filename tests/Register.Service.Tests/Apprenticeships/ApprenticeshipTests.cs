using Grpc.Core;
using Register.Service.Tests.Running;
using Sonographer.Register.V1;

namespace Register.Service.Tests.Apprenticeships;

/// <summary>An apprenticeship leads to an award on the pass list, and that to an application (R6, R10).</summary>
public sealed class ApprenticeshipTests(RunningRegister register) : IClassFixture<RunningRegister>
{
    private readonly People _people = new(register);
    private readonly ApprenticeshipService.ApprenticeshipServiceClient _office =
        new(register.InRole("education-provider", "office", People.Provider));

    [Fact] // R6, R10
    public async Task An_apprentice_comes_to_an_award_that_counts_once_it_is_ratified()
    {
        var programme = await Degree();
        var enrolled = await Enrolled(programme);
        var trained = (await _office.RecordHoursAsync(Hours(enrolled, 1000, 200))).Apprenticeship;
        Assert.Equal((1000, 200, ApprenticeshipState.InTraining), (trained.WorkingHours, trained.OffTheJobHours, trained.State));
        await _office.PassGatewayAsync(new() { RequestId = People.NewRequest(), Name = enrolled.Name, PassedOn = People.Day(-40) });
        var passed = (await _office.RecordAssessmentAsync(Assessment(enrolled, "A1"))).Apprenticeship;
        Assert.Equal(ApprenticeshipState.Completed, passed.State);

        var awards = await Eventually.Get(
            async () => (await _people.ProviderOffice.ListAwardsAsync(new() { Parent = programme.Name })).Awards, list => list.Count == 1);
        Assert.Equal(
            ("A1", "Nadia Rahman", enrolled.StartedOn, null, enrolled.Name),
            (awards[0].CandidateNumber, awards[0].FullName, awards[0].CohortStart, awards[0].RatifiedOn, awards[0].Apprenticeship));
        await _people.ProviderOffice.RatifyPassListAsync(new()
        {
            RequestId = People.NewRequest(),
            Programme = programme.Name,
            CandidateNumbers = { "A1" },
            RatifiedOn = People.Day(-1),
        });

        var application = (await _people.Applicant("nadia").SubmitApplicationAsync(
            new() { RequestId = People.NewRequest(), Application = People.AnApplication(programme, awards[0]) })).Application;
        await _people.Ada.RecordCheckAsync(new()
        {
            RequestId = People.NewRequest(),
            Name = application.Name,
            Evidence = EvidenceKind.Qualification,
            Outcome = CheckOutcome.Satisfied,
        });
    }

    [Fact]
    public async Task The_gateway_says_how_many_hours_are_missing()
    {
        var enrolled = await Enrolled(await Degree());
        await _office.RecordHoursAsync(Hours(enrolled, 1000, 199));
        var refusal = await _office.PassGatewayAsync(new() { RequestId = People.NewRequest(), Name = enrolled.Name, PassedOn = People.Day(-40) })
            .Refused(StatusCode.FailedPrecondition, "OFF_THE_JOB_SHARE");
        Assert.Contains("200 hours", refusal.Status.Detail, StringComparison.Ordinal);
    }

    [Fact] // R7
    public async Task Only_a_level_6_degree_has_apprentices()
    {
        var programme = await _people.Accredited();
        var refusal = await _office.EnrolApprenticeAsync(Enrolment(programme)).Refused(StatusCode.FailedPrecondition, "NOT_A_LEVEL_6_DEGREE");
        Assert.Equal(["apprenticeship.programme"], refusal.Fields());
    }

    [Fact]
    public async Task Every_step_again_with_its_request_id_has_the_same_answer()
    {
        var programme = await Degree();
        var request = Enrolment(programme);
        var enrolled = (await _office.EnrolApprenticeAsync(request)).Apprenticeship;
        var hours = Hours(enrolled, 1000, 200);
        var recorded = await _office.RecordHoursAsync(hours);
        var gateway = new PassGatewayRequest { RequestId = People.NewRequest(), Name = enrolled.Name, PassedOn = People.Day(-40) };
        var passed = await _office.PassGatewayAsync(gateway);

        Assert.Equal(enrolled, (await _office.EnrolApprenticeAsync(request)).Apprenticeship);
        Assert.Equal(recorded, await _office.RecordHoursAsync(hours));
        Assert.Equal(passed, await _office.PassGatewayAsync(gateway));
    }

    [Fact]
    public async Task For_another_provider_the_apprenticeship_does_not_exist()
    {
        var enrolled = await Enrolled(await Degree());
        var mine = await Eventually.Get(
            async () => (await _office.ListApprenticeshipsAsync(new() { PageSize = 1000, State = ApprenticeshipState.InTraining })).Apprenticeships,
            list => list.Any(a => a.Name == enrolled.Name));
        Assert.All(mine, a => Assert.Equal(People.Provider, a.Provider));
        Assert.Equal(enrolled, (await _office.GetApprenticeshipAsync(new() { Name = enrolled.Name, MinimumVersion = 1 })).Apprenticeship);

        var other = new ApprenticeshipService.ApprenticeshipServiceClient(register.InRole("education-provider", "office", "university-of-leeds"));
        Assert.Empty((await other.ListApprenticeshipsAsync(new())).Apprenticeships);
        await other.GetApprenticeshipAsync(new() { Name = enrolled.Name, MinimumVersion = 9 }).Refused(StatusCode.NotFound, "APPRENTICESHIP_NOT_FOUND");
        await other.RecordHoursAsync(Hours(enrolled, 10, 10)).Refused(StatusCode.NotFound, "APPRENTICESHIP_NOT_FOUND");
        await other.PassGatewayAsync(new() { RequestId = People.NewRequest(), Name = enrolled.Name, PassedOn = People.Day(-40) })
            .Refused(StatusCode.NotFound, "APPRENTICESHIP_NOT_FOUND");
        await other.RecordAssessmentAsync(Assessment(enrolled, "A9")).Refused(StatusCode.NotFound, "APPRENTICESHIP_NOT_FOUND");
    }

    [Fact]
    public async Task An_assessment_before_the_gateway_is_refused_and_appends_nothing()
    {
        var enrolled = await Enrolled(await Degree());
        await _office.RecordAssessmentAsync(Assessment(enrolled, "A8")).Refused(StatusCode.FailedPrecondition, "GATEWAY_NOT_PASSED");
        Assert.Single((await _people.Auditor.ListEventsAsync(new() { Parent = enrolled.Name })).Events);
    }

    [Fact]
    public async Task Every_wrong_field_is_named()
    {
        var refusal = await _office.EnrolApprenticeAsync(new()).Refused(StatusCode.InvalidArgument, "REQUIRED");
        Assert.Equal(
            [
                "request_id", "apprenticeship.programme", "apprenticeship.full_name", "apprenticeship.date_of_birth", "apprenticeship.employer",
                "apprenticeship.started_on",
            ],
            refusal.Fields());
        var passedWithoutNumber = await _office.RecordAssessmentAsync(new() { Outcome = AssessmentOutcome.Passed }).Refused(StatusCode.InvalidArgument, "REQUIRED");
        Assert.Equal(["request_id", "name", "assessed_on", "candidate_number"], passedWithoutNumber.Fields());
    }

    private async Task<Programme> Degree()
    {
        var programme = People.AProgramme("Diagnostic Ultrasound (apprenticeship)");
        programme.Award = "BSc (Hons)";
        programme.AcademicLevel = 6;
        var degree = (await _people.Accreditor.AccreditProgrammeAsync(new() { RequestId = People.NewRequest(), Programme = programme })).Programme;
        return (await _people.Accreditor.GetProgrammeAsync(new() { Name = degree.Name, MinimumVersion = degree.Version })).Programme;
    }

    private async Task<Apprenticeship> Enrolled(Programme programme) => (await _office.EnrolApprenticeAsync(Enrolment(programme))).Apprenticeship;

    private static EnrolApprenticeRequest Enrolment(Programme programme) => new()
    {
        RequestId = People.NewRequest(),
        Apprenticeship = new()
        {
            Programme = programme.Name,
            FullName = "Nadia Rahman",
            DateOfBirth = People.Date(2001, 5, 30),
            Employer = "RR8",
            StartedOn = People.Day(-1000),
        },
    };

    private static RecordHoursRequest Hours(Apprenticeship apprenticeship, int working, int offTheJob) => new()
    {
        RequestId = People.NewRequest(),
        Name = apprenticeship.Name,
        PeriodStart = People.Day(-1000),
        PeriodEnd = People.Day(-50),
        WorkingHours = working,
        OffTheJobHours = offTheJob,
    };

    private static RecordAssessmentRequest Assessment(Apprenticeship apprenticeship, string candidate) => new()
    {
        RequestId = People.NewRequest(),
        Name = apprenticeship.Name,
        Outcome = AssessmentOutcome.Passed,
        AssessedOn = People.Day(-20),
        CandidateNumber = candidate,
    };
}
