using System.Net;
using Register.EventStore.EventStoreDb;

namespace Register.Service.Tests.EventStore.EventStoreDb;

/// <summary>Connection strings are EventStoreDB's own; what is not understood is said, all of it.</summary>
public sealed class ConnectionStringTests
{
    [Fact]
    public void Everything_a_connection_string_says_is_heard()
    {
        var file = Path.GetTempFileName();
        var settings = ConnectionString.Parse(
            $"esdb://admin:p%40ss%3Aw@one.example:2113,two.example,[::1]:2115?tls=false&tlsVerifyCert=false&nodePreference=readOnlyReplica&discoveryInterval=50"
            + $"&maxDiscoverAttempts=3&gossipTimeout=700&keepAliveInterval=-1&keepAliveTimeout=800&defaultDeadline=900&tlsCaFile={Uri.EscapeDataString(file)}");
        File.Delete(file);

        DnsEndPoint[] nodes = [new("one.example", 2113), new("two.example", 2113), new("::1", 2115)];
        Assert.Equal(nodes, settings.Nodes);
        Assert.Equal(("admin", "p@ss:w"), (settings.Credentials!.UserName, settings.Credentials.Password));
        Assert.Equal(
            (true, false, false, file, NodePreference.ReadOnlyReplica, 3),
            (settings.Discover, settings.Tls, settings.TlsVerifyCert, settings.TlsCaFile, settings.NodePreference, settings.MaxDiscoverAttempts));
        Assert.Equal(
            (50, 700, -1, 800, 900),
            (settings.DiscoveryInterval.TotalMilliseconds, settings.GossipTimeout.TotalMilliseconds, settings.KeepAliveInterval.TotalMilliseconds,
                settings.KeepAliveTimeout.TotalMilliseconds, settings.DefaultDeadline.TotalMilliseconds));
    }

    [Theory]
    [InlineData("esdb://localhost", false)]
    [InlineData("esdb://localhost:2113/?tls=false", false)]
    [InlineData("esdb+discover://cluster.example:2113", true)]
    [InlineData("esdb://a,b", true)]
    [InlineData("kurrentdb://a:2113", false)]
    [InlineData("kurrentdb+discover://a:2113", true)]
    [InlineData("kdb://a:2113", false)]
    public void The_cluster_is_asked_for_its_nodes_where_there_may_be_several(string text, bool discovers) =>
        Assert.Equal(discovers, ConnectionString.Parse(text).Discover);

    [Fact]
    public void What_is_not_said_is_as_in_the_servers_own_clients()
    {
        var settings = ConnectionString.Parse("esdb://localhost");
        Assert.Equal((true, true, null, NodePreference.Leader), (settings.Tls, settings.TlsVerifyCert, settings.Credentials, settings.NodePreference));
        Assert.Equal((100, 10_000), (settings.DiscoveryInterval.TotalMilliseconds, settings.DefaultDeadline.TotalMilliseconds));
    }

    [Theory]
    [InlineData("", "esdb://user:password@host:port")]
    [InlineData("http://localhost", "esdb://user:password@host:port")]
    [InlineData("esdb://", "esdb://user:password@host:port")]
    [InlineData("esdb://localhost:port", "A node is host or host:port")]
    [InlineData("esdb://a,,b", "A node is host or host:port")]
    [InlineData("esdb://admin:secret", "A node is host or host:port")]
    [InlineData("esdb://admin@localhost", "user:password")]
    [InlineData("esdb://localhost?tsl=true", "There is no option tsl; there are tls, ")]
    [InlineData("esdb://localhost?tls=yes", "tls is true or false, not \"yes\".")]
    [InlineData("esdb://localhost?tls=true&tls=false", "tls is there twice.")]
    [InlineData("esdb://localhost?nodePreference=boss", "nodePreference is one of Leader, Follower, ReadOnlyReplica, Random, not \"boss\".")]
    [InlineData("esdb://localhost?nodePreference=1", "nodePreference is one of")]
    [InlineData("esdb://localhost?gossipTimeout=soon", "gossipTimeout is milliseconds, from 1, not \"soon\".")]
    [InlineData("esdb://localhost?keepAliveInterval=-2", "keepAliveInterval is milliseconds, from 1, or -1 for never")]
    [InlineData("esdb://localhost?maxDiscoverAttempts=0", "maxDiscoverAttempts is a whole number from 1")]
    [InlineData("esdb://localhost?tlsCaFile=/no/such/file.pem", "there is no file /no/such/file.pem")]
    [InlineData("esdb://localhost?tls=perhaps&speed=9", "speed")]
    [InlineData("esdb://localhost?tls", "An option is name=value")]
    [InlineData("esdb://admin:hun?ter2@localhost", "A ?, @, / or : in a user name or a password is written %3F, %40, %2F or %3A.")]
    [InlineData("esdb://admin:hun/ter2@localhost", "A ?, @, / or : in a user name or a password is written %3F, %40, %2F or %3A.")]
    public void What_is_not_understood_is_named(string text, string words) =>
        Assert.Contains(words, Assert.Throws<FormatException>(() => ConnectionString.Parse(text)).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("esdb://admin:secret@localhost?tls=perhaps")]
    [InlineData("esdb://admin:secret:secret@localhost")]
    [InlineData("esdb:/admin:secret@localhost")]
    [InlineData("esdb://admin:my?secret@localhost:2113")]
    [InlineData("esdb://admin:my?secret=1@localhost:2113?tls=false")]
    [InlineData("esdb://admin:my?tls=secret@localhost:2113")]
    [InlineData("esdb://admin:my?secret")]
    [InlineData("esdb://admin:my/secret@localhost:2113")]
    [InlineData("esdb://admin:my@secret@localhost:2113")]
    public void No_password_is_told(string text) =>
        Assert.DoesNotContain("secret", Assert.Throws<FormatException>(() => ConnectionString.Parse(text)).Message, StringComparison.Ordinal);

    [Fact]
    public void Settings_are_written_without_the_password() =>
        Assert.Equal("a:2113,b:2114", ConnectionString.Parse("esdb://admin:secret@a,b:2114").ToString());
}
