using Grpc.Core;
using Register.EventStore.EventStoreDb.Protocol;

namespace Register.Service.Tests.EventStore.StandIn;

/// <summary>Sends the log after a position and then as it grows, with a checkpoint now and then.</summary>
internal sealed class StandInSubscription(StandInCluster cluster, StandInNode node)
{
    private const int Batch = 100;

    public async Task Serve(ReadReq.Types.Options options, IServerStreamWriter<ReadResp> writer, ServerCallContext context)
    {
        await writer.WriteAsync(new() { Confirmation = new() { SubscriptionId = Guid.NewGuid().ToString() } });
        var position = options.All.Position?.CommitPosition;
        while (!context.CancellationToken.IsCancellationRequested)
        {
            var grown = cluster.Log.Grown;
            var records = cluster.Log.After(position, Batch);
            foreach (var record in records)
            {
                if (StandInStreams.Passes(record, options.Filter))
                    await Deliver(record, writer, context);
                else
                    await writer.WriteAsync(new() { Checkpoint = new() { CommitPosition = record.Position, PreparePosition = record.Position } });
                position = record.Position;
            }
            if (records.Length == 0)
                await grown.WaitAsync(context.CancellationToken);
        }
    }

    private async Task Deliver(StandInLog.Record record, IServerStreamWriter<ReadResp> writer, ServerCallContext context)
    {
        switch (cluster.OnDelivery())
        {
            case DeliveryFault.Twice:
                await writer.WriteAsync(StandInStreams.Event(record), context.CancellationToken);
                break;
            case DeliveryFault.Dropped:
                throw StandInCalls.Dropped(node, context);
            case DeliveryFault.ConsumerTooSlow:
                throw new RpcException(new(StatusCode.Aborted, "Operation timed out: the consumer is too slow"));
            case DeliveryFault.Died:
                cluster.KillLeader();
                throw StandInCalls.Dropped(node, context);
            default:
                break;
        }
        await writer.WriteAsync(StandInStreams.Event(record), context.CancellationToken);
        cluster.Delivered++;
    }
}
