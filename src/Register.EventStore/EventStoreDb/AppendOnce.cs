using Grpc.Core;
using Register.EventStore.Ledger;

namespace Register.EventStore.EventStoreDb;

/// <summary>One append, made once whatever happens on the way, in as many tries as it takes.</summary>
/// <remarks>The same events at the same revision are stored once however often they are sent: the server knows them by their ids. So a try whose
/// outcome is unknown is made again; and what the stream then holds decides, not what the server says of the last try.</remarks>
internal sealed class AppendOnce(long expectedVersion, IReadOnlyList<StoredEvent> events)
{
    private bool _isSure = true;

    /// <summary>Makes a try.</summary>
    /// <param name="send">Sends the events.</param>
    /// <param name="readBack">What the leader has of the stream where they were to go: as many events as there are.</param>
    public async Task<AppendResult> Try(Func<Task<AppendResult>> send, Func<Task<IReadOnlyList<LedgerEvent>>> readBack)
    {
        try
        {
            var result = await send();
            return _isSure ? result : Settled(result, await readBack());
        }
        catch (RpcException e) when (Faults.LeavesOutcomeUnknown(e))
        {
            _isSure = false;
            throw;
        }
    }

    // After a try that may have been made: whether the stream holds these events where they were to go.
    private AppendResult Settled(AppendResult result, IReadOnlyList<LedgerEvent> there)
    {
        if (there.Select(e => e.Event.Id).SequenceEqual(events.Select(e => e.Id)))
            return new AppendResult.Appended(expectedVersion + events.Count);
        return result is AppendResult.WrongVersion
            ? result
            : throw new RpcException(new(StatusCode.Unavailable, "The server confirmed an append and does not show it."));
    }
}
