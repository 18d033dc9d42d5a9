using Register.Domain;
using Register.EventStore.Keys;

namespace Register.EventStore.Ledger;

/// <summary>The register's port over any ledger: gives events their stored form and reads them back.</summary>
public sealed class LedgerEventStore(ILedger ledger, EventForm form, KeysOfStreams keys) : IEventStore
{
    public async Task<AppendResult> Append(StreamId stream, long expectedVersion, IReadOnlyList<NewEvent> events, CancellationToken cancellation)
    {
        PersonKey? key = null;
        var stored = new StoredEvent[events.Count];
        for (var i = 0; i < events.Count; i++)
        {
            if (EventForm.IsPersonal(events[i]) && (key is null || KeysOfStreams.IsOfMany(stream)))
                key = await keys.For(stream, expectedVersion == 0, events[i].Data, cancellation);
            stored[i] = EventForm.Store(stream, events[i], key);
        }

        var result = await ledger.Append(stream, expectedVersion, stored, cancellation);
        if (key is not null && result is AppendResult.Appended)
            keys.Remember(stream, key);
        return result;
    }

    public IAsyncEnumerable<RecordedEvent> ReadStream(StreamId stream, long fromVersion, CancellationToken cancellation) =>
        ledger.ReadStream(stream, fromVersion, cancellation).Select(form.Read);

    public IAsyncEnumerable<RecordedEvent> ReadStreamBackward(StreamId stream, long? fromVersion, int limit, CancellationToken cancellation) =>
        ledger.ReadStreamBackward(stream, fromVersion, limit, cancellation).Select(form.Read);

    public Task<long> LastPosition(CancellationToken cancellation) => ledger.LastPosition(cancellation);

    public IAsyncEnumerable<RecordedEvent> ReadAll(long afterPosition, CancellationToken cancellation) =>
        ledger.ReadAll(afterPosition, cancellation).Select(form.Read);

    public IAsyncEnumerable<RecordedEvent> SubscribeAll(long afterPosition, CancellationToken cancellation) =>
        ledger.SubscribeAll(afterPosition, cancellation).Select(form.Read);
}
