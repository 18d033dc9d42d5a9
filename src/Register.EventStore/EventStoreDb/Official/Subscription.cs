using EventStore.Client;
using Grpc.Core;
using Register.EventStore.Ledger;

namespace Register.EventStore.EventStoreDb;

/// <summary>The ledger after a position and then as it grows, each event once and in order, whatever becomes of the nodes.</summary>
/// <remarks>The client reads one message ahead, so the server sends no more than the connection's window before it is taken.</remarks>
internal sealed class Subscription(OfficialClient client, Tries tries, long afterPosition, CancellationToken cancellation) : IAsyncDisposable
{
    private static readonly SubscriptionFilterOptions Ours = new(OfficialEvents.Ours, LedgerStreams.WindowsToACheckpoint);

    private readonly SubscriptionPlace _place = new(afterPosition);
    private EventStoreClient.StreamSubscriptionResult? _subscription;
    private IAsyncEnumerator<StreamMessage>? _messages;

    /// <summary>The next event, when there is one.</summary>
    public async Task<LedgerEvent> Next()
    {
        while (true)
        {
            var e = OfficialEvents.Read(await tries.Make(token => client.Make(Take, token), cancellation));
            if (_place.IsNew(e))
                return e;
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (_messages is not null)
            await _messages.DisposeAsync();
        if (_subscription is not null)
            await _subscription.DisposeAsync();
        _messages = null;
        _subscription = null;
    }

    private async Task<EventRecord> Take(EventStoreClient official, CancellationToken token)
    {
        if (_messages is null)
        {
            var from = _place.Resume is { } place ? FromAll.After(new(place.Commit, place.Prepare)) : FromAll.Start;
            _subscription = official.SubscribeToAll(from, filterOptions: Ours, cancellationToken: cancellation);
            _messages = _subscription.Messages.GetAsyncEnumerator(token);
        }
        try
        {
            while (await _messages.MoveNextAsync())
            {
                if (_messages.Current is StreamMessage.AllStreamCheckpointReached checkpoint)
                    _place.LookedThrough(checkpoint.Position.CommitPosition, checkpoint.Position.PreparePosition);
                else if (_messages.Current is StreamMessage.Event read)
                    return read.ResolvedEvent.Event;
            }
            throw new RpcException(new(StatusCode.Unavailable, "The server ended the subscription."));
        }
        catch (Exception e)
        {
            await DisposeAsync();
            if (!Faults.IsNoPlace(OfficialFaults.Told(e)) || _place.Resume is null)
                throw;
            _place.StartOver();
        }
        return await Take(official, token);
    }
}
