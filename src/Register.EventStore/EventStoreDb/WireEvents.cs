using System.Globalization;
using System.Text.Json;
using Google.Protobuf;
using Register.Domain;
using Register.EventStore.EventStoreDb.Protocol;
using Register.EventStore.Ledger;
using WireEvent = Register.EventStore.EventStoreDb.Protocol.ReadResp.Types.ReadEvent.Types.RecordedEvent;

namespace Register.EventStore.EventStoreDb;

/// <summary>Between the register's events and the server's.</summary>
/// <remarks>A version is the revision and one. A position is the commit position: the register writes no transactions of several calls, so the
/// commit and the prepare position of its events are the same, and a server's log ends long before 2^63.</remarks>
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
        VersionOf(e.StreamRevision),
        PositionOf(e.CommitPosition),
        new(IdOf(e), e.Metadata[Type], e.Data.Memory, JsonSerializer.Deserialize<StoredMetadata>(e.CustomMetadata.Span, EventJson.Options)!.Metadata()));

    /// <summary>The name of a stream on the wire.</summary>
    public static StreamIdentifier Name(StreamId stream) => new() { StreamName = ByteString.CopyFromUtf8(stream.ToString()) };

    /// <summary>The version that the event at a revision makes.</summary>
    public static long VersionOf(ulong revision) => checked((long)revision + 1);

    /// <summary>The revision of the event that makes a version.</summary>
    public static ulong RevisionOf(long version) => checked((ulong)(version - 1));

    /// <summary>The id of an event, in whichever form it came.</summary>
    public static Guid IdOf(WireEvent e) => e.Id.ValueCase == UUID.ValueOneofCase.String
        ? Guid.Parse(e.Id.String, CultureInfo.InvariantCulture)
        : Guid.ParseExact($"{e.Id.Structured.MostSignificantBits:x16}{e.Id.Structured.LeastSignificantBits:x16}", "N");

    private static long PositionOf(ulong commit) => commit != ulong.MaxValue
        ? checked((long)commit)
        : throw new NotSupportedException("The server does not tell the position of a stream's events: EventStoreDB 22.6 and later do.");
}
