using Google.Protobuf;
using Grpc.Core;
using Grpc.Net.Client;
using Register.EventStore.EventStoreDb.Protocol;
using Register.Service.Tests.EventStore.StandIn;

namespace Register.Service.Tests.EventStore.EventStoreDb;

/// <summary>The stand-in answers what the official client asks when it connects, and the appends that it then makes, over a socket.</summary>
public sealed class StandInFeaturesTests
{
    private static readonly ByteString Stream = ByteString.CopyFromUtf8("case-1");

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_node_says_what_it_can_do(bool takesBatches)
    {
        await using var cluster = await StandInCluster.Start(1);
        cluster.TakesBatches = takesBatches;
        using var channel = ChannelTo(cluster.Leader);
        var answer = await new ServerFeatures.ServerFeaturesClient(channel).GetSupportedMethodsAsync(new());
        string[] calls = ["append", "read", .. takesBatches ? ["batchappend"] : Array.Empty<string>()];
        Assert.Equal(calls, answer.Methods.Where(m => m.ServiceName == "event_store.client.streams.streams").Select(m => m.MethodName));
        Assert.StartsWith("23.10", answer.EventStoreServerVersion, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_node_says_who_is_in_the_cluster_each_with_an_id_of_its_own()
    {
        await using var cluster = await StandInCluster.Start(3);
        using var channel = ChannelTo(cluster.Nodes[1]);
        var members = (await new Gossip.GossipClient(channel).ReadAsync(new())).Members;
        Assert.Equal(cluster.Nodes.Select(n => (uint)n.Port), members.Select(m => m.HttpEndPoint.Port));
        Assert.Equal(3, members.Select(m => m.InstanceId.String).Distinct().Count());
    }

    [Fact]
    public async Task Appends_over_one_call_are_answered_each_by_its_id()
    {
        await using var cluster = await StandInCluster.Start(1);
        using var channel = ChannelTo(cluster.Leader);
        using var call = new Streams.StreamsClient(channel).BatchAppend(new Metadata { { "requires-leader", "True" } });

        // One in two parts, and when it is made, another that expects what was there before.
        await call.RequestStream.WriteAsync(Part("first", isFirst: true, isFinal: false));
        await call.RequestStream.WriteAsync(Part("first", isFirst: false, isFinal: true));
        Assert.True(await call.ResponseStream.MoveNext(CancellationToken.None));
        Assert.Equal(("first", 1UL), (call.ResponseStream.Current.CorrelationId.String, call.ResponseStream.Current.Success.CurrentRevision));

        await call.RequestStream.WriteAsync(Part("second", isFirst: true, isFinal: true));
        Assert.True(await call.ResponseStream.MoveNext(CancellationToken.None));
        Assert.Equal("second", call.ResponseStream.Current.CorrelationId.String);
        Assert.Equal(1UL, call.ResponseStream.Current.Error.Details.Unpack<WrongExpectedVersion>().CurrentStreamRevision);
        await call.RequestStream.CompleteAsync();
        Assert.False(await call.ResponseStream.MoveNext(CancellationToken.None));
        Assert.Equal(2, cluster.Log.Stream(Stream)!.Length);
    }

    [Fact]
    public async Task An_append_at_any_revision_is_known_again_by_its_ids_only_as_long_as_the_server_remembers_them()
    {
        await using var cluster = await StandInCluster.Start(1);
        using var channel = ChannelTo(cluster.Leader);
        UUID[] ids = [new() { String = $"{Guid.NewGuid()}" }, new() { String = $"{Guid.NewGuid()}" }];
        Assert.Equal(1UL, (await AppendAtAny(channel, ids)).Success.CurrentRevision);
        Assert.Equal(1UL, (await AppendAtAny(channel, ids)).Success.CurrentRevision);
        Assert.Equal(1UL, (await AppendAtAny(channel, ids[1])).Success.CurrentRevision);
        Assert.Equal(1UL, (await AppendAtAny(channel, ids[1], new UUID { String = $"{Guid.NewGuid()}" })).WrongExpectedVersion.CurrentRevision);
        Assert.Equal(2, cluster.Log.Stream(Stream)!.Length);

        // Why the adapter looks for itself.
        cluster.Log.KnowsIds = false;
        Assert.Equal(3UL, (await AppendAtAny(channel, ids)).Success.CurrentRevision);
    }

    private static async Task<AppendResp> AppendAtAny(GrpcChannel channel, params UUID[] ids)
    {
        using var call = new Streams.StreamsClient(channel).Append();
        await call.RequestStream.WriteAsync(new() { Options = new() { StreamIdentifier = new() { StreamName = Stream }, Any = new() } });
        foreach (var id in ids)
            await call.RequestStream.WriteAsync(new() { ProposedMessage = new() { Id = id, Metadata = { ["type"] = "x" } } });
        await call.RequestStream.CompleteAsync();
        return await call.ResponseAsync;
    }

    private static BatchAppendReq Part(string id, bool isFirst, bool isFinal) => new()
    {
        CorrelationId = new() { String = id },
        Options = isFirst ? new() { StreamIdentifier = new() { StreamName = Stream }, NoStream = new() } : null,
        ProposedMessages = { new BatchAppendReq.Types.ProposedMessage { Id = new() { String = $"{Guid.NewGuid()}" }, Metadata = { ["type"] = "x" } } },
        IsFinal = isFinal,
    };

    private static GrpcChannel ChannelTo(StandInNode node) => GrpcChannel.ForAddress($"http://127.0.0.1:{node.Port}");
}
