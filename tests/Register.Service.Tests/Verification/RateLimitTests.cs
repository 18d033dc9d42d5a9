using System.Net;
using Google.Rpc;
using Grpc.Core;
using Register.Service.Tests.Running;
using Sonographer.Register.V1;

namespace Register.Service.Tests.Verification;

/// <summary>A register that lets a caller search three times a minute and verify four, and believes a proxy on this machine.</summary>
public sealed class RegisterWithLimits : RunningRegister
{
    protected override IReadOnlyDictionary<string, string?> Settings => new Dictionary<string, string?>
    {
        ["RateLimits:SearchesPerMinute"] = "3",
        ["RateLimits:VerificationsPerMinute"] = "4",
        ["RateLimits:ConcernsPerMinute"] = "2",
        ["RateLimits:TrustedProxies:0"] = "127.0.0.1",
        ["ReadLog:PurposeRequiredOf:0"] = "employer",
    };
}

/// <summary>What is public cannot be read off name by name.</summary>
public sealed class RateLimitTests(RegisterWithLimits register) : IClassFixture<RegisterWithLimits>
{
    private readonly VerificationService.VerificationServiceClient _anyone = new(register.Anyone);

    [Fact]
    public async Task A_caller_who_searches_too_often_is_told_when_to_come_back_and_others_are_not_held_up()
    {
        for (var i = 0; i < 3; i++)
            await _anyone.SearchRegisterAsync(new() { Query = "zoe" }, From("192.0.2.1"));
        var refusal = await _anyone.SearchRegisterAsync(new() { Query = "zoe" }, From("192.0.2.1")).Refused(StatusCode.ResourceExhausted, "TOO_MANY_CALLS");
        Assert.InRange(refusal.GetRpcStatus()!.GetDetail<RetryInfo>()!.RetryDelay.ToTimeSpan(), TimeSpan.FromSeconds(1), TimeSpan.FromMinutes(1));

        await _anyone.SearchRegisterAsync(new() { Query = "zoe" }, From("192.0.2.2"));
        await new VerificationService.VerificationServiceClient(register.InRole("applicant", "named")).SearchRegisterAsync(new() { Query = "zoe" }, From("192.0.2.1"));

        // One kind of call does not use up the other.
        await _anyone.VerifyRegistrationAsync(new() { RegistrationNumber = "SON999999" }, From("192.0.2.1")).Refused(StatusCode.NotFound, "NO_SUCH_ENTRY");
    }

    [Fact]
    public async Task Numbers_are_limited_whether_there_is_somebody_behind_them_or_not_and_by_gRPC_and_REST_together()
    {
        for (var i = 0; i < 2; i++)
            await _anyone.VerifyRegistrationAsync(new() { RegistrationNumber = "SON999999" }, From("192.0.2.3")).Refused(StatusCode.NotFound, "NO_SUCH_ENTRY");
        for (var i = 0; i < 2; i++)
            Assert.Equal(HttpStatusCode.NotFound, (await Rest("192.0.2.3")).StatusCode);

        var refusal = await Rest("192.0.2.3");
        Assert.Equal(HttpStatusCode.TooManyRequests, refusal.StatusCode);
        Assert.InRange(refusal.Headers.RetryAfter!.Delta!.Value, TimeSpan.FromSeconds(1), TimeSpan.FromMinutes(1));
        Assert.Contains("TOO_MANY_CALLS", await refusal.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact] // R21: a concern holds an entry, and somebody without a login raises only so many
    public async Task Who_has_no_login_raises_only_so_many_concerns_and_officers_as_many_as_there_are()
    {
        var concerns = new FitnessToPractiseService.FitnessToPractiseServiceClient(register.Anyone);
        for (var i = 0; i < 2; i++)
            await concerns.RaiseConcernAsync(Concern(), From("192.0.2.7"));
        await concerns.RaiseConcernAsync(Concern(), From("192.0.2.7")).Refused(StatusCode.ResourceExhausted, "TOO_MANY_CALLS");
        await concerns.RaiseConcernAsync(Concern(), From("192.0.2.8"));
        var officer = new FitnessToPractiseService.FitnessToPractiseServiceClient(register.InRole("ftp-officer", "frida"));
        for (var i = 0; i < 3; i++)
            await officer.RaiseConcernAsync(Concern(), From("192.0.2.7"));

        static RaiseConcernRequest Concern() => new()
        {
            RequestId = People.NewRequest(),
            Case = new() { Ground = Ground.Misconduct, Concern = "The sonographer at the Tuesday clinic.", ReceivedOn = People.Today },
        };
    }

    [Fact]
    public async Task The_addresses_of_one_customer_are_one_caller()
    {
        for (var i = 1; i <= 3; i++)
            await _anyone.SearchRegisterAsync(new() { Query = "zoe" }, From($"2001:db8:0:1::{i}"));
        await _anyone.SearchRegisterAsync(new() { Query = "zoe" }, From("2001:db8:0:1:ffff::1")).Refused(StatusCode.ResourceExhausted, "TOO_MANY_CALLS");
        await _anyone.SearchRegisterAsync(new() { Query = "zoe" }, From("2001:db8:0:2::1"));
    }

    [Fact] // R34
    public async Task Who_has_to_say_what_for_reads_nothing_without()
    {
        var employer = new VerificationService.VerificationServiceClient(register.InRole("employer", "hr", "RR8"));
        using var silent = employer.VerifyRoster();
        var refusal = await Assert.ThrowsAsync<RpcException>(() => silent.ResponseStream.MoveNext());
        Assert.Equal((StatusCode.InvalidArgument, "REQUIRED"), (refusal.StatusCode, refusal.Reason()));

        using var roster = employer.VerifyRoster(new Metadata { { "x-purpose", "starters" } });
        await roster.RequestStream.CompleteAsync();
        Assert.False(await roster.ResponseStream.MoveNext());
    }

    private static Metadata From(string address) => new() { { "x-forwarded-for", address } };

    private async Task<HttpResponseMessage> Rest(string address)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/v1/register/SON999999") { Headers = { { "X-Forwarded-For", address } } };
        return await register.Http.SendAsync(request);
    }
}
