using System.Globalization;
using System.Text.Json;
using Google.Protobuf;
using Register.Domain;
using Register.EventStore.EventStoreDb.Protocol;
using Register.EventStore.Ledger;
using WireEvent = Register.EventStore.EventStoreDb.Protocol.ReadResp.Types.ReadEvent.Types.RecordedEvent;

namespace Register.EventStore.EventStoreDb;

/// <summary>Between the register's events and the server's.</summary>
internal static class WireEvents
{
    private const string Type = "type";
    private const string ContentType = "content-type";

    /// <summary>An event to append.</summary>
    public static AppendReq.Types.ProposedMessage Proposed(StoredEvent e) => new()
    {
        Id = new() { String = e.Id.ToString("D") },
        Metadata = { [Type] = e.Name, [ContentType] = "application/json" },
        Data = UnsafeByteOperations.UnsafeWrap(e.Data),
        CustomMetadata = UnsafeByteOperations.UnsafeWrap(JsonSerializer.SerializeToUtf8Bytes(StoredMetadata.Of(e.Metadata), EventJson.Options)),
    };

    /// <summary>An event of the server's, as a ledger gives it.</summary>
    public static LedgerEvent Read(WireEvent e) => new(
        StreamId.Parse(e.StreamIdentifier.StreamName.ToStringUtf8()),
        Place.VersionOf(e.StreamRevision),
        Place.PositionOf(e.CommitPosition),
        new(IdOf(e), e.Metadata[Type], e.Data.Memory, JsonSerializer.Deserialize<StoredMetadata>(e.CustomMetadata.Span, EventJson.Options)!.Metadata()));

    /// <summary>The name of a stream on the wire.</summary>
    public static StreamIdentifier Name(StreamId stream) => new() { StreamName = ByteString.CopyFromUtf8(stream.ToString()) };

    /// <summary>The id of an event, in whichever form it came.</summary>
    public static Guid IdOf(WireEvent e) => e.Id.ValueCase == UUID.ValueOneofCase.String
        ? Guid.Parse(e.Id.String, CultureInfo.InvariantCulture)
        : Guid.ParseExact($"{e.Id.Structured.MostSignificantBits:x16}{e.Id.Structured.LeastSignificantBits:x16}", "N");
}
