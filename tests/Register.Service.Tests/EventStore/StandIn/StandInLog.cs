using Google.Protobuf;
using Register.EventStore.EventStoreDb.Protocol;
using Proposed = Register.EventStore.EventStoreDb.Protocol.AppendReq.Types.ProposedMessage;

namespace Register.Service.Tests.EventStore.StandIn;

/// <summary>What all nodes of a stand-in hold: one log, with the server's own events between ours, and its rules for appending.</summary>
internal sealed class StandInLog
{
    private const ulong FirstPosition = 1_117;
    private const ulong Step = 131;

    private readonly Lock _writing = new();
    private readonly List<Record> _all = [];
    private readonly Dictionary<ByteString, List<Record>> _streams = [];
    private TaskCompletionSource _grown = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Whether what is there already is known by its ids, as the server's promise is.</summary>
    public bool KnowsIds { get; set; } = true;

    /// <summary>Completes when something more is appended.</summary>
    public Task Grown
    {
        get
        {
            lock (_writing)
                return _grown.Task;
        }
    }

    public Record[] All()
    {
        lock (_writing)
            return [.. _all];
    }

    /// <summary>Where the next record is going to be.</summary>
    public ulong End
    {
        get
        {
            lock (_writing)
                return FirstPosition + (ulong)_all.Count * Step;
        }
    }

    /// <summary>Whether a record begins there, or nothing is there yet: the server reads from no other place.</summary>
    public bool IsPlace(ulong commit) => commit >= End || (commit >= FirstPosition && (commit - FirstPosition) % Step == 0);

    /// <summary>Up to so many records after a position, which may be before the prepare position of the record there.</summary>
    public Record[] After((ulong Commit, ulong Prepare)? position, int count)
    {
        lock (_writing)
        {
            return [.. _all.Skip(position is { } p ? Before(p.Commit) + (p.Prepare < p.Commit ? 0 : 1) : 0).Take(count)];
        }
    }

    /// <summary>Where the record after this one is, or is going to be.</summary>
    public static ulong PlaceAfter(Record record) => record.Position + Step;

    private static int Before(ulong commit) => commit < FirstPosition ? 0 : (int)((commit - FirstPosition) / Step);

    public Record[]? Stream(ByteString name)
    {
        lock (_writing)
            return _streams.TryGetValue(name, out var records) ? [.. records] : null;
    }

    /// <summary>Appends as the server does: at the revision expected, or not at all, and what is there already by its ids not again.</summary>
    public AppendResp Append(AppendReq.Types.Options options, IReadOnlyList<Proposed> events)
    {
        lock (_writing)
        {
            var stream = _streams.TryGetValue(options.StreamIdentifier.StreamName, out var known) ? known : [];
            var expected = ExpectedCount(options, stream, events);
            var there = stream.Skip(expected).Take(events.Count).Select(r => r.Event.Id);
            if (KnowsIds && expected < stream.Count && there.SequenceEqual(events.Select(e => e.Id)))
                return Success(expected + events.Count);
            if (expected != stream.Count)
                return Wrong(stream.Count);

            _streams[options.StreamIdentifier.StreamName] = stream;
            foreach (var e in events)
                stream.Add(Add(options.StreamIdentifier.StreamName, (ulong)stream.Count, e));
            if (_all.Count % 3 == 0)
                Add(ByteString.CopyFromUtf8("$stats-127.0.0.1:2113"), (ulong)_all.Count, new() { Id = new() { String = $"{Guid.NewGuid()}" } });
            var grown = _grown;
            _grown = new(TaskCreationOptions.RunContinuationsAsynchronously);
            grown.SetResult();
            return Success(stream.Count);
        }
    }

    private Record Add(ByteString stream, ulong revision, Proposed e)
    {
        var record = new Record(stream, revision, FirstPosition + (ulong)_all.Count * Step, e, DateTimeOffset.UtcNow);
        _all.Add(record);
        return record;
    }

    // At any revision: where these events are, if the server still knows the first of them by its id.
    private int ExpectedCount(AppendReq.Types.Options options, List<Record> stream, IReadOnlyList<Proposed> events) => options.ExpectedStreamRevisionCase switch
    {
        AppendReq.Types.Options.ExpectedStreamRevisionOneofCase.Revision => (int)options.Revision + 1,
        AppendReq.Types.Options.ExpectedStreamRevisionOneofCase.NoStream => 0,
        _ => KnowsIds && stream.FindIndex(r => r.Event.Id.Equals(events[0].Id)) is var known and >= 0 ? known : stream.Count,
    };

    private static AppendResp Success(int count) => new() { Success = new() { CurrentRevision = (ulong)count - 1, NoPosition = new() } };

    private static AppendResp Wrong(int count) => new()
    {
        WrongExpectedVersion = count == 0 ? new() { CurrentNoStream = new() } : new() { CurrentRevision = (ulong)count - 1 },
    };

    internal sealed record Record(ByteString Stream, ulong Revision, ulong Position, Proposed Event, DateTimeOffset Created);
}
