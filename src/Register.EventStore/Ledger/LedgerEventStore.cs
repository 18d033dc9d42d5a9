using Register.Domain;

namespace Register.EventStore.Ledger;

/// <summary>The register's port over any ledger: gives events their stored form and reads them back.</summary>
public sealed class LedgerEventStore(ILedger ledger) : IEventStore
{
    public Task<AppendResult> Append(StreamId stream, long expectedVersion, IReadOnlyList<NewEvent> events, CancellationToken cancellation) =>
        ledger.Append(stream, expectedVersion, EventForm.Store(events), cancellation);

    public IAsyncEnumerable<RecordedEvent> ReadStream(StreamId stream, long fromVersion, CancellationToken cancellation) =>
        ledger.ReadStream(stream, fromVersion, cancellation).Select(EventForm.Read);

    public Task<long> LastPosition(CancellationToken cancellation) => ledger.LastPosition(cancellation);

    public IAsyncEnumerable<RecordedEvent> ReadAll(long afterPosition, CancellationToken cancellation) =>
        ledger.ReadAll(afterPosition, cancellation).Select(EventForm.Read);

    public IAsyncEnumerable<RecordedEvent> SubscribeAll(long afterPosition, CancellationToken cancellation) =>
        ledger.SubscribeAll(afterPosition, cancellation).Select(EventForm.Read);
}
