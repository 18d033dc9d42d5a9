using System.Runtime.CompilerServices;
using JasperFx.Events;
using Marten;
using Npgsql;
using Register.Domain;

namespace Register.EventStore.Marten;

/// <summary>The ledger in PostgreSQL, through Marten: the embedded default.</summary>
/// <remarks>Every append goes through one <see cref="GroupedAppends"/>, which makes the order of positions the order of commits: reading on from a position misses nothing.</remarks>
public sealed class MartenEventStore(IDocumentStore store, NpgsqlDataSource dataSource, TimeProvider time) : IEventStore, IAsyncDisposable
{
    private const int PageSize = 500;
    private static readonly TimeSpan PollingTime = TimeSpan.FromMilliseconds(100);
    private readonly GroupedAppends _appends = new(dataSource);

    public Task<AppendResult> Append(StreamId stream, long expectedVersion, IReadOnlyList<NewEvent> events, CancellationToken cancellation) =>
        _appends.Append(stream, expectedVersion, events, cancellation);

    public async IAsyncEnumerable<RecordedEvent> ReadStream(
        StreamId stream, long fromVersion, [EnumeratorCancellation] CancellationToken cancellation)
    {
        foreach (var e in await Query(s => s.Events.FetchStreamAsync(stream.ToString(), fromVersion: fromVersion, token: cancellation)))
            yield return MartenEvents.Recorded(e);
    }

    public async Task<long> LastPosition(CancellationToken cancellation) =>
        await Query(s => s.Events.QueryAllRawEvents().OrderByDescending(e => e.Sequence).Take(1).ToListAsync(cancellation)) is [var last] ? last.Sequence : 0;

    public async IAsyncEnumerable<RecordedEvent> ReadAll(long afterPosition, [EnumeratorCancellation] CancellationToken cancellation)
    {
        IReadOnlyList<IEvent> page;
        do
        {
            page = await Query(s => s.Events.QueryAllRawEvents()
                .Where(e => e.Sequence > afterPosition)
                .OrderBy(e => e.Sequence)
                .Take(PageSize)
                .ToListAsync(cancellation));
            foreach (var e in page)
                yield return MartenEvents.Recorded(e);
            afterPosition = page.Count > 0 ? page[^1].Sequence : afterPosition;
        }
        while (page.Count == PageSize);
    }

    public async IAsyncEnumerable<RecordedEvent> SubscribeAll(long afterPosition, [EnumeratorCancellation] CancellationToken cancellation)
    {
        while (true)
        {
            await foreach (var e in ReadAll(afterPosition, cancellation))
            {
                yield return e;
                afterPosition = e.Position;
            }
            await Task.Delay(PollingTime, time, cancellation);
        }
    }

    public ValueTask DisposeAsync() => _appends.DisposeAsync();

    private async Task<IReadOnlyList<IEvent>> Query(Func<IQuerySession, Task<IReadOnlyList<IEvent>>> query)
    {
        try
        {
            await using var session = store.QuerySession();
            return await query(session);
        }
        catch (Exception e) when (PostgresOutage.Is(e))
        {
            throw new LedgerUnavailableException("The ledger cannot be reached.", e);
        }
    }
}
