using Register.Domain;

namespace Register.EventStore.Ledger;

/// <summary>A ledger as a store of bytes: events as they are written down, their data opaque. What an adapter implements; the register itself
/// speaks to <see cref="IEventStore"/>.</summary>
/// <remarks>What copies, exports and compares whole ledgers works on this: it needs no key and cannot change what it does not understand.</remarks>
public interface ILedger
{
    /// <inheritdoc cref="IEventStore.Append" />
    Task<AppendResult> Append(StreamId stream, ExpectedVersion expectedVersion, IReadOnlyList<StoredEvent> events, CancellationToken cancellation);

    /// <inheritdoc cref="IEventStore.ReadStream" />
    IAsyncEnumerable<LedgerEvent> ReadStream(StreamId stream, long fromVersion, CancellationToken cancellation);

    /// <inheritdoc cref="IEventStore.ReadStreamBackward" />
    IAsyncEnumerable<LedgerEvent> ReadStreamBackward(StreamId stream, long? fromVersion, int limit, CancellationToken cancellation);

    /// <inheritdoc cref="IEventStore.LastPosition" />
    Task<long> LastPosition(CancellationToken cancellation);

    /// <inheritdoc cref="IEventStore.ReadAll" />
    IAsyncEnumerable<LedgerEvent> ReadAll(long afterPosition, CancellationToken cancellation);

    /// <inheritdoc cref="IEventStore.SubscribeAll" />
    IAsyncEnumerable<LedgerEvent> SubscribeAll(long afterPosition, CancellationToken cancellation);
}

/// <summary>An event as it is written down.</summary>
/// <param name="Id">Stands for this one event, in whichever ledger it is.</param>
/// <param name="Name">Its name in <see cref="EventTypes"/>, or the name it had in the past.</param>
/// <param name="Data">Its data, a JSON object in UTF-8.</param>
/// <param name="Metadata">Who, when and why.</param>
public sealed record StoredEvent(Guid Id, string Name, ReadOnlyMemory<byte> Data, EventMetadata Metadata);

/// <summary>An event where a ledger has it.</summary>
/// <param name="Stream">Its stream.</param>
/// <param name="Version">Its place in the stream, from 1.</param>
/// <param name="Position">Its place in this ledger; another ledger that holds the same event has it at another.</param>
/// <param name="Event">The event.</param>
public sealed record LedgerEvent(StreamId Stream, long Version, long Position, StoredEvent Event);
