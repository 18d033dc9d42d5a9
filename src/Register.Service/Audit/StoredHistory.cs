using Register.Domain;
using Register.EventStore;
using Register.EventStore.Canonical;
using Register.EventStore.Ledger;

namespace Register.Service.Audit;

/// <summary>The ledger read twice over: what an event says, and the hash of what is stored of it.</summary>
public sealed class StoredHistory(ILedger ledger, EventForm form)
{
    /// <inheritdoc cref="ILedger.ReadStream" />
    public IAsyncEnumerable<HashedEvent> ReadStream(StreamId stream, long fromVersion, CancellationToken cancellation) =>
        ledger.ReadStream(stream, fromVersion, cancellation).Select(Read);

    /// <inheritdoc cref="ILedger.ReadAll" />
    public IAsyncEnumerable<HashedEvent> ReadAll(long afterPosition, CancellationToken cancellation) => ledger.ReadAll(afterPosition, cancellation).Select(Read);

    /// <inheritdoc cref="ILedger.SubscribeAll" />
    public IAsyncEnumerable<HashedEvent> SubscribeAll(long afterPosition, CancellationToken cancellation) =>
        ledger.SubscribeAll(afterPosition, cancellation).Select(Read);

    private async ValueTask<HashedEvent> Read(LedgerEvent e, CancellationToken cancellation) => new(await form.ReadAnew(e, cancellation), CanonicalForm.Sha256(e));
}

/// <summary>An event, and the SHA-256 of its canonical form in small hexadecimal digits.</summary>
public sealed record HashedEvent(RecordedEvent Event, string Sha256);
