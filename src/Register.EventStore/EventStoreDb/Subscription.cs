using Grpc.Core;
using Register.EventStore.EventStoreDb.Protocol;
using Register.EventStore.Ledger;

namespace Register.EventStore.EventStoreDb;

/// <summary>The ledger after a position and then as it grows, each event once and in order, whatever becomes of the nodes.</summary>
/// <remarks>The server sends no more than the connection's window before it is taken. What comes twice after a break is left out by its position.</remarks>
internal sealed class Subscription(Calls calls, long afterPosition, CancellationToken cancellation) : IDisposable
{
    private long _seen = afterPosition;
    private long _resume = afterPosition;
    private AsyncServerStreamingCall<ReadResp>? _call;

    /// <summary>The next event, when there is one.</summary>
    public Task<LedgerEvent> Next() => calls.Make(Take, cancellation);

    public void Dispose() => _call?.Dispose();

    private async Task<LedgerEvent> Take(Node node, CancellationToken token)
    {
        _call ??= node.Streams.Read(Reads.Subscription(_resume), node.Call(requiresLeader: false, within: null, cancellation));
        try
        {
            while (await _call.ResponseStream.MoveNext(token))
            {
                if (_call.ResponseStream.Current is { ContentCase: ReadResp.ContentOneofCase.Checkpoint, Checkpoint: var checkpoint })
                    _resume = Math.Max(_resume, checked((long)checkpoint.CommitPosition));
                else if (_call.ResponseStream.Current.Event is { } read && IsNew(WireEvents.Read(read.Event)) is { } e)
                    return e;
            }
            throw new RpcException(new(StatusCode.Unavailable, "The server ended the subscription."));
        }
        catch (RpcException)
        {
            _call.Dispose();
            _call = null;
            throw;
        }
    }

    private LedgerEvent? IsNew(LedgerEvent e)
    {
        if (e.Position <= _seen)
            return null;
        _seen = e.Position;
        _resume = Math.Max(_resume, e.Position);
        return e;
    }
}
