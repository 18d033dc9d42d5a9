using System.Collections.Immutable;
using System.Net;

namespace Register.EventStore.EventStoreDb;

/// <summary>Which nodes to reach and how, as a connection string says it: see <see cref="ConnectionString"/>.</summary>
/// <remarks>What was not said has the value that EventStoreDB's own clients give it.</remarks>
public sealed record EventStoreDbSettings
{
    /// <summary>The nodes named; at least one.</summary>
    public required ImmutableArray<DnsEndPoint> Nodes { get; init; }

    /// <summary>Whether the nodes are asked for the rest of the cluster: with "+discover", or where several are named.</summary>
    public bool Discover { get; init; }

    /// <summary>With which user and password; nobody's where there is none.</summary>
    public NetworkCredential? Credentials { get; init; }

    /// <summary>Whether to speak TLS.</summary>
    public bool Tls { get; init; } = true;

    /// <summary>Whether the server's certificate must be valid.</summary>
    public bool TlsVerifyCert { get; init; } = true;

    /// <summary>The PEM file of the authority that signs the servers' certificates; the machine's own authorities without one.</summary>
    public string? TlsCaFile { get; init; }

    /// <summary>From which kind of node the whole ledger is read. One stream is always read from the leader: it must show what was just appended.</summary>
    public NodePreference NodePreference { get; init; } = NodePreference.Leader;

    /// <summary>The wait before an operation is tried for the second time; it doubles from there, up to two seconds.</summary>
    public TimeSpan DiscoveryInterval { get; init; } = TimeSpan.FromMilliseconds(100);

    /// <summary>How many times an operation is tried, finding the leader again each time, before the ledger counts as away.</summary>
    public int MaxDiscoverAttempts { get; init; } = 10;

    /// <summary>How long a node may take to tell who is in the cluster.</summary>
    public TimeSpan GossipTimeout { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>How often a silent connection is tried, so that a node that died is noticed.</summary>
    public TimeSpan KeepAliveInterval { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>How long the answer to that may take.</summary>
    public TimeSpan KeepAliveTimeout { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>How long one try of an append, or of a read of a page of a stream, may take.</summary>
    public TimeSpan DefaultDeadline { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>The nodes, and nothing secret: for logs.</summary>
    public override string ToString() => string.Join(",", Nodes.Select(n => $"{n.Host}:{n.Port}"));
}

/// <summary>A kind of node to read from.</summary>
public enum NodePreference
{
    /// <summary>The one that takes appends.</summary>
    Leader,

    /// <summary>One that follows the leader; the leader where there is none.</summary>
    Follower,

    /// <summary>A replica that only reads; another node where there is none.</summary>
    ReadOnlyReplica,

    /// <summary>Any that answers.</summary>
    Random,
}
