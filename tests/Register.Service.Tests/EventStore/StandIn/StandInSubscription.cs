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
        var position = options.All.Position is { } from ? (from.CommitPosition, from.PreparePosition) : default((ulong Commit, ulong Prepare)?);
        if (position is { } place && !cluster.Log.IsPlace(place.Commit))
            throw new RpcException(new(StatusCode.InvalidArgument, "Trying to read from an invalid position."));
        var isLive = false;
        while (!context.CancellationToken.IsCancellationRequested)
        {
            var grown = cluster.Log.Grown;
            var records = cluster.Log.After(position, Batch);
            foreach (var record in records)
            {
                if (StandInStreams.Passes(record, options.Filter))
                {
                    await Deliver(record, writer, context);
                    position = (record.Position, record.Position);
                }
                else
                {
                    // It is through with this one, and names the place of the next.
                    position = (StandInLog.PlaceAfter(record), 0);
                    await Checkpoint(position, writer);
                }
            }
            if (records.Length > 0)
                continue;
            if (!isLive)
            {
                await Checkpoint(position, writer);
                isLive = true;
                cluster.WentLive++;
            }
            await grown.WaitAsync(context.CancellationToken);
        }
    }

    // The server's own number for no position, -1, where there was none yet.
    private static Task Checkpoint((ulong Commit, ulong Prepare)? position, IServerStreamWriter<ReadResp> writer)
    {
        var (commit, prepare) = position ?? (ulong.MaxValue, ulong.MaxValue);
        return writer.WriteAsync(new() { Checkpoint = new() { CommitPosition = commit, PreparePosition = prepare } });
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
