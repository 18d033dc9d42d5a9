using System.Net;
using Grpc.Core;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging;
using Register.Service.Hosting;
using Register.Service.Relaying;
using Register.Service.Tests.EventStore.EventStoreDb;
using Register.Service.Tests.EventStore.StandIn;
using Register.Service.Tests.Running;
using Sonographer.Register.V1;

namespace Register.Service.Tests.Relaying;

/// <summary>A ledger that cannot be had: the register says which, once, is not ready, and recovers by itself.</summary>
public sealed class RefusedLedgerTests : IAsyncLifetime
{
    private const string Quick = "discoveryInterval=1&maxDiscoverAttempts=2";

    private readonly RegisterOnEventStoreDb _register = new();

    public Task InitializeAsync() => Task.CompletedTask;

    public Task DisposeAsync() => _register.DisposeAsync();

    [Fact]
    public async Task A_wrong_password_is_said_once_and_all_goes_on_when_it_is_right()
    {
        _register.Configure = cluster =>
        {
            cluster.Credentials = "admin:changeit";
            return cluster.ConnectionString().Replace("://", "://admin:hunter2@", StringComparison.Ordinal);
        };
        await _register.InitializeAsync();
        const string words = "the server does not accept the user and password";
        await _register.Readiness(isReady: false, words);
        await new People(_register).Accreditor.AccreditProgrammeAsync(new() { RequestId = People.NewRequest(), Programme = People.AProgramme() })
            .Refused(StatusCode.Unavailable, "LEDGER_UNAVAILABLE");

        _register.Cluster.Credentials = null;
        await _register.Readiness(isReady: true);
        Assert.StartsWith("SON", await new People(_register).Registered("at-last"), StringComparison.Ordinal);
        Assert.Single(_register.Log.Lines, line => line.Contains(words, StringComparison.Ordinal));
        Assert.DoesNotContain(_register.Log.Lines, line => line.Contains("hunter2", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_ledger_that_goes_away_is_UNAVAILABLE_and_all_goes_on_when_it_is_back()
    {
        _register.Configure = cluster => cluster.ConnectionString(attempts: 3);
        await _register.InitializeAsync();
        await _register.Readiness(isReady: true);
        var people = new People(_register);
        var application = await people.Applied("between");
        await people.CheckedByAda(application);
        await people.Grace.GrantApplicationAsync(new() { RequestId = People.NewRequest(), Name = application.Name, Reasons = "In order." });

        // What follows from the grant may not be in the ledger yet.
        foreach (var node in _register.Cluster.Nodes)
            node.Die();
        await _register.Readiness(isReady: false, "could say who leads");
        var refusal = await Assert.ThrowsAsync<RpcException>(async () => await people.Accreditor.AccreditProgrammeAsync(
            new() { RequestId = People.NewRequest(), Programme = People.AProgramme() }));
        Assert.Equal((StatusCode.Unavailable, "LEDGER_UNAVAILABLE"), (refusal.StatusCode, refusal.Reason()));
        Assert.NotNull(refusal.GetRpcStatus()!.GetDetail<Google.Rpc.RetryInfo>());

        foreach (var node in _register.Cluster.Nodes)
            node.Return();
        await _register.Readiness(isReady: true);
        Assert.StartsWith("SON", await people.NumberOf(application, "between"), StringComparison.Ordinal);
        Assert.StartsWith("SON", await people.Registered("after"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_host_that_is_not_there_is_said_to_be_unknown()
    {
        _register.Configure = _ => $"esdb://no-such-host.invalid?tls=false&{Quick}";
        await _register.InitializeAsync();
        await _register.Readiness(isReady: false, "the name of its host is not known");
    }

    [Fact]
    public async Task How_far_the_copy_is_behind_a_ledger_that_has_never_answered_is_not_known()
    {
        _register.Configure = _ => $"esdb://127.0.0.1:1?tls=false&{Quick}";
        await _register.InitializeAsync();
        await _register.Readiness(isReady: false, "How far the copy is behind is not known");
        Assert.Null((await new Sonographer.Register.V1.RelayService.RelayServiceClient(_register.InRole("operator")).GetRelayAsync(new())).Relay.Behind);
        var status = await CommandLine.Run(_register, "operator", null, "admin", "relay", "status");
        Assert.Matches(@"Behind\s+not known", status.Output);
    }

    [Fact]
    public async Task A_certificate_that_has_expired_is_not_accepted()
    {
        using var certificates = new Certificates();
        await using var cluster = await StandInCluster.Start(1, certificates.Server(until: DateTimeOffset.UtcNow.AddDays(-1)));
        _register.Configure = _ => cluster.ConnectionString($"tlsCaFile={certificates.CaFile}", attempts: 2);
        await _register.InitializeAsync();
        await _register.Readiness(isReady: false, "certificate is not accepted");
    }

    [Fact]
    public async Task A_server_of_something_else_is_said_to_be_that()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0, listen => listen.Protocols = HttpProtocols.Http2));
        await using var other = builder.Build();
        await other.StartAsync();
        _register.Configure = _ => $"esdb://127.0.0.1:{new Uri(other.Urls.Single()).Port}?tls=false&{Quick}";
        await _register.InitializeAsync();
        await _register.Readiness(isReady: false, "this is not a server of EventStoreDB");
    }

    [Fact]
    public async Task Another_ledger_than_the_one_copied_is_refused()
    {
        await using var other = await StandInCluster.Start(1);
        await _register.InitializeAsync();
        await new People(_register).Accredited();
        await _register.RestartWith(other.ConnectionString());
        await _register.Readiness(isReady: false, "it is another ledger");
        await new People(_register).Accreditor.AccreditProgrammeAsync(new() { RequestId = People.NewRequest(), Programme = People.AProgramme() })
            .Refused(StatusCode.Unavailable, "LEDGER_UNAVAILABLE");
        Assert.Empty(other.Log.All());
    }

    [Fact]
    public async Task A_copy_is_not_taken_for_the_ledger()
    {
        await _register.InitializeAsync();
        await new People(_register).Accredited();
        var refusal = await Assert.ThrowsAsync<ConfigurationException>(() => _register.RestartWith(""));
        Assert.Contains(LedgerConfiguration.Key, refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_connection_string_that_is_not_understood_stops_the_start_and_tells_no_secret()
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { EnvironmentName = "Development" });
        builder.Configuration.AddInMemoryCollection(
            new Dictionary<string, string?> { [LedgerConfiguration.Key] = "esdb://admin:hunter2@127.0.0.1?nodePreference=cheapest" });
        var refusal = Assert.Throws<ConfigurationException>(builder.AddRegister);
        Assert.Contains("nodePreference", refusal.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("hunter2", refusal.Message, StringComparison.Ordinal);
    }
}
