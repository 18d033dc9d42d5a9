using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using Register.EventStore.EventStoreDb.Protocol;
using Empty = Google.Protobuf.WellKnownTypes.Empty;
using Expected = Register.EventStore.EventStoreDb.Protocol.BatchAppendReq.Types.Options.ExpectedStreamPositionOneofCase;
using Timeout = Register.EventStore.EventStoreDb.Protocol.Timeout;

namespace Register.Service.Tests.EventStore.StandIn;

/// <summary>Appends that come over one call, each in one or more parts: as single appends, and told in the words of batches.</summary>
internal static class StandInBatches
{
    /// <summary>Answers each append when it is made, whatever becomes of the others; one that fails with an error of the call ends the call.</summary>
    /// <param name="requests">The parts of appends.</param>
    /// <param name="answers">Where the answers go.</param>
    /// <param name="append">Makes one append.</param>
    /// <param name="cancellation">The end of the call.</param>
    public static async Task Serve(
        IAsyncStreamReader<BatchAppendReq> requests, IServerStreamWriter<BatchAppendResp> answers,
        Func<AppendReq.Types.Options, IReadOnlyList<AppendReq.Types.ProposedMessage>, Task<AppendResp>> append, CancellationToken cancellation)
    {
        using var writing = new SemaphoreSlim(1);
        var ended = new TaskCompletionSource();
        async Task Make(BatchAppendReq whole)
        {
            try
            {
                var answer = await Answer(whole, append);
                await writing.WaitAsync(cancellation);
                await answers.WriteAsync(answer, cancellation);
                writing.Release();
            }
            catch (Exception e) when (e is RpcException or OperationCanceledException or InvalidOperationException or IOException)
            {
                ended.TrySetException(e);
            }
        }

        async Task Take()
        {
            var open = new Dictionary<UUID, BatchAppendReq>();
            await foreach (var part in requests.ReadAllAsync(cancellation))
            {
                if (open.TryGetValue(part.CorrelationId, out var whole))
                    whole.ProposedMessages.Add(part.ProposedMessages);
                else
                    open.Add(part.CorrelationId, whole = part);
                if (part.IsFinal && open.Remove(part.CorrelationId))
                    _ = Make(whole);
            }
        }

        await await Task.WhenAny(Take(), ended.Task);
    }

    private static async Task<BatchAppendResp> Answer(
        BatchAppendReq request, Func<AppendReq.Types.Options, IReadOnlyList<AppendReq.Types.ProposedMessage>, Task<AppendResp>> append)
    {
        var answer = new BatchAppendResp { CorrelationId = request.CorrelationId, StreamIdentifier = request.Options.StreamIdentifier };
        try
        {
            var appended = await append(Single(request.Options), [.. request.ProposedMessages.Select(m => AppendReq.Types.ProposedMessage.Parser.ParseFrom(m.ToByteString()))]);
            if (appended.Success is { } success)
                answer.Success = new() { CurrentRevision = success.CurrentRevision, NoPosition = new() };
            else
                answer.Error = Error(StatusCode.Unknown, "WrongExpectedVersion", Wrong(appended.WrongExpectedVersion));
        }
        catch (RpcException e) when (e.StatusCode == StatusCode.Aborted)
        {
            answer.Error = Error(e.StatusCode, e.Status.Detail, new Timeout());
        }
        return answer;
    }

    private static AppendReq.Types.Options Single(BatchAppendReq.Types.Options options)
    {
        var single = new AppendReq.Types.Options { StreamIdentifier = options.StreamIdentifier };
        if (options.ExpectedStreamPositionCase == Expected.StreamPosition)
            single.Revision = options.StreamPosition;
        else if (options.ExpectedStreamPositionCase == Expected.NoStream)
            single.NoStream = new();
        else
            single.Any = new();
        return single;
    }

    private static WrongExpectedVersion Wrong(AppendResp.Types.WrongExpectedVersion wrong) =>
        wrong.CurrentRevisionOptionCase == AppendResp.Types.WrongExpectedVersion.CurrentRevisionOptionOneofCase.CurrentNoStream
            ? new() { CurrentNoStream = new Empty() }
            : new() { CurrentStreamRevision = wrong.CurrentRevision };

    private static BatchAppendResp.Types.Status Error(StatusCode code, string words, IMessage detail) =>
        new() { Code = (int)code, Message = words, Details = Any.Pack(detail) };
}
