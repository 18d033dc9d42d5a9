using Grpc.Core;
using Register.Domain;
using Register.EventStore.EventStoreDb.Protocol;
using Register.EventStore.Ledger;

namespace Register.EventStore.EventStoreDb;

/// <summary>Appends to one stream through the leader, once, whatever happens on the way.</summary>
internal sealed class Appends(Calls leader, TimeSpan deadline)
{
    // The parts of an append leave in as few packets as they fit in.
    private static readonly WriteOptions Together = new(WriteFlags.BufferHint);

    public Task<AppendResult> Append(StreamId stream, long expectedVersion, IReadOnlyList<StoredEvent> events, CancellationToken cancellation)
    {
        var proposed = events.Select(WireEvents.Proposed).ToArray();
        var readBack = Reads.Stream(stream, expectedVersion + 1, events.Count);
        var append = new AppendOnce(expectedVersion, events);
        return leader.Make(
            (node, token) => append.Try(
                () => Send(node, stream, expectedVersion, proposed, token),
                () => Page.Read(node, readBack, true, deadline, token)),
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

    private static AppendReq.Types.Options Options(StreamId stream, long expectedVersion)
    {
        var options = new AppendReq.Types.Options { StreamIdentifier = WireEvents.Name(stream) };
        if (expectedVersion == 0)
            options.NoStream = new();
        else
            options.Revision = Place.RevisionOf(expectedVersion);
        return options;
    }

    private static long Actual(AppendResp.Types.WrongExpectedVersion wrong) => wrong.CurrentRevisionOptionCase switch
    {
        AppendResp.Types.WrongExpectedVersion.CurrentRevisionOptionOneofCase.CurrentRevision => Place.VersionOf(wrong.CurrentRevision),
        AppendResp.Types.WrongExpectedVersion.CurrentRevisionOptionOneofCase.CurrentNoStream => 0,
        _ when wrong.HasCurrentRevision2060 => Place.VersionOf(wrong.CurrentRevision2060),
        _ => 0,
    };
}
