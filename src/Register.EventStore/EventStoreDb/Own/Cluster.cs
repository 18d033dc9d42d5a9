using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Net;
using Grpc.Core;
using Register.EventStore.EventStoreDb.Protocol;
using State = Register.EventStore.EventStoreDb.Protocol.MemberInfo.Types.VNodeState;

namespace Register.EventStore.EventStoreDb;

/// <summary>Finds the nodes of a cluster by asking any of them; without discovery, the one node named is all there is.</summary>
internal sealed class Cluster(EventStoreDbSettings settings) : IDisposable
{
    private readonly ConcurrentDictionary<DnsEndPoint, Node> _nodes = new();
    private ImmutableArray<DnsEndPoint> _known = [];

    /// <summary>The connection to a node; one for all its callers.</summary>
    public Node At(DnsEndPoint endPoint) => _nodes.GetOrAdd(endPoint, static (e, s) => new Node(e, s), settings);

    /// <summary>The node that fits a preference best, as the cluster is now.</summary>
    /// <exception cref="NoNodeException">No node answered, or none fits.</exception>
    public async Task<Node> Find(NodePreference preference)
    {
        if (!settings.Discover)
            return At(settings.Nodes[0]);

        var failures = new List<Exception>();
        foreach (var asked in _known.Concat(Shuffled(settings.Nodes)).Distinct())
        {
            try
            {
                var members = await Members(At(asked));
                _known = [.. members.Select(EndPointOf)];
                if (Choose(members, preference) is { } chosen)
                    return At(EndPointOf(chosen));
            }
            catch (RpcException e)
            {
                failures.Add(e);
            }
        }
        throw failures.Count > 0
            ? new NoNodeException($"No node of {settings} could say who leads: {Faults.Words(failures[0])}", new AggregateException(failures))
            : new NoNodeException($"The cluster of {settings} has no {preference} now.", null);
    }

    public void Dispose()
    {
        foreach (var node in _nodes.Values)
            node.Dispose();
    }

    private async Task<IReadOnlyList<MemberInfo>> Members(Node node)
    {
        var cluster = await node.Gossip.ReadAsync(new Empty(), node.Call(requiresLeader: false, settings.GossipTimeout, CancellationToken.None));
        return [.. cluster.Members.Where(m => m is { IsAlive: true, HttpEndPoint: not null })];
    }

    // The best kind there is one of; which of them is chance, so that several instances do not all read from the same.
    private static MemberInfo? Choose(IEnumerable<MemberInfo> members, NodePreference preference) =>
        Shuffled(members).Where(m => Rank(m.State, preference) is not null).MinBy(m => Rank(m.State, preference));

    private static int? Rank(State state, NodePreference preference) => (preference, state) switch
    {
        (NodePreference.Leader, State.Leader) => 0,
        (NodePreference.Leader, _) => null,
        (NodePreference.Follower, State.Follower) => 0,
        (NodePreference.ReadOnlyReplica, State.ReadOnlyReplica) => 0,
        (NodePreference.ReadOnlyReplica, State.Follower) => 1,
        (NodePreference.Random, State.Leader or State.Follower or State.ReadOnlyReplica) => 0,
        (_, State.Leader) => 2,
        (_, State.Follower or State.ReadOnlyReplica) => 3,
        _ => null,
    };

    private static DnsEndPoint EndPointOf(MemberInfo member) => new(member.HttpEndPoint.Address, (int)member.HttpEndPoint.Port);

    private static T[] Shuffled<T>(IEnumerable<T> items)
    {
        var all = items.ToArray();
        Random.Shared.Shuffle(all);
        return all;
    }
}
