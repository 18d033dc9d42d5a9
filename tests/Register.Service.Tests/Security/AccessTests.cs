using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Reflection;
using Grpc.Core;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Register.Service.Hosting;
using Register.Service.Tests.Running;
using Sonographer.Register.V1;

namespace Register.Service.Tests.Security;

/// <summary>Authorisation on every RPC, default deny, and nobody sees another's record.</summary>
public sealed class AccessTests(RunningRegister register) : IClassFixture<RunningRegister>
{
    private readonly People _people = new(register);

    [Fact]
    public void Every_rpc_declares_who_may_call_it()
    {
        var methods = register.Services.GetRequiredService<EndpointDataSource>().Endpoints
            .Where(e => e.Metadata.GetMetadata<Grpc.AspNetCore.Server.GrpcMethodMetadata>() is { } grpc
                && grpc.Method.ServiceName.StartsWith("sonographer.", StringComparison.Ordinal))
            .ToList();

        Assert.NotEmpty(methods);
        var undeclared = methods.Where(e => e.Metadata.GetMetadata<IAuthorizeData>() is null && e.Metadata.GetMetadata<IAllowAnonymous>() is null);
        Assert.Empty(undeclared.Select(e => e.DisplayName));
    }

    [Fact]
    public async Task Without_a_token_what_is_not_public_is_unauthenticated()
    {
        var anyone = new ApplicationsService.ApplicationsServiceClient(register.Anyone);
        await anyone.ListApplicationsAsync(new()).Refused(StatusCode.Unauthenticated, "TOKEN_REQUIRED");
        await anyone.SubmitApplicationAsync(new()).Refused(StatusCode.Unauthenticated, "TOKEN_REQUIRED");
    }

    [Fact]
    public async Task A_token_that_the_register_did_not_issue_is_unauthenticated()
    {
        var headers = new Metadata { { "authorization", "Bearer eyJhbGciOiJub25lIn0.eyJyb2xlIjoicmVnaXN0cmFyIn0." } };
        var anyone = new ApplicationsService.ApplicationsServiceClient(register.Anyone);
        await anyone.ListApplicationsAsync(new(), headers).Refused(StatusCode.Unauthenticated, "TOKEN_REQUIRED");
    }

    [Theory]
    [InlineData("applicant")]
    [InlineData("employer")]
    [InlineData("auditor")]
    [InlineData("ftp-officer")]
    public async Task Only_a_registrar_grants(string role)
    {
        var client = new ApplicationsService.ApplicationsServiceClient(register.InRole(role, organisation: "RR8"));
        await client.GrantApplicationAsync(new()).Refused(StatusCode.PermissionDenied, "ROLE_NOT_ALLOWED");
    }

    [Fact]
    public async Task For_an_applicant_another_applicants_application_does_not_exist()
    {
        var application = await _people.Applied("owner");
        var other = _people.Applicant("curious");

        await other.GetApplicationAsync(new() { Name = application.Name }).Refused(StatusCode.NotFound, "APPLICATION_NOT_FOUND");
        await other.WithdrawApplicationAsync(new() { RequestId = People.NewRequest(), Name = application.Name })
            .Refused(StatusCode.NotFound, "APPLICATION_NOT_FOUND");
        Assert.Empty((await other.ListApplicationsAsync(new())).Applications);

        // Nor does waiting for a version tell one from the other.
        await other.GetApplicationAsync(new() { Name = application.Name, MinimumVersion = 99 }).Refused(StatusCode.NotFound, "APPLICATION_NOT_FOUND");
        await other.GetApplicationAsync(new() { Name = $"applications/{Guid.NewGuid()}", MinimumVersion = 99 })
            .Refused(StatusCode.NotFound, "APPLICATION_NOT_FOUND");
    }

    [Fact]
    public async Task For_a_registrant_another_registrants_entry_does_not_exist()
    {
        var number = await _people.Registered("entry-owner");
        var mine = new RegistrationService.RegistrationServiceClient(register.InRole("applicant", "entry-owner"));
        var others = new RegistrationService.RegistrationServiceClient(register.InRole("applicant", "curious"));

        Assert.Equal(number, (await mine.GetRegistrantAsync(new() { Name = $"registrants/{number}" })).Registrant.RegistrationNumber);
        await others.GetRegistrantAsync(new() { Name = $"registrants/{number}" }).Refused(StatusCode.NotFound, "REGISTRANT_NOT_FOUND");
    }

    [Fact]
    public async Task A_provider_has_no_hand_in_another_providers_programme()
    {
        var programme = await _people.Accredited();
        var other = new EducationService.EducationServiceClient(register.InRole("education-provider", "office", "university-of-leeds"));

        await other.SubmitPassListAsync(new()
        {
            RequestId = People.NewRequest(),
            Programme = programme.Name,
            CohortStart = People.Day(-900),
            RatifiedOn = People.Day(-10),
            Awards = { new Award { CandidateNumber = "X1", FullName = "Nobody", DateOfBirth = People.Date(1990, 1, 1) } },
        }).Refused(StatusCode.PermissionDenied, "NOT_YOUR_PROGRAMME");
        await other.ListAwardsAsync(new() { Parent = programme.Name }).Refused(StatusCode.PermissionDenied, "NOT_YOUR_PROGRAMME");
    }

    [Fact]
    public async Task Rest_says_no_in_the_same_words()
    {
        var refusal = await register.Http.GetAsync("/v1/applications");
        Assert.Equal(HttpStatusCode.Unauthorized, refusal.StatusCode);
        Assert.Contains("TOKEN_REQUIRED", await refusal.Content.ReadAsStringAsync(), StringComparison.Ordinal);

        using var request = new HttpRequestMessage(HttpMethod.Get, "/v1/cases");
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", await register.Token("applicant", "somebody"));
        Assert.Equal(HttpStatusCode.Forbidden, (await register.Http.SendAsync(request)).StatusCode);
    }

    [Fact]
    public async Task The_local_issuer_knows_the_roles_and_no_others()
    {
        Assert.Equal(HttpStatusCode.BadRequest, (await register.Http.PostAsJsonAsync("/development/token", new { role = "register" })).StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, (await register.Http.PostAsJsonAsync("/development/token", new { role = "employer" })).StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, (await register.Http.PostAsJsonAsync("/development/token", new { role = 5 })).StatusCode);

        using var elsewhere = new HttpRequestMessage(HttpMethod.Post, "/development/token") { Content = JsonContent.Create(new { role = "panel" }) };
        elsewhere.Headers.Host = "evil.example";
        Assert.Equal(HttpStatusCode.Forbidden, (await register.Http.SendAsync(elsewhere)).StatusCode);
    }

    [Theory]
    [InlineData("http://issuer.example")]
    [InlineData("nonsense")]
    public void An_authority_that_is_no_https_address_is_refused(string authority)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { EnvironmentName = "Production" });
        builder.Configuration.AddInMemoryCollection([new("Authentication:Authority", authority)]);
        Assert.Throws<ConfigurationException>(builder.AddRegister);
    }

    [Theory]
    [InlineData("Production", "127.0.0.1")]
    [InlineData("Development", "0.0.0.0")]
    public void Outside_Development_or_loopback_the_register_does_not_start_without_an_authority(string environment, string address)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { EnvironmentName = environment });
        builder.Configuration.AddInMemoryCollection(
            [new("ConnectionStrings:Register", register.ConnectionString), new("Register:ListenAddress", address)]);

        var refusal = Assert.Throws<ConfigurationException>(builder.AddRegister);
        Assert.Contains("Authentication:Authority", refusal.Message, StringComparison.Ordinal);
    }
}
