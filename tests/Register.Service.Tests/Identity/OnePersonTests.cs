using Grpc.Core;
using Register.Service.Tests.Running;
using Sonographer.Register.V1;
using Date = Google.Type.Date;

namespace Register.Service.Tests.Identity;

/// <summary>One person, one live application and one registration (R14).</summary>
public sealed class OnePersonTests(RunningRegister register) : IClassFixture<RunningRegister>
{
    private readonly People _people = new(register);

    private ParticularsService.ParticularsServiceClient Officers => new(register.InRole("registrar", "ada"));

    private IdentityService.IdentityServiceClient Officer => new(register.InRole("registrar", "ada"));

    [Fact] // R14
    public async Task A_second_application_of_ones_own_is_refused_at_once_however_the_name_is_spelled()
    {
        var born = People.Birthday();
        var first = await Apply("spelled", "Zoë O'Brien-Smith", born);
        await Settled(first, ApplicationState.Submitted);

        var refusal = await Submit("spelled", "SMITH, Zoe OBrien", born).Refused(StatusCode.FailedPrecondition, "PERSON_HAS_APPLICATION");
        Assert.DoesNotContain(first.Name, refusal.Status.Detail, StringComparison.Ordinal);
        Assert.DoesNotContain("Zo", refusal.Status.Detail, StringComparison.Ordinal); // R37
    }

    [Fact] // R14, R37
    public async Task A_second_application_by_another_login_is_turned_away_and_until_it_is_made_nobody_learns_that_there_is_another()
    {
        var born = People.Birthday();
        await Settled(await Apply("curious-1", "Zoë Curious", born), ApplicationState.Submitted);
        var programme = await _people.Accredited();
        var incomplete = People.AnApplication(programme, new() { CandidateNumber = "C-curious", FullName = "Curious, Zoe", DateOfBirth = born });
        incomplete.Declarations.Indemnity = false;
        await _people.Applicant("curious-2").SubmitApplicationAsync(new() { RequestId = People.NewRequest(), Application = incomplete })
            .Refused(StatusCode.FailedPrecondition, "INDEMNITY_NOT_DECLARED");

        var second = await Apply("curious-2", "Curious, Zoe", born);
        Assert.Equal(ApplicationState.Submitted, second.State);
        await Settled(second, ApplicationState.TurnedAway);
    }

    [Fact] // R14
    public async Task One_login_does_not_become_two_people_by_another_spelling()
    {
        var first = await _people.Applied("two-names", "Tess Twonames");
        var second = await _people.Applied("two-names", "Tessa Twonames");
        var refusal = await Checked(second).Refused(StatusCode.FailedPrecondition, "PERSON_HAS_APPLICATION");
        Assert.DoesNotContain("Tess", refusal.Status.Detail, StringComparison.Ordinal); // R37

        await _people.CheckedByAda(first);
        await _people.Grace.GrantApplicationAsync(new() { RequestId = People.NewRequest(), Name = first.Name, Reasons = "In order." });
        await _people.NumberOf(first, "two-names");
        await Eventually.Get(() => ReasonOf(() => Checked(second)), reason => reason == "PERSON_IS_REGISTERED");
    }

    [Fact] // R14
    public async Task A_refusal_under_appeal_stands_for_the_person_again()
    {
        var born = People.Birthday();
        var first = await Refused("appellant", "Avery Appellant", born);
        await Appealed("appellant", first, AppealOutcome.Remitted);
        await Submit("appellant", "Appellant Avery", born).Refused(StatusCode.FailedPrecondition, "PERSON_HAS_APPLICATION");
        await _people.Grace.GrantApplicationAsync(new() { RequestId = People.NewRequest(), Name = first.Name, Reasons = "In order after all." });
        Assert.StartsWith("SON", await _people.NumberOf(first, "appellant"), StringComparison.Ordinal);
    }

    [Fact] // R14
    public async Task A_refusal_whose_appeal_was_dismissed_stands_for_nobody()
    {
        var born = People.Birthday();
        await Appealed("dismissed", await Refused("dismissed", "Dana Dismissed", born), AppealOutcome.Dismissed);
        var second = await Eventually.Get(() => TryApply("dismissed", "Dana Dismissed", born), a => a is not null);
        await Settled(second!, ApplicationState.Submitted);
    }

    [Fact] // R14
    public async Task An_appeal_of_who_has_applied_anew_meanwhile_is_turned_away()
    {
        var born = People.Birthday();
        var first = await Refused("impatient", "Ira Impatient", born);
        var second = await Eventually.Get(() => TryApply("impatient", "Ira Impatient", born), a => a is not null);
        await Settled(second!, ApplicationState.Submitted);
        await _people.Applicant("impatient").LodgeAppealAsync(new() { RequestId = People.NewRequest(), Name = first.Name, Grounds = "In order." });

        await _people.Ada.DecideAppealAsync(
            new() { RequestId = People.NewRequest(), Name = first.Name, Outcome = AppealOutcome.Remitted, Reasons = "Again." })
            .Refused(StatusCode.FailedPrecondition, "NO_APPEAL");
        Assert.Equal("application-turned-away", (await Outcomes(first))[^1]);
    }

    [Fact] // R14, R23
    public async Task A_registrants_new_name_is_theirs_too()
    {
        var born = People.Birthday();
        var first = await _people.Applied("renamed", "Nora Before", born);
        await _people.CheckedByAda(first);
        await _people.Grace.GrantApplicationAsync(new() { RequestId = People.NewRequest(), Name = first.Name, Reasons = "In order." });
        var number = await _people.NumberOf(first, "renamed");

        // Somebody applies under the name that the registrant takes while the application is live.
        var live = await _people.Applied("renamed-live", "Nora After", born);
        await Settled(live, ApplicationState.Submitted);
        await Officers.CorrectNameAsync(new()
        {
            RequestId = People.NewRequest(),
            Name = $"registrants/{number}",
            RecordedStartDate = People.Today,
            FullName = "Nora After",
            Reason = "Misread.",
        });
        await Eventually.Get(() => ReasonOf(() => Checked(live)), reason => reason == "PERSON_IS_REGISTERED");

        await _people.Applicant("renamed-live").WithdrawApplicationAsync(new() { RequestId = People.NewRequest(), Name = live.Name });
        await Settled(await Apply("renamed-2", "Nora Before", born), ApplicationState.TurnedAway);
        await Settled(await Apply("renamed-3", "After, Nora", born), ApplicationState.TurnedAway);
    }

    [Fact] // R14
    public async Task Of_fifty_applications_at_the_same_moment_exactly_one_stands()
    {
        var programme = await _people.Accredited();
        var born = People.Birthday();
        var submitted = await Task.WhenAll(Enumerable.Range(0, 50).Select(i => Attempt($"at-once-{i}", programme, born)));

        var outcomes = await Task.WhenAll(submitted.Select(async application => await Eventually.Get(() => Outcomes(application), o => o.Count > 0)));
        Assert.Single(outcomes, o => o.SequenceEqual(["application-identity-claimed"]));
        Assert.Equal(submitted.Length - 1, outcomes.Count(o => o.SequenceEqual(["application-turned-away"])));
    }

    [Fact] // R14
    public async Task The_same_name_with_another_date_of_birth_is_another_person()
    {
        await Settled(await Apply("twin-name-1", "Mary Jones", People.Date(1996, 2, 29)), ApplicationState.Submitted);
        await Settled(await Apply("twin-name-2", "Mary Jones", People.Date(1996, 3, 1)), ApplicationState.Submitted);
    }

    [Fact] // R14
    public async Task After_a_withdrawal_the_person_applies_again()
    {
        var born = People.Birthday();
        var first = await Apply("again", "Grace Again", born);
        await Settled(first, ApplicationState.Submitted);
        await _people.Applicant("again").WithdrawApplicationAsync(new() { RequestId = People.NewRequest(), Name = first.Name });

        var second = await Eventually.Get(() => TryApply("again", "Grace Again", born), a => a is not null);
        await Settled(second!, ApplicationState.Submitted);
    }

    [Fact] // R14
    public async Task After_a_refusal_the_person_applies_again()
    {
        var born = People.Birthday();
        var first = await Apply("refused", "Robin Refused", born);
        await _people.CheckedByAda(first);
        await _people.Grace.RefuseApplicationAsync(new() { RequestId = People.NewRequest(), Name = first.Name, Reasons = "Not satisfied." });

        var second = await Eventually.Get(() => TryApply("refused", "Robin Refused", born), a => a is not null);
        await Settled(second!, ApplicationState.Submitted);
    }

    [Fact] // R14
    public async Task A_registered_person_does_not_register_again_and_that_outlives_a_restart()
    {
        await using var own = new Own();
        await own.Register.InitializeAsync();
        var people = new People(own.Register);
        var application = await people.Applied("registered", "Rita Registered");
        await people.CheckedByAda(application);
        await people.Grace.GrantApplicationAsync(new() { RequestId = People.NewRequest(), Name = application.Name, Reasons = "In order." });
        await people.NumberOf(application, "registered");
        var again = application.Clone();
        again.FullName = "Registered Rita";

        await Eventually.Get(() => ReasonOf(() => Again(people, again)), reason => reason == "PERSON_IS_REGISTERED");
        await own.Register.Restart();
        Assert.Equal("PERSON_IS_REGISTERED", await ReasonOf(() => Again(new People(own.Register), again)));
    }

    [Fact] // R14
    public async Task A_draft_of_a_person_with_a_live_application_is_refused_when_it_is_submitted()
    {
        var born = People.Birthday();
        await Settled(await Apply("drafted-1", "Dora Drafted", born), ApplicationState.Submitted);
        var form = People.AnApplication(await _people.Accredited(), new() { CandidateNumber = "C-draft", FullName = "Dora Drafted", DateOfBirth = born });
        var mine = _people.Applicant("drafted-1");
        var draft = (await mine.SaveDraftAsync(new() { RequestId = People.NewRequest(), Application = form })).Application;
        await mine.SubmitApplicationAsync(new() { RequestId = People.NewRequest(), Draft = draft.Name })
            .Refused(StatusCode.FailedPrecondition, "PERSON_HAS_APPLICATION");
    }

    [Theory] // R14
    [InlineData(EntryRoute.UkApproved)]
    [InlineData(EntryRoute.International)]
    [InlineData(EntryRoute.Grandparenting)]
    [InlineData(EntryRoute.VoluntaryRegisterTransfer)]
    public async Task A_number_held_is_no_way_past_the_rule_on_a_route_of_first_registration(EntryRoute route)
    {
        var form = new Application { Route = route, HeldRegistration = "registrants/SON1" };
        var refusal = await Assert.ThrowsAsync<RpcException>(async () =>
            await _people.Applicant("second-number").SubmitApplicationAsync(new() { RequestId = People.NewRequest(), Application = form }));
        Assert.Contains("application.held_registration", refusal.Fields());
    }

    [Fact] // R14
    public async Task A_different_person_of_the_same_name_and_date_of_birth_goes_on_once_an_officer_has_said_so()
    {
        var born = People.Birthday();
        var first = await Apply("first-of-two", "Sam Smith", born);
        await Settled(first, ApplicationState.Submitted);
        var second = await Apply("second-of-two", "Sam Smith", born);
        await Settled(second, ApplicationState.TurnedAway);
        await _people.Ada.RecordCheckAsync(new() { RequestId = People.NewRequest(), Name = second.Name, Evidence = EvidenceKind.Fee, Outcome = CheckOutcome.Satisfied })
            .Refused(StatusCode.FailedPrecondition, "APPLICATION_TURNED_AWAY");

        var request = new RecordDistinctPersonRequest { RequestId = People.NewRequest(), Name = second.Name, Reasons = "Two birth certificates seen." };
        var answer = await Officer.RecordDistinctPersonAsync(request);
        Assert.Equal(ApplicationState.Submitted, answer.Application.State);
        Assert.Equal(answer, await Officer.RecordDistinctPersonAsync(request));

        await _people.CheckedByAda(second);
        await _people.Grace.GrantApplicationAsync(new() { RequestId = People.NewRequest(), Name = second.Name, Reasons = "In order." });
        Assert.StartsWith("SON", await _people.NumberOf(second, "second-of-two"), StringComparison.Ordinal);
        Assert.Equal(ApplicationState.Submitted, (await _people.Ada.GetApplicationAsync(new() { Name = first.Name })).Application.State);
    }

    [Fact] // R14
    public async Task A_grant_right_after_the_last_check_finds_the_claim_settled()
    {
        var application = await _people.Applied("at-once", "Hasty Officer");
        await _people.CheckedByAda(application);
        await _people.Grace.GrantApplicationAsync(new() { RequestId = People.NewRequest(), Name = application.Name, Reasons = "In order." });
        Assert.Single(await Outcomes(application), "application-identity-claimed");
    }

    [Fact]
    public async Task A_request_repeated_while_its_application_is_live_gets_its_first_answer()
    {
        var programme = await _people.Accredited();
        var award = await _people.Listed(programme, "Tunnel Traveller");
        var request = new SubmitApplicationRequest { RequestId = People.NewRequest(), Application = People.AnApplication(programme, award) };
        var first = await _people.Applicant("tunnel").SubmitApplicationAsync(request);
        await Settled(first.Application, ApplicationState.Submitted);

        Assert.Equal(first, await _people.Applicant("tunnel").SubmitApplicationAsync(request));
    }

    [Fact] // R37
    public async Task No_stream_of_an_identity_and_no_event_on_it_tells_who_the_person_is()
    {
        await Settled(await Apply("private", "Wilhelmina Hidden", People.Date(1961, 7, 8)), ApplicationState.Submitted);
        var events = await _people.Auditor.ReadEvents(new()).ResponseStream.ReadAllAsync().Select(r => r.Event).ToListAsync();
        var claims = events.Where(e => e.Resource.StartsWith("identities/", StringComparison.Ordinal)).ToList();
        Assert.NotEmpty(claims);
        Assert.NotEmpty((await _people.Auditor.ListEventsAsync(new() { Parent = claims[0].Resource })).Events);
        Assert.All(claims, e =>
        {
            Assert.DoesNotContain("ilhelmina", e.ToString(), StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain("1961", e.ToString(), StringComparison.Ordinal);
        });
    }

    [Theory]
    [InlineData("applicant")]
    [InlineData("auditor")]
    public async Task Only_a_registrar_finds_a_different_person(string role) =>
        await new IdentityService.IdentityServiceClient(register.InRole(role)).RecordDistinctPersonAsync(new())
            .Refused(StatusCode.PermissionDenied, "ROLE_NOT_ALLOWED");

    [Fact]
    public async Task A_finding_on_an_application_that_nobody_made_is_not_found() =>
        await Officer.RecordDistinctPersonAsync(new() { RequestId = People.NewRequest(), Name = $"applications/{Guid.NewGuid()}", Reasons = "Twins." })
            .Refused(StatusCode.NotFound, "APPLICATION_NOT_FOUND");

    private static async Task<string?> ReasonOf<T>(Func<AsyncUnaryCall<T>> call)
    {
        try
        {
            await call();
            return null;
        }
        catch (RpcException e)
        {
            return e.Reason();
        }
    }

    private static AsyncUnaryCall<SubmitApplicationResponse> Again(People people, Application application) =>
        people.Applicant("registered").SubmitApplicationAsync(new() { RequestId = People.NewRequest(), Application = application });

    private AsyncUnaryCall<RecordCheckResponse> Checked(Application application) => _people.Ada.RecordCheckAsync(
        new() { RequestId = People.NewRequest(), Name = application.Name, Evidence = EvidenceKind.Identity, Outcome = CheckOutcome.Satisfied });

    private async Task Appealed(string subject, Application application, AppealOutcome outcome)
    {
        await _people.Applicant(subject).LodgeAppealAsync(new() { RequestId = People.NewRequest(), Name = application.Name, Grounds = "In order." });
        await _people.Ada.DecideAppealAsync(new() { RequestId = People.NewRequest(), Name = application.Name, Outcome = outcome, Reasons = "Heard." });
    }

    private async Task<Application> Refused(string subject, string name, Date born)
    {
        var application = await Apply(subject, name, born);
        await _people.CheckedByAda(application);
        return (await _people.Grace.RefuseApplicationAsync(
            new() { RequestId = People.NewRequest(), Name = application.Name, Reasons = "Not satisfied." })).Application;
    }

    private AsyncUnaryCall<SubmitApplicationResponse> Submit(string subject, string name, Date born)
    {
        var programme = _people.Accredited().GetAwaiter().GetResult();
        var award = _people.Listed(programme, name, born).GetAwaiter().GetResult();
        return _people.Applicant(subject).SubmitApplicationAsync(
            new() { RequestId = People.NewRequest(), Application = People.AnApplication(programme, award) });
    }

    private async Task<Application> Apply(string subject, string name, Date born) => (await Submit(subject, name, born)).Application;

    private async Task<Application?> TryApply(string subject, string name, Date born)
    {
        try
        {
            return await Apply(subject, name, born);
        }
        catch (RpcException e) when (e.Reason() == "PERSON_HAS_APPLICATION")
        {
            return null;
        }
    }

    private async Task<Application> Attempt(string subject, Programme programme, Date born)
    {
        var award = new Award { CandidateNumber = subject, FullName = "Fifi Fifty", DateOfBirth = born };
        return (await _people.Applicant(subject).SubmitApplicationAsync(
            new() { RequestId = People.NewRequest(), Application = People.AnApplication(programme, award) })).Application;
    }

    private async Task<List<string>> Outcomes(Application application) =>
    [
        .. (await _people.Auditor.ListEventsAsync(new() { Parent = application.Name })).Events.Select(e => e.Type)
            .Where(type => type is "application-identity-claimed" or "application-turned-away"),
    ];

    private async Task Settled(Application application, ApplicationState state)
    {
        await Eventually.Get(() => Outcomes(application), o => o.Count > 0);
        var read = await _people.Ada.GetApplicationAsync(new() { Name = application.Name, MinimumVersion = application.Version + 1 });
        Assert.Equal(state, read.Application.State);
    }

    private sealed class Own : IAsyncDisposable
    {
        public RunningRegister Register { get; } = new();

        public async ValueTask DisposeAsync() => await Register.DisposeAsync();
    }
}
