using Register.Domain;
using Register.EventStore.Keys;

namespace Register.EventStore.Ledger;

/// <summary>The register's port over any ledger: gives events their stored form and reads them back.</summary>
public sealed class LedgerEventStore(ILedger ledger, EventForm form, KeysOfStreams keys) : IEventStore
{
    // Not the ledger's own: with which key to seal depends on the version, too.
    private readonly AppendsAtAny _atAny = new();

    public Task<AppendResult> Append(
        StreamId stream, ExpectedVersion expectedVersion, IReadOnlyList<NewEvent> events, CancellationToken cancellation) =>
        expectedVersion.Exact is { } version
            ? AppendAt(stream, version, events, cancellation)
            : _atAny.Append(ledger, stream, events[^1].Id, at => AppendAt(stream, at, events, cancellation), cancellation);

    public IAsyncEnumerable<RecordedEvent> ReadStream(StreamId stream, long fromVersion, CancellationToken cancellation) =>
        ledger.ReadStream(stream, fromVersion, cancellation).Select(form.Read);

    public IAsyncEnumerable<RecordedEvent> ReadStreamBackward(StreamId stream, long? fromVersion, int limit, CancellationToken cancellation) =>
        ledger.ReadStreamBackward(stream, fromVersion, limit, cancellation).Select(form.Read);

    public Task<long> LastPosition(CancellationToken cancellation) => ledger.LastPosition(cancellation);

    public IAsyncEnumerable<RecordedEvent> ReadAll(long afterPosition, CancellationToken cancellation) =>
        ledger.ReadAll(afterPosition, cancellation).Select(form.Read);

    public IAsyncEnumerable<RecordedEvent> SubscribeAll(long afterPosition, CancellationToken cancellation) =>
        ledger.SubscribeAll(afterPosition, cancellation).Select(form.Read);

    private async Task<AppendResult> AppendAt(StreamId stream, long version, IReadOnlyList<NewEvent> events, CancellationToken cancellation)
    {
        PersonKey? key = null;
        var stored = new StoredEvent[events.Count];
        for (var i = 0; i < events.Count; i++)
        {
            if (EventForm.IsPersonal(events[i]) && (key is null || KeysOfStreams.IsOfMany(stream)))
                key = await keys.For(stream, version == 0, events[i].Data, cancellation);
            stored[i] = form.Store(stream, events[i], key);
        }

        var result = await ledger.Append(stream, version, stored, cancellation);
        if (key is not null && result is AppendResult.Appended)
            keys.Remember(stream, key);
        return result;
    }
}
