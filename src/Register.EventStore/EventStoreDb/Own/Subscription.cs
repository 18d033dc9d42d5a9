using Grpc.Core;
using Register.EventStore.EventStoreDb.Protocol;
using Register.EventStore.Ledger;

namespace Register.EventStore.EventStoreDb;

/// <summary>The ledger after a position and then as it grows, each event once and in order, whatever becomes of the nodes.</summary>
/// <remarks>The server sends no more than the connection's window before it is taken.</remarks>
internal sealed class Subscription(Calls calls, long afterPosition, CancellationToken cancellation) : IDisposable
{
    private readonly SubscriptionPlace _place = new(afterPosition);
    private AsyncServerStreamingCall<ReadResp>? _call;

    /// <summary>The next event, when there is one.</summary>
    public Task<LedgerEvent> Next() => calls.Make(Take, cancellation);

    public void Dispose() => _call?.Dispose();

    private async Task<LedgerEvent> Take(Node node, CancellationToken token)
    {
        _call ??= node.Streams.Read(Reads.Subscription(_place.Resume), node.Call(requiresLeader: false, within: null, cancellation));
        try
        {
            while (await _call.ResponseStream.MoveNext(token))
            {
                if (_call.ResponseStream.Current is { ContentCase: ReadResp.ContentOneofCase.Checkpoint, Checkpoint: var checkpoint })
                    _place.LookedThrough(checkpoint.CommitPosition, checkpoint.PreparePosition);
                else if (_call.ResponseStream.Current.Event is { } read && WireEvents.Read(read.Event) is var e && _place.IsNew(e))
                    return e;
            }
            throw new RpcException(new(StatusCode.Unavailable, "The server ended the subscription."));
        }
        catch (RpcException e)
        {
            _call.Dispose();
            _call = null;
            if (!Faults.IsNoPlace(e) || _place.Resume is null)
                throw;
            _place.StartOver();
        }
        return await Take(node, token);
    }
}
