using System.Net;
using Grpc.Core;
using Grpc.Health.V1;
using Grpc.Reflection.V1Alpha;
using Register.Service.Tests.Running;

namespace Register.Service.Tests.Operations;

/// <summary>What those who run the register, and their tools, can ask without a token.</summary>
public sealed class HealthTests(RunningRegister register) : IClassFixture<RunningRegister>
{
    [Fact]
    public async Task The_register_lives_and_is_ready()
    {
        Assert.Equal(HttpStatusCode.OK, (await register.Http.GetAsync("/health/live")).StatusCode);
        await Eventually.Get(async () => (await register.Http.GetAsync("/health/ready")).StatusCode, s => s == HttpStatusCode.OK);
        var health = new Health.HealthClient(register.Anyone);
        await Eventually.Get(async () => (await health.CheckAsync(new())).Status, s => s == HealthCheckResponse.Types.ServingStatus.Serving);
    }

    [Fact]
    public async Task Its_services_are_listed_by_reflection()
    {
        using var call = new ServerReflection.ServerReflectionClient(register.Anyone).ServerReflectionInfo();
        await call.RequestStream.WriteAsync(new ServerReflectionRequest { ListServices = "" });
        await call.RequestStream.CompleteAsync();
        var answer = await call.ResponseStream.ReadAllAsync().SingleAsync();
        Assert.Contains("sonographer.register.v1.VerificationService", answer.ListServicesResponse.Service.Select(s => s.Name));
    }

    [Fact]
    public async Task A_rest_body_in_an_unknown_charset_is_a_bad_request()
    {
        using var body = new StringContent("{}");
        body.Headers.Remove("Content-Type");
        body.Headers.TryAddWithoutValidation("Content-Type", "application/json; charset=bogus");
        var answer = await register.Http.PostAsync("/v1/cases", body);
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains("UNKNOWN_CHARSET", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_public_check_is_there_as_rest_too()
    {
        var number = await new People(register).Registered("rest");
        var answer = await register.Http.GetStringAsync($"/v1/register/{number}?asAt.year=2026&asAt.month=1&asAt.day=1");
        Assert.Contains("REGISTRATION_STATUS_NOT_REGISTERED", answer, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await register.Http.GetAsync("/v1/register/SON999998")).StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, (await register.Http.GetAsync("/v1/register/nonsense")).StatusCode);
    }
}
