using Grpc.Core;
using Register.Domain;
using Register.EventStore.EventStoreDb.Protocol;
using Register.EventStore.Ledger;

namespace Register.EventStore.EventStoreDb;

/// <summary>Appends to one stream through the leader, once, whatever happens on the way.</summary>
/// <remarks>The same events at the same revision are stored once however often they are sent: the server knows them by their ids. So a try whose
/// outcome is unknown is made again; and what the stream then holds decides, not what the server says of the last try.</remarks>
internal sealed class Appends(Calls leader, TimeSpan deadline)
{
    // The parts of an append leave in as few packets as they fit in.
    private static readonly WriteOptions Together = new(WriteFlags.BufferHint);

    public Task<AppendResult> Append(StreamId stream, long expectedVersion, IReadOnlyList<StoredEvent> events, CancellationToken cancellation)
    {
        var proposed = events.Select(WireEvents.Proposed).ToArray();
        var isSure = true;
        return leader.Make(
            async (node, token) =>
            {
                try
                {
                    var result = await Send(node, stream, expectedVersion, proposed, token);
                    return isSure ? result : await Settled(result, node, stream, expectedVersion, events, token);
                }
                catch (RpcException e) when (Faults.LeavesOutcomeUnknown(e))
                {
                    isSure = false;
                    throw;
                }
            },
            cancellation);
    }

    private async Task<AppendResult> Send(
        Node node, StreamId stream, long expectedVersion, AppendReq.Types.ProposedMessage[] events, CancellationToken cancellation)
    {
        using var call = node.Streams.Append(node.Call(requiresLeader: true, deadline, cancellation).WithWriteOptions(Together));
        try
        {
            await call.RequestStream.WriteAsync(new() { Options = Options(stream, expectedVersion) }, cancellation);
            foreach (var e in events)
                await call.RequestStream.WriteAsync(new() { ProposedMessage = e }, cancellation);
            await call.RequestStream.CompleteAsync();
        }
        catch (Exception e) when (e is RpcException or IOException or InvalidOperationException or OperationCanceledException)
        {
            // The call ended before everything was sent: how it ended says why.
        }
        var answer = await call.ResponseAsync;
        return answer.ResultCase == AppendResp.ResultOneofCase.Success
            ? new AppendResult.Appended(expectedVersion + events.Length)
            : new AppendResult.WrongVersion(Actual(answer.WrongExpectedVersion));
    }

    // After a try that may have been made: whether the stream holds these events where they were to go.
    private async Task<AppendResult> Settled(
        AppendResult result, Node node, StreamId stream, long expectedVersion, IReadOnlyList<StoredEvent> events, CancellationToken cancellation)
    {
        var there = await Page.Read(node, Reads.Stream(stream, expectedVersion + 1, events.Count), true, deadline, cancellation);
        if (there.Select(e => e.Event.Id).SequenceEqual(events.Select(e => e.Id)))
            return new AppendResult.Appended(expectedVersion + events.Count);
        return result is AppendResult.WrongVersion
            ? result
            : throw new RpcException(new(StatusCode.Unavailable, "The server confirmed an append and does not show it."));
    }

    private static AppendReq.Types.Options Options(StreamId stream, long expectedVersion)
    {
        var options = new AppendReq.Types.Options { StreamIdentifier = WireEvents.Name(stream) };
        if (expectedVersion == 0)
            options.NoStream = new();
        else
            options.Revision = WireEvents.RevisionOf(expectedVersion);
        return options;
    }

    private static long Actual(AppendResp.Types.WrongExpectedVersion wrong) => wrong.CurrentRevisionOptionCase switch
    {
        AppendResp.Types.WrongExpectedVersion.CurrentRevisionOptionOneofCase.CurrentRevision => WireEvents.VersionOf(wrong.CurrentRevision),
        AppendResp.Types.WrongExpectedVersion.CurrentRevisionOptionOneofCase.CurrentNoStream => 0,
        _ when wrong.HasCurrentRevision2060 => WireEvents.VersionOf(wrong.CurrentRevision2060),
        _ => 0,
    };
}
