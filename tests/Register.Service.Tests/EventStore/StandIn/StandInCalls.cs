using System.Globalization;
using System.Text;
using Grpc.Core;

namespace Register.Service.Tests.EventStore.StandIn;

/// <summary>What a server checks of every call, and how it refuses one.</summary>
internal static class StandInCalls
{
    public static void Authenticate(StandInCluster cluster, ServerCallContext context)
    {
        if (cluster.Credentials is { } user
            && context.RequestHeaders.GetValue("authorization") != "Basic " + Convert.ToBase64String(Encoding.UTF8.GetBytes(user)))
            throw new RpcException(new(StatusCode.Unauthenticated, ""));
    }

    public static void RequireLeader(StandInCluster cluster, StandInNode node, ServerCallContext context)
    {
        if (bool.TryParse(context.RequestHeaders.GetValue("requires-leader"), out var isRequired) && isRequired && node != cluster.Leader)
            throw NotLeader(cluster.Leader);
    }

    public static RpcException NotLeader(StandInNode leader) => new(new Status(StatusCode.NotFound, "Leader info available"), new Metadata
    {
        { "exception", "not-leader" },
        { "leader-endpoint-host", "127.0.0.1" },
        { "leader-endpoint-port", leader.Port.ToString(CultureInfo.InvariantCulture) },
    });

    /// <summary>Breaks the connection a call came over.</summary>
    public static RpcException Dropped(StandInNode node, ServerCallContext context)
    {
        node.Drop(context.GetHttpContext().Connection.Id);
        return new(new(StatusCode.Unavailable, "The connection is gone: nobody reads this."));
    }
}
