using System.Runtime.CompilerServices;
using EventStore.Client;
using Register.Domain;
using Register.EventStore.Ledger;

namespace Register.EventStore.EventStoreDb;

/// <summary>The ledger in EventStoreDB or KurrentDB, through the official client.</summary>
/// <remarks>Appends and reads of one stream go to the leader. Reads come in pages and subscriptions no faster than they are taken, so what is
/// held in memory does not grow with the ledger. The user must be allowed to read $all.</remarks>
public sealed class EventStoreDbLedger : ILedger, IDisposable
{
    private const int PageSize = 256;

    private readonly EventStoreDbSettings _settings;
    private readonly TimeProvider _time;
    private readonly OfficialClient _leader;
    private readonly OfficialClient _reader;
    private readonly Tries _tries;
    private readonly Tries _endless;
    private readonly AppendsAtAny _atAny = new();

    public EventStoreDbLedger(EventStoreDbSettings settings, TimeProvider time)
    {
        _settings = settings;
        _time = time;
        _leader = new(settings, NodePreference.Leader);
        _reader = settings.NodePreference == NodePreference.Leader ? _leader : new(settings, settings.NodePreference);
        _tries = new(settings.MaxDiscoverAttempts, settings.DiscoveryInterval, time);
        _endless = new(int.MaxValue, settings.DiscoveryInterval, time);
    }

    public Task<AppendResult> Append(
        StreamId stream, ExpectedVersion expectedVersion, IReadOnlyList<StoredEvent> events, CancellationToken cancellation) =>
        expectedVersion.Exact is { } version
            ? AppendAt(stream, version, events, cancellation)
            : _atAny.Append(this, stream, events[^1].Id, at => AppendAt(stream, at, events, cancellation), cancellation);

    public async IAsyncEnumerable<LedgerEvent> ReadStream(
        StreamId stream, long fromVersion, [EnumeratorCancellation] CancellationToken cancellation)
    {
        IReadOnlyList<EventRecord> page;
        do
        {
            var from = fromVersion;
            page = await _tries.Make(token => PageOf(stream, Direction.Forwards, At(from), PageSize, token), cancellation);
            foreach (var e in page)
                yield return OfficialEvents.Read(e);
            fromVersion += page.Count;
        }
        while (page.Count == PageSize);
    }

    public IAsyncEnumerable<LedgerEvent> ReadStreamBackward(StreamId stream, long? fromVersion, int limit, CancellationToken cancellation) =>
        Backward.Read(
            fromVersion,
            limit,
            PageSize,
            async (from, count, token) =>
            {
                var start = from is { } version ? At(version) : StreamPosition.End;
                var page = await _tries.Make(once => PageOf(stream, Direction.Backwards, start, count, once), token);
                return [.. page.Select(OfficialEvents.Read)];
            },
            cancellation);

    public async Task<long> LastPosition(CancellationToken cancellation)
    {
        var last = await _tries.Make(token => PageOfAll(_leader, Direction.Backwards, Position.End, 1, token), cancellation);
        return last is [var e] ? OfficialEvents.Read(e).Position : 0;
    }

    // No deadline: a page may take a look through any number of events that are not the register's. A dead node is told by the keep-alive.
    public IAsyncEnumerable<LedgerEvent> ReadAll(long afterPosition, CancellationToken cancellation) =>
        Forward.Read(
            afterPosition,
            PageSize,
            async (from, token) =>
            {
                var start = Place.Of(from) is { } place ? new Position(place.Commit, place.Prepare) : Position.Start;
                var page = await _tries.Make(once => PageOfAll(_reader, Direction.Forwards, start, PageSize, once), token);
                return [.. page.Select(OfficialEvents.Read)];
            },
            cancellation);

    public async IAsyncEnumerable<LedgerEvent> SubscribeAll(long afterPosition, [EnumeratorCancellation] CancellationToken cancellation)
    {
        await using var subscription = new Subscription(_reader, _endless, afterPosition, cancellation);
        while (true)
            yield return await subscription.Next();
    }

    public void Dispose()
    {
        _leader.Dispose();
        _reader.Dispose();
    }

    private Task<AppendResult> AppendAt(StreamId stream, long version, IReadOnlyList<StoredEvent> events, CancellationToken cancellation)
    {
        var append = new AppendOnce(version, events);
        var sent = new SentAppend(stream, version, events, _settings.DefaultDeadline, _time);
        return _tries.Make(
            token => append.Try(
                () => _leader.Make(sent.Send, token),
                async () => [.. (await PageOf(stream, Direction.Forwards, At(version + 1), events.Count, token)).Select(OfficialEvents.Read)]),
            cancellation);
    }

    private static StreamPosition At(long version) => new(Place.RevisionOf(version));

    private Task<IReadOnlyList<EventRecord>> PageOf(
        StreamId stream, Direction direction, StreamPosition from, int count, CancellationToken cancellation) => _leader.Make(
        (client, token) => Events(
            client.ReadStreamAsync(
                direction, stream.ToString(), from, count, deadline: _settings.DefaultDeadline, cancellationToken: token).Messages,
            token),
        cancellation);

    private static Task<IReadOnlyList<EventRecord>> PageOfAll(
        OfficialClient from, Direction direction, Position position, int count, CancellationToken cancellation) => from.Make(
        (client, token) => Events(
            client.ReadAllAsync(direction, position, OfficialEvents.Ours, count, cancellationToken: token).Messages,
            token),
        cancellation);

    // Nothing where there is no such stream: that is a message of its own.
    private static async Task<IReadOnlyList<EventRecord>> Events(IAsyncEnumerable<StreamMessage> messages, CancellationToken cancellation) =>
        await messages.OfType<StreamMessage.Event>().Select(e => e.ResolvedEvent.Event).ToListAsync(cancellation);
}
