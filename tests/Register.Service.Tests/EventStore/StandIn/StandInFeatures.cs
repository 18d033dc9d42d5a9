using Grpc.Core;
using Register.EventStore.EventStoreDb.Protocol;

namespace Register.Service.Tests.EventStore.StandIn;

/// <summary>Tells what this server can do: what the official client asks for whenever it connects.</summary>
internal sealed class StandInFeatures(StandInCluster cluster) : ServerFeatures.ServerFeaturesBase
{
    private const string StreamsService = "event_store.client.streams.streams";

    public override Task<SupportedMethods> GetSupportedMethods(Empty request, ServerCallContext context)
    {
        StandInCalls.Authenticate(cluster, context);
        var answer = new SupportedMethods
        {
            EventStoreServerVersion = "23.10.0.0",
            Methods =
            {
                new SupportedMethod { ServiceName = StreamsService, MethodName = "append" },
                new SupportedMethod { ServiceName = StreamsService, MethodName = "read" },
                new SupportedMethod { ServiceName = "event_store.client.gossip.gossip", MethodName = "read" },
            },
        };
        if (cluster.TakesBatches)
            answer.Methods.Add(new SupportedMethod { ServiceName = StreamsService, MethodName = "batchappend" });
        return Task.FromResult(answer);
    }
}
