using System.Text.Json;
using EventStore.Client;
using Register.Domain;
using Register.EventStore.Ledger;

namespace Register.EventStore.EventStoreDb;

/// <summary>Between the register's events and the official client's.</summary>
internal static class OfficialEvents
{
    /// <summary>What of the server's log is the register's, decided by the server.</summary>
    public static IEventFilter Ours { get; } = StreamFilter.Prefix(LedgerStreams.FilterWindow, [.. LedgerStreams.Prefixes]);

    /// <summary>An event to append.</summary>
    public static EventData Proposed(StoredEvent e) => new(
        Uuid.FromGuid(e.Id), e.Name, e.Data, JsonSerializer.SerializeToUtf8Bytes(StoredMetadata.Of(e.Metadata), EventJson.Options));

    /// <summary>An event of the server's, as a ledger gives it.</summary>
    public static LedgerEvent Read(EventRecord e) => new(
        StreamId.Parse(e.EventStreamId),
        Place.VersionOf(e.EventNumber),
        Place.PositionOf(e.Position.CommitPosition),
        new(e.EventId.ToGuid(), e.EventType, e.Data, JsonSerializer.Deserialize<StoredMetadata>(e.Metadata.Span, EventJson.Options)!.Metadata()));
}
