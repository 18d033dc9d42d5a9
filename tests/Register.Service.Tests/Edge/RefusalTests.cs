using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json.Nodes;
using Grpc.Core;
using Register.Service.Tests.Running;
using Sonographer.Register.V1;

namespace Register.Service.Tests.Edge;

/// <summary>Bad input gets a specific status with a reason and every field at once, and changes nothing.</summary>
public sealed class RefusalTests(RunningRegister register) : IClassFixture<RunningRegister>
{
    private readonly People _people = new(register);

    [Fact]
    public async Task An_empty_application_names_every_missing_field_at_once()
    {
        var refusal = await _people.Applicant("empty").SubmitApplicationAsync(new()).Refused(StatusCode.InvalidArgument, "REQUIRED");

        Assert.Equal(
            [
                "request_id", "application.route", "application.full_name", "application.date_of_birth", "application.email",
                "application.practice_town", "application.programme", "application.candidate_number", "application.fee_reference",
            ],
            refusal.Fields().Distinct());
    }

    [Fact]
    public async Task An_unknown_id_is_not_found()
    {
        await _people.Accreditor.GetProgrammeAsync(new() { Name = $"programmes/{Guid.NewGuid()}" }).Refused(StatusCode.NotFound, "PROGRAMME_NOT_FOUND");
        await _people.Ada.GetApplicationAsync(new() { Name = $"applications/{Guid.NewGuid()}" }).Refused(StatusCode.NotFound, "APPLICATION_NOT_FOUND");
        await _people.Ada.GrantApplicationAsync(new() { RequestId = People.NewRequest(), Name = $"applications/{Guid.NewGuid()}", Reasons = "x" })
            .Refused(StatusCode.NotFound, "APPLICATION_NOT_FOUND");
        await _people.Panel.GetCaseAsync(new() { Name = $"cases/{Guid.NewGuid()}" }).Refused(StatusCode.NotFound, "CASE_NOT_FOUND");
        await _people.Public.VerifyRegistrationAsync(new() { RegistrationNumber = "SON999999" }).Refused(StatusCode.NotFound, "NO_SUCH_ENTRY");
        await _people.Auditor.ListEventsAsync(new() { Parent = "registrants/SON999999" }).Refused(StatusCode.NotFound, "NO_HISTORY");
    }

    [Theory]
    [InlineData("")]
    [InlineData("SON")]
    [InlineData("SON0001")]
    [InlineData("SON1234567")]
    [InlineData("son1")]
    [InlineData("SON１")]
    [InlineData("SON1; drop table")]
    public async Task What_is_no_registration_number_is_an_invalid_argument(string number)
    {
        var refusal = await _people.Public.VerifyRegistrationAsync(new() { RegistrationNumber = number }).Refused(StatusCode.InvalidArgument, "NOT_A_NUMBER");
        Assert.Equal(["registration_number"], refusal.Fields());
    }

    [Fact]
    public async Task Absurd_input_is_refused_by_field_and_nothing_is_stored()
    {
        var request = new AccreditProgrammeRequest { RequestId = People.NewRequest(), Programme = People.AProgramme("Absurd\u0007title") };
        request.Programme.ProviderName = new string('x', 5_000_000);
        request.Programme.AccreditedTo = new() { Year = 9999, Month = 12, Day = 31 };
        request.Programme.PracticeAreas.AddRange(Enumerable.Repeat(PracticeArea.Obstetric, 10_000));
        request.Programme.Kind = (AwardKind)77;

        var refusal = await _people.Accreditor.AccreditProgrammeAsync(request).Refused(StatusCode.InvalidArgument, "TOO_LONG");

        Assert.Equal(
            ["programme.provider_name", "programme.title", "programme.kind", "programme.practice_areas", "programme.accredited_to"], refusal.Fields());
        var stored = await _people.Auditor.SearchEventsAsync(new() { PageSize = 1000 });
        Assert.DoesNotContain(stored.Events, e => e.RequestId == request.RequestId);
    }

    [Fact]
    public async Task A_message_larger_than_any_real_one_is_refused()
    {
        var request = new AccreditProgrammeRequest { RequestId = People.NewRequest(), Programme = People.AProgramme(new string('x', 20_000_000)) };
        var refusal = await Assert.ThrowsAsync<RpcException>(async () => await _people.Accreditor.AccreditProgrammeAsync(request));
        Assert.Equal(StatusCode.ResourceExhausted, refusal.StatusCode);
    }

    [Fact]
    public async Task A_page_token_that_no_page_gave_is_an_invalid_argument()
    {
        var refusal = await _people.Accreditor.ListProgrammesAsync(new() { PageToken = "%%%" }).Refused(StatusCode.InvalidArgument, "NOT_A_TOKEN");
        Assert.Equal(["page_token"], refusal.Fields());
    }

    [Fact]
    public async Task A_rule_that_is_broken_is_a_failed_precondition_with_its_reason_and_the_whole_list_of_what_is_missing()
    {
        var application = await _people.Applied("nothing-checked");
        var refusal = await _people.Grace.GrantApplicationAsync(new() { RequestId = People.NewRequest(), Name = application.Name, Reasons = "Hasty." })
            .Refused(StatusCode.FailedPrecondition, "EVIDENCE_NOT_SATISFIED"); // R9
        Assert.Equal(6, refusal.Fields().Count);
    }

    [Fact]
    public async Task A_request_of_nothing_but_mistakes_is_told_the_first_of_them_and_how_many_there_are()
    {
        var programme = await _people.Accredited();
        var refusal = await _people.ProviderOffice.RatifyPassListAsync(new()
        {
            RequestId = People.NewRequest(),
            Programme = programme.Name,
            RatifiedOn = People.Day(-100),
            CandidateNumbers = { Enumerable.Repeat("", 1000) },
        }).Refused(StatusCode.InvalidArgument, "REQUIRED");
        Assert.Equal(32, refusal.Fields().Count);
        Assert.StartsWith("The first 32 of 1000 problems", refusal.Status.Detail, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("\u200B\u200B")]
    [InlineData("evil\u202Etxt")]
    [InlineData("two\u2028lines")]
    [InlineData("bell\u0007")]
    public async Task A_name_that_shows_as_nothing_or_turns_the_text_round_is_refused(string name)
    {
        var programme = await _people.Accredited();
        var application = People.AnApplication(programme, new Award { CandidateNumber = "C1", FullName = name, DateOfBirth = People.Date(1990, 1, 1) });
        var refusal = await Assert.ThrowsAsync<RpcException>(
            async () => await _people.Applicant("odd").SubmitApplicationAsync(new() { RequestId = People.NewRequest(), Application = application }));
        Assert.Equal(StatusCode.InvalidArgument, refusal.StatusCode);
        Assert.Equal(["application.full_name"], refusal.Fields());
    }

    [Fact]
    public async Task An_email_is_an_address_and_nothing_else()
    {
        var programme = await _people.Accredited();
        var application = People.AnApplication(programme, new Award { CandidateNumber = "C1", FullName = "Bob", DateOfBirth = People.Date(1990, 1, 1) });
        application.Email = "Bob <bob@example.org>";
        await _people.Applicant("bob").SubmitApplicationAsync(new() { RequestId = People.NewRequest(), Application = application })
            .Refused(StatusCode.InvalidArgument, "NOT_AN_EMAIL");
    }

    [Fact]
    public async Task One_bad_row_of_a_roster_does_not_end_the_others()
    {
        using var roster = new VerificationService.VerificationServiceClient(register.InRole("employer", "hr", "RR8")).VerifyRoster();
        await roster.RequestStream.WriteAsync(new() { RegistrationNumber = "SON1", AsAt = new() { Year = 2026, Month = 2, Day = 30 } });
        await roster.RequestStream.WriteAsync(new() { RegistrationNumber = "SON999999" });
        await roster.RequestStream.CompleteAsync();
        var answers = await roster.ResponseStream.ReadAllAsync().Select(a => a.Result).ToListAsync();
        Assert.Equal([RosterResult.Malformed, RosterResult.NoSuchEntry], answers);
    }

    [Fact]
    public async Task A_deadline_that_passes_is_told()
    {
        var call = new RegistrationService.RegistrationServiceClient(register.InRole("registrar")).GetRegistrantAsync(
            new() { Name = "registrants/SON4242", MinimumVersion = 1 }, deadline: DateTime.UtcNow.AddMilliseconds(200));
        var refusal = await Assert.ThrowsAsync<RpcException>(async () => await call);
        Assert.Equal(StatusCode.DeadlineExceeded, refusal.StatusCode);
    }

    [Fact]
    public async Task A_view_that_stays_behind_is_unavailable_with_a_hint_to_retry()
    {
        await new RegistrationService.RegistrationServiceClient(register.InRole("registrar"))
            .GetRegistrantAsync(new() { Name = "registrants/SON4243", MinimumVersion = 7 })
            .Refused(StatusCode.Unavailable, "VIEW_BEHIND");
    }

    [Theory]
    [InlineData("{\"application\":")]
    [InlineData("{\"application\": 5}")]
    [InlineData("[]")]
    [InlineData("{\"application\": {\"route\": \"BY_BOAT\"}}")]
    [InlineData("{\"application\": {\"date_of_birth\": \"1990-01-01\"}}")]
    public async Task A_REST_body_that_cannot_be_read_is_refused_with_a_reason(string body)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/v1/applications") { Content = new StringContent(body, Encoding.UTF8, "application/json") };
        request.Headers.Authorization = new("Bearer", await register.Token("applicant", "rest"));
        var response = await register.Http.SendAsync(request);

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        var status = await response.Content.ReadFromJsonAsync<JsonObject>();
        Assert.Equal("UNREADABLE_REQUEST", (string?)status!["details"]![0]!["reason"]);
    }

    [Fact]
    public async Task A_REST_query_that_cannot_be_read_is_refused_with_a_reason()
    {
        var response = await register.Http.GetAsync("/v1/programmes?page_size=many");
        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Contains("UNREADABLE_REQUEST", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }
}
