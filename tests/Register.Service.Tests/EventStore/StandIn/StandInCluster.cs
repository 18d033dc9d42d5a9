using System.Security.Cryptography.X509Certificates;

namespace Register.Service.Tests.EventStore.StandIn;

/// <summary>A small EventStoreDB of one process for the tests: nodes with one log, one of which leads, and which misbehave when told to.</summary>
internal sealed class StandInCluster : IAsyncDisposable
{
    private readonly List<StandInNode> _nodes = [];
    private readonly Lock _electing = new();
    private int _leader;

    public StandInLog Log { get; } = new();

    public IReadOnlyList<StandInNode> Nodes => _nodes;

    public StandInNode Leader => _nodes[_leader];

    /// <summary>Asked at each append what to do to it.</summary>
    public Func<AppendFault> OnAppend { get; set; } = () => AppendFault.None;

    /// <summary>Asked at each delivery to a subscriber what to do to it.</summary>
    public Func<DeliveryFault> OnDelivery { get; set; } = () => DeliveryFault.None;

    /// <summary>"user:password" that every call must come with; any will do without one.</summary>
    public string? Credentials { get; set; }

    /// <summary>Whether the nodes take many appends over one call, and say so, as servers since 21.10 do.</summary>
    public bool TakesBatches { get; set; } = true;

    /// <summary>How many events were sent to subscribers.</summary>
    public int Delivered { get; set; }

    /// <summary>How many subscriptions came to the end of what was there.</summary>
    public int WentLive { get; set; }

    /// <summary>How many nodes were asked who is in the cluster, so far.</summary>
    public int GossipCalls { get; set; }

    public static async Task<StandInCluster> Start(int nodes, X509Certificate2? certificate = null)
    {
        var cluster = new StandInCluster();
        for (var i = 0; i < nodes; i++)
            cluster._nodes.Add(await StandInNode.Start(cluster, certificate));
        return cluster;
    }

    /// <summary>A connection string to all nodes, quick to try again.</summary>
    public string ConnectionString(string options = "tls=false", int attempts = 12) =>
        $"esdb+discover://{string.Join(",", _nodes.Select(n => $"127.0.0.1:{n.Port}"))}?discoveryInterval=1&maxDiscoverAttempts={attempts}&{options}";

    /// <summary>Another node leads; if it was dead, it is back.</summary>
    public void MoveLeader()
    {
        lock (_electing)
        {
            _leader = (_leader + 1) % _nodes.Count;
            Leader.Return();
        }
    }

    /// <summary>The leader dies and another takes over.</summary>
    public void KillLeader()
    {
        lock (_electing)
        {
            var dying = Leader;
            MoveLeader();
            dying.Die();
        }
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var node in _nodes)
            await node.DisposeAsync();
    }
}
