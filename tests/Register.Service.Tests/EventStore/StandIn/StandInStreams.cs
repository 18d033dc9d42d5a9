using Grpc.Core;
using Register.EventStore.EventStoreDb.Protocol;

namespace Register.Service.Tests.EventStore.StandIn;

/// <summary>Appends and reads as the server does, and misbehaves as the cluster is told to.</summary>
internal sealed class StandInStreams(StandInCluster cluster, StandInNode node) : Streams.StreamsBase
{
    public override async Task<AppendResp> Append(IAsyncStreamReader<AppendReq> requestStream, ServerCallContext context)
    {
        StandInCalls.Authenticate(cluster, context);
        StandInCalls.RequireLeader(cluster, node, context);
        var parts = await requestStream.ReadAllAsync(context.CancellationToken).ToListAsync();
        return await Append(parts[0].Options, [.. parts.Skip(1).Select(p => p.ProposedMessage)], context);
    }

    public override Task BatchAppend(
        IAsyncStreamReader<BatchAppendReq> requestStream, IServerStreamWriter<BatchAppendResp> responseStream, ServerCallContext context)
    {
        StandInCalls.Authenticate(cluster, context);
        if (!cluster.TakesBatches)
            throw new RpcException(new(StatusCode.Unimplemented, "Service is unimplemented."));
        return StandInBatches.Serve(
            requestStream,
            responseStream,
            (options, events) =>
            {
                StandInCalls.RequireLeader(cluster, node, context);
                return Append(options, events, context);
            },
            context.CancellationToken);
    }

    public override Task Read(ReadReq request, IServerStreamWriter<ReadResp> responseStream, ServerCallContext context)
    {
        StandInCalls.Authenticate(cluster, context);
        StandInCalls.RequireLeader(cluster, node, context);
        return request.Options switch
        {
            { Subscription: not null } => new StandInSubscription(cluster, node).Serve(request.Options, responseStream, context),
            { Stream: not null } => ReadStream(request.Options, responseStream),
            _ => ReadAll(request.Options, responseStream),
        };
    }

    /// <summary>A record as it goes over the wire.</summary>
    internal static ReadResp Event(StandInLog.Record record) => new()
    {
        Event = new()
        {
            CommitPosition = record.Position,
            Event = new()
            {
                Id = record.Event.Id,
                StreamIdentifier = new() { StreamName = record.Stream },
                StreamRevision = record.Revision,
                CommitPosition = record.Position,
                PreparePosition = record.Position,
                Metadata = { record.Event.Metadata, { "created", $"{record.Created.Ticks - DateTimeOffset.UnixEpoch.Ticks}" } },
                CustomMetadata = record.Event.CustomMetadata,
                Data = record.Event.Data,
            },
        },
    };

    /// <summary>Whether a record passes a filter.</summary>
    internal static bool Passes(StandInLog.Record record, ReadReq.Types.Options.Types.FilterOptions filter) =>
        filter.StreamIdentifier.Prefix.Any(record.Stream.ToStringUtf8().StartsWith);

    private async Task<AppendResp> Append(AppendReq.Types.Options options, IReadOnlyList<AppendReq.Types.ProposedMessage> events, ServerCallContext context)
    {
        AppendResp Store() => cluster.Log.Append(options, events);

        var fault = cluster.OnAppend();
        var answer = fault is AppendFault.None or AppendFault.DroppedAfter or AppendFault.TimedOutAfter or AppendFault.DeadlineAfter or AppendFault.DiedAfter
            or AppendFault.Silent
            ? Store()
            : null;
        switch (fault)
        {
            case AppendFault.None:
                return answer!;
            case AppendFault.DroppedBefore or AppendFault.DroppedAfter:
                throw StandInCalls.Dropped(node, context);
            case AppendFault.TimedOutBefore or AppendFault.TimedOutAfter:
                throw new RpcException(new(StatusCode.Aborted, "Operation timed out: Prepare phase timeout"));
            case AppendFault.DeadlineBefore or AppendFault.DeadlineAfter:
                throw new RpcException(new(StatusCode.DeadlineExceeded, ""));
            case AppendFault.Silent:
                await Task.Delay(System.Threading.Timeout.Infinite, context.CancellationToken);
                return answer!;
            case AppendFault.StoredLate:
                _ = Task.Run(Store);
                throw new RpcException(new(StatusCode.Unavailable, "Server Is Not Ready"));
            case AppendFault.LeaderMoved:
                cluster.MoveLeader();
                throw StandInCalls.NotLeader(cluster.Leader);
            case AppendFault.NoLeader:
                throw new RpcException(new(StatusCode.Unknown, "No leader info available in response"));
            default:
                cluster.KillLeader();
                throw StandInCalls.Dropped(node, context);
        }
    }

    private async Task ReadStream(ReadReq.Types.Options options, IServerStreamWriter<ReadResp> writer)
    {
        if (cluster.Log.Stream(options.Stream.StreamIdentifier.StreamName) is not { } stream)
        {
            await writer.WriteAsync(new() { StreamNotFound = new() { StreamIdentifier = options.Stream.StreamIdentifier } });
            return;
        }
        var isToEnd = options.Stream.RevisionOptionCase == ReadReq.Types.Options.Types.StreamOptions.RevisionOptionOneofCase.End;
        var read = options.ReadDirection == ReadReq.Types.Options.Types.ReadDirection.Backwards
            ? stream.Reverse().SkipWhile(r => !isToEnd && r.Revision > options.Stream.Revision)
            : stream.Where(r => !isToEnd && r.Revision >= options.Stream.Revision);
        foreach (var record in read.Take((int)options.Count))
            await writer.WriteAsync(Event(record));
    }

    private async Task ReadAll(ReadReq.Types.Options options, IServerStreamWriter<ReadResp> writer)
    {
        // The start is said in two ways: as such, and by the official client as 0, where no record needs to begin.
        IEnumerable<StandInLog.Record> records = cluster.Log.All();
        if (options.ReadDirection == ReadReq.Types.Options.Types.ReadDirection.Backwards)
            records = records.Reverse();
        else if (options.All.Position is { CommitPosition: > 0 } from)
            records = cluster.Log.IsPlace(from.CommitPosition)
                ? records.Where(r => r.Position >= from.CommitPosition)
                : throw new RpcException(new(StatusCode.Unknown, "Unexpected FilteredReadAllResult: InvalidPosition"));
        foreach (var record in records.Where(r => Passes(r, options.Filter)).Take((int)options.Count))
            await writer.WriteAsync(Event(record));
    }
}
