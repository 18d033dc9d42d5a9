using Register.Domain;
using Register.EventStore.EventStoreDb.Protocol;
using Direction = Register.EventStore.EventStoreDb.Protocol.ReadReq.Types.Options.Types.ReadDirection;

namespace Register.EventStore.EventStoreDb;

/// <summary>What is asked of a server: pages of a stream, pages of the ledger, the ledger's end, a subscription.</summary>
internal static class Reads
{
    /// <summary>A page of one stream.</summary>
    public static ReadReq Stream(StreamId stream, long fromVersion, int count) => Request(new()
    {
        Stream = new() { StreamIdentifier = WireEvents.Name(stream), Revision = Place.RevisionOf(fromVersion) },
        Count = (ulong)count,
        NoFilter = new(),
    });

    /// <summary>A page of one stream, newest first, from a version or from its end.</summary>
    public static ReadReq StreamBackward(StreamId stream, long? fromVersion, int count)
    {
        var from = new ReadReq.Types.Options.Types.StreamOptions { StreamIdentifier = WireEvents.Name(stream) };
        if (fromVersion is { } version)
            from.Revision = Place.RevisionOf(version);
        else
            from.End = new();
        return Request(new() { Stream = from, ReadDirection = Direction.Backwards, Count = (ulong)count, NoFilter = new() });
    }

    /// <summary>A page of the ledger. It begins with the event at the position itself, which the caller has.</summary>
    public static ReadReq All(long fromPosition, int count) =>
        Request(new() { All = From(Place.Of(fromPosition)), Count = (ulong)count, Filter = Ours() });

    /// <summary>The last event of the ledger.</summary>
    public static ReadReq Last() =>
        Request(new() { All = new() { End = new() }, ReadDirection = Direction.Backwards, Count = 1, Filter = Ours() });

    /// <summary>The ledger after a place of the server's, or from the start, and what comes.</summary>
    public static ReadReq Subscription((ulong, ulong)? after) => Request(new() { All = From(after), Subscription = new(), Filter = Ours() });

    private static ReadReq Request(ReadReq.Types.Options options)
    {
        options.UuidOption = new() { String = new() };
        return new() { Options = options };
    }

    private static ReadReq.Types.Options.Types.AllOptions From((ulong Commit, ulong Prepare)? place) => place is { } at
        ? new() { Position = new() { CommitPosition = at.Commit, PreparePosition = at.Prepare } }
        : new() { Start = new() };

    private static ReadReq.Types.Options.Types.FilterOptions Ours() => new()
    {
        StreamIdentifier = new() { Prefix = { LedgerStreams.Prefixes } },
        Max = LedgerStreams.FilterWindow,
        CheckpointIntervalMultiplier = LedgerStreams.WindowsToACheckpoint,
    };
}
