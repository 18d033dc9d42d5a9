using System.Net;
using System.Net.Sockets;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.Logging;
using Register.EventStore;
using Register.EventStore.EventStoreDb;
using Register.Service.Tests.EventStore.StandIn;
using static Register.Service.Tests.EventStore.EventStoreDb.EventStoreDbFixture;

namespace Register.Service.Tests.EventStore.EventStoreDb;

/// <summary>TLS and passwords; and a connection that cannot be had says why.</summary>
public sealed class RefusedConnectionTests
{
    private const string Quick = "discoveryInterval=1&maxDiscoverAttempts=2";

    private static readonly DateTimeOffset NextYear = DateTimeOffset.UtcNow.AddYears(1);

    [Fact]
    public async Task A_server_whose_authority_is_known_is_spoken_to_over_TLS()
    {
        using var certificates = new Certificates();
        await using var cluster = await StandInCluster.Start(2, certificates.Server(until: NextYear));
        Assert.Equal(new AppendResult.Appended(1), await Append(cluster.ConnectionString($"tlsCaFile={certificates.CaFile}")));
        Assert.Equal(new AppendResult.Appended(1), await Append(cluster.ConnectionString("tlsVerifyCert=false")));
    }

    [Fact]
    public async Task A_certificate_of_an_unknown_authority_is_not_accepted()
    {
        using var certificates = new Certificates();
        using var others = new Certificates();
        await using var cluster = await StandInCluster.Start(2, others.Server(until: NextYear));
        await Refused(cluster.ConnectionString($"tlsCaFile={certificates.CaFile}"), "certificate is not accepted");
        await Refused(cluster.ConnectionString("tls=true"), "certificate is not accepted");
    }

    [Fact]
    public async Task A_certificate_that_has_expired_is_not_accepted()
    {
        using var certificates = new Certificates();
        await using var cluster = await StandInCluster.Start(1, certificates.Server(until: DateTimeOffset.UtcNow.AddDays(-1)));
        await Refused(cluster.ConnectionString($"tlsCaFile={certificates.CaFile}"), "certificate is not accepted");
    }

    [Fact]
    public async Task A_password_is_sent_and_a_wrong_one_is_said_to_be_wrong()
    {
        // Over TLS: the official client sends no password without.
        using var certificates = new Certificates();
        await using var cluster = await StandInCluster.Start(2, certificates.Server(until: NextYear));
        cluster.Credentials = "admin:changeit";
        var right = cluster.ConnectionString($"tlsCaFile={certificates.CaFile}").Replace("://", "://admin:changeit@", StringComparison.Ordinal);
        Assert.Equal(new AppendResult.Appended(1), await Append(right));
        var message = await Refused(right.Replace("changeit", "hunter2", StringComparison.Ordinal), "does not accept the user and password");
        Assert.DoesNotContain("hunter2", message, StringComparison.Ordinal);
    }

    [Fact]
    public Task A_host_that_is_not_there_is_said_to_be_unknown() =>
        Refused("esdb://no-such-host.invalid?tls=false&" + Quick, "the name of its host is not known");

    [Fact]
    public Task A_port_that_nobody_listens_on_is_said_to_be_out_of_reach() =>
        Refused("esdb+discover://127.0.0.1:1?tls=false&" + Quick, "cannot be reached");

    [Theory]
    [InlineData("esdb", HttpProtocols.Http2)]
    [InlineData("esdb", HttpProtocols.Http1)]
    [InlineData("esdb+discover", HttpProtocols.Http1)]
    public async Task A_server_of_something_else_is_said_to_be_that(string scheme, HttpProtocols protocols)
    {
        await using var other = await Other(listen => listen.Protocols = protocols);
        await Refused($"{scheme}://{At(other)}?tls=false&{Quick}", "this is not a server of EventStoreDB");
    }

    [Fact]
    public async Task A_server_that_answers_HTTP_2_with_an_error_of_HTTP_1_is_of_something_else()
    {
        using var other = new TcpListener(IPAddress.Loopback, 0);
        other.Start();
        var answering = Answer();
        await Refused($"esdb://{other.LocalEndpoint}?tls=false&discoveryInterval=1&maxDiscoverAttempts=1", "this is not a server of EventStoreDB");
        await answering;

        async Task Answer()
        {
            using var client = await other.AcceptTcpClientAsync();
            await client.GetStream().ReadExactlyAsync(new byte["PRI * HTTP/2.0".Length]);
            await client.GetStream().WriteAsync("HTTP/1.1 400 Bad Request\r\nConnection: close\r\n\r\n"u8.ToArray());
            try
            {
                await client.GetStream().CopyToAsync(Stream.Null);
            }
            catch (IOException)
            {
                // The connection was reset, which ends it as well.
            }
        }
    }

    [Fact]
    public async Task A_server_of_something_else_with_TLS_is_said_to_be_that()
    {
        using var certificates = new Certificates();
        await using var other = await Other(listen =>
        {
            listen.Protocols = HttpProtocols.Http1;
            listen.UseHttps(certificates.Server(until: NextYear));
        });
        await Refused($"esdb://{At(other)}?tlsCaFile={certificates.CaFile}&{Quick}", "this is not a server of EventStoreDB");
    }

    [Theory]
    [InlineData(HttpProtocols.Http1)]
    [InlineData(HttpProtocols.Http1AndHttp2)]
    [InlineData(HttpProtocols.Http2)]
    public async Task A_server_without_TLS_is_said_to_speak_none(HttpProtocols protocols)
    {
        await using var other = await Other(listen => listen.Protocols = protocols);
        foreach (var scheme in new[] { "esdb", "esdb+discover" })
        {
            var message = await Refused($"{scheme}://{At(other)}?tls=true&{Quick}", "the server does not speak TLS there");
            Assert.DoesNotContain("certificate", message, StringComparison.Ordinal);
        }
    }

    private static async Task<WebApplication> Other(Action<ListenOptions> configure)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseKestrelHttpsConfiguration();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0, configure));
        var other = builder.Build();
        await other.StartAsync();
        return other;
    }

    private static string At(WebApplication other) => $"127.0.0.1:{new Uri(other.Urls.Single()).Port}";

    private static async Task<AppendResult> Append(string uri)
    {
        using var ledger = new EventStoreDbLedger(ConnectionString.Parse(uri), TimeProvider.System);
        var store = await KeysOfTheRun.StoreOver(ledger);
        return await store.Append(NewStream(), 0, [AnEvent("x")], CancellationToken.None);
    }

    private static async Task<string> Refused(string uri, string words)
    {
        var refused = await Assert.ThrowsAsync<LedgerUnavailableException>(() => Append(uri));
        Assert.Contains(words, refused.Message, StringComparison.Ordinal);
        return refused.Message;
    }
}
