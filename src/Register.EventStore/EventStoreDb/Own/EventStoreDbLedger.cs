using System.Runtime.CompilerServices;
using Register.Domain;
using Register.EventStore.Ledger;

namespace Register.EventStore.EventStoreDb;

/// <summary>The ledger in EventStoreDB or KurrentDB.</summary>
/// <remarks>Appends and reads of one stream go to the leader. Reads come in pages and subscriptions no faster than they are taken, so what is
/// held in memory does not grow with the ledger. The user must be allowed to read $all.</remarks>
public sealed class EventStoreDbLedger : ILedger, IDisposable
{
    private const int PageSize = 256;

    private readonly Cluster _cluster;
    private readonly EventStoreDbSettings _settings;
    private readonly TimeProvider _time;
    private readonly Calls _leader;
    private readonly ChosenNode _reader;
    private readonly Calls _reads;
    private readonly Appends _appends;
    private readonly AppendsAtAny _atAny = new();

    public EventStoreDbLedger(EventStoreDbSettings settings, TimeProvider time)
    {
        _settings = settings;
        _time = time;
        _cluster = new(settings);
        var leader = new ChosenNode(_cluster, NodePreference.Leader);
        _reader = settings.NodePreference == NodePreference.Leader ? leader : new(_cluster, settings.NodePreference);
        _leader = new(leader, settings.MaxDiscoverAttempts, settings.DiscoveryInterval, time);
        _reads = new(_reader, settings.MaxDiscoverAttempts, settings.DiscoveryInterval, time);
        _appends = new(_leader, settings.DefaultDeadline);
    }

    public Task<AppendResult> Append(
        StreamId stream, ExpectedVersion expectedVersion, IReadOnlyList<StoredEvent> events, CancellationToken cancellation) =>
        expectedVersion.Exact is { } version
            ? _appends.Append(stream, version, events, cancellation)
            : _atAny.Append(this, stream, events[^1].Id, at => _appends.Append(stream, at, events, cancellation), cancellation);

    public async IAsyncEnumerable<LedgerEvent> ReadStream(
        StreamId stream, long fromVersion, [EnumeratorCancellation] CancellationToken cancellation)
    {
        IReadOnlyList<LedgerEvent> page;
        do
        {
            var request = Reads.Stream(stream, fromVersion, PageSize);
            page = await _leader.Make((node, token) => Page.Read(node, request, true, _settings.DefaultDeadline, token), cancellation);
            foreach (var e in page)
                yield return e;
            fromVersion += page.Count;
        }
        while (page.Count == PageSize);
    }

    public IAsyncEnumerable<LedgerEvent> ReadStreamBackward(StreamId stream, long? fromVersion, int limit, CancellationToken cancellation) =>
        Backward.Read(
            fromVersion,
            limit,
            PageSize,
            (from, count, token) =>
            {
                var request = Reads.StreamBackward(stream, from, count);
                return _leader.Make((node, once) => Page.Read(node, request, true, _settings.DefaultDeadline, once), token);
            },
            cancellation);

    public async Task<long> LastPosition(CancellationToken cancellation) =>
        await _leader.Make((node, token) => Page.Read(node, Reads.Last(), true, null, token), cancellation) is [var last] ? last.Position : 0;

    // No deadline: a page may take a look through any number of events that are not the register's. A dead node is told by the keep-alive.
    public IAsyncEnumerable<LedgerEvent> ReadAll(long afterPosition, CancellationToken cancellation) =>
        Forward.Read(
            afterPosition,
            PageSize,
            (from, token) =>
            {
                var request = Reads.All(from, PageSize);
                return _reads.Make((node, once) => Page.Read(node, request, false, null, once), token);
            },
            cancellation);

    public async IAsyncEnumerable<LedgerEvent> SubscribeAll(long afterPosition, [EnumeratorCancellation] CancellationToken cancellation)
    {
        using var subscription = new Subscription(new(_reader, int.MaxValue, _settings.DiscoveryInterval, _time), afterPosition, cancellation);
        while (true)
            yield return await subscription.Next();
    }

    public void Dispose() => _cluster.Dispose();
}
