using Register.Domain;
using Register.EventStore;
using Register.EventStore.Ledger;
using Register.EventStore.Relay;

namespace Register.Service.Relaying;

/// <summary>A ledger to which nothing is appended once it turns out not to be the one that was copied: what is decided would be decided on another history.</summary>
internal sealed class RecognisedLedger(ILedger ledger, RelayProgress progress) : ILedger, IDisposable
{
    public Task<AppendResult> Append(
        StreamId stream, ExpectedVersion expectedVersion, IReadOnlyList<StoredEvent> events, CancellationToken cancellation) =>
        progress.Status is { IsForeign: true, Stopped: { } reason }
            ? throw new LedgerUnavailableException(reason, new ForeignLedgerException(reason))
            : ledger.Append(stream, expectedVersion, events, cancellation);

    public IAsyncEnumerable<LedgerEvent> ReadStream(StreamId stream, long fromVersion, CancellationToken cancellation) =>
        ledger.ReadStream(stream, fromVersion, cancellation);

    public IAsyncEnumerable<LedgerEvent> ReadStreamBackward(StreamId stream, long? fromVersion, int limit, CancellationToken cancellation) =>
        ledger.ReadStreamBackward(stream, fromVersion, limit, cancellation);

    public Task<long> LastPosition(CancellationToken cancellation) => ledger.LastPosition(cancellation);

    public IAsyncEnumerable<LedgerEvent> ReadAll(long afterPosition, CancellationToken cancellation) => ledger.ReadAll(afterPosition, cancellation);

    public IAsyncEnumerable<LedgerEvent> SubscribeAll(long afterPosition, CancellationToken cancellation) =>
        ledger.SubscribeAll(afterPosition, cancellation);

    public void Dispose() => (ledger as IDisposable)?.Dispose();
}
