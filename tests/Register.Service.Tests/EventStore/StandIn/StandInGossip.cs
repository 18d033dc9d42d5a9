using Grpc.Core;
using Register.EventStore.EventStoreDb.Protocol;

namespace Register.Service.Tests.EventStore.StandIn;

/// <summary>Tells who is in the cluster.</summary>
internal sealed class StandInGossip(StandInCluster cluster) : Gossip.GossipBase
{
    public override Task<ClusterInfo> Read(Empty request, ServerCallContext context)
    {
        StandInCalls.Authenticate(cluster, context);
        cluster.GossipCalls++;
        return Task.FromResult(new ClusterInfo { Members = { cluster.Nodes.Select(Member) } });
    }

    private MemberInfo Member(StandInNode node) => new()
    {
        InstanceId = new() { String = $"{node.Id}" },
        TimeStamp = DateTime.UtcNow.Ticks,
        State = node == cluster.Leader ? MemberInfo.Types.VNodeState.Leader : MemberInfo.Types.VNodeState.Follower,
        IsAlive = !node.IsDead,
        HttpEndPoint = new() { Address = "127.0.0.1", Port = (uint)node.Port },
    };
}
