using Register.Domain;
using Register.EventStore;
using Register.EventStore.Ledger;
using Register.EventStore.Relay;

namespace Register.Service.Relaying;

/// <summary>A ledger to which nothing is appended before it has turned out to be the one that was copied, nor when it is not: what is decided would be
/// decided on another history.</summary>
public sealed class RecognisedLedger(ILedger ledger, RelayProgress progress) : ILedger, IDisposable
{
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(5);

    public async Task<AppendResult> Append(
        StreamId stream, ExpectedVersion expectedVersion, IReadOnlyList<StoredEvent> events, CancellationToken cancellation)
    {
        await Recognised(cancellation);
        return await ledger.Append(stream, expectedVersion, events, cancellation);
    }

    public IAsyncEnumerable<LedgerEvent> ReadStream(StreamId stream, long fromVersion, CancellationToken cancellation) =>
        ledger.ReadStream(stream, fromVersion, cancellation);

    public IAsyncEnumerable<LedgerEvent> ReadStreamBackward(StreamId stream, long? fromVersion, int limit, CancellationToken cancellation) =>
        ledger.ReadStreamBackward(stream, fromVersion, limit, cancellation);

    public Task<long> LastPosition(CancellationToken cancellation) => ledger.LastPosition(cancellation);

    public IAsyncEnumerable<LedgerEvent> ReadAll(long afterPosition, CancellationToken cancellation) => ledger.ReadAll(afterPosition, cancellation);

    public IAsyncEnumerable<LedgerEvent> SubscribeAll(long afterPosition, CancellationToken cancellation) =>
        ledger.SubscribeAll(afterPosition, cancellation);

    private async ValueTask Recognised(CancellationToken cancellation)
    {
        var recognised = progress.Recognised;
        if (recognised.IsCompleted)
            return;
        if (progress.Status is { IsForeign: true, Stopped: { } reason })
            throw new LedgerUnavailableException(reason, new ForeignLedgerException(reason));
        try
        {
            await recognised.WaitAsync(LongestWait, cancellation);
        }
        catch (TimeoutException e)
        {
            throw new LedgerUnavailableException("It is not known yet whether the ledger is the one that was copied.", e);
        }
    }

    public void Dispose() => (ledger as IDisposable)?.Dispose();
}
