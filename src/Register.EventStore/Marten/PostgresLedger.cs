using System.Runtime.CompilerServices;
using Npgsql;
using Register.Domain;
using Register.EventStore.Ledger;

namespace Register.EventStore.Marten;

/// <summary>The ledger in PostgreSQL, in Marten's event tables: the embedded default.</summary>
/// <remarks>Every append goes through one <see cref="GroupedAppends"/>, which makes the order of positions the order of commits: reading on from a position misses nothing.</remarks>
public sealed class PostgresLedger(NpgsqlDataSource dataSource, TimeProvider time) : ILedger, IAsyncDisposable
{
    private const int PageSize = 500;
    private static readonly TimeSpan PollingTime = TimeSpan.FromMilliseconds(100);
    private readonly GroupedAppends _appends = new(dataSource);
    private readonly AppendsAtAny _atAny = new();

    public Task<AppendResult> Append(
        StreamId stream, ExpectedVersion expectedVersion, IReadOnlyList<StoredEvent> events, CancellationToken cancellation) =>
        expectedVersion.Exact is { } version
            ? _appends.Append(stream, version, events, cancellation)
            : _atAny.Append(this, stream, events[^1].Id, at => _appends.Append(stream, at, events, cancellation), cancellation);

    public async IAsyncEnumerable<LedgerEvent> ReadStream(
        StreamId stream, long fromVersion, [EnumeratorCancellation] CancellationToken cancellation)
    {
        foreach (var e in await Read(EventReads.Stream(stream, fromVersion), cancellation))
            yield return e;
    }

    public IAsyncEnumerable<LedgerEvent> ReadStreamBackward(StreamId stream, long? fromVersion, int limit, CancellationToken cancellation) =>
        Backward.Read(fromVersion, limit, PageSize, (from, count, token) => Read(EventReads.StreamBackward(stream, from, count), token), cancellation);

    public async Task<long> LastPosition(CancellationToken cancellation) =>
        await Read(EventReads.Last(), cancellation) is [var last] ? last.Position : 0;

    public async IAsyncEnumerable<LedgerEvent> ReadAll(long afterPosition, [EnumeratorCancellation] CancellationToken cancellation)
    {
        IReadOnlyList<LedgerEvent> page;
        do
        {
            page = await Read(EventReads.All(afterPosition, PageSize), cancellation);
            foreach (var e in page)
                yield return e;
            afterPosition = page.Count > 0 ? page[^1].Position : afterPosition;
        }
        while (page.Count == PageSize);
    }

    public async IAsyncEnumerable<LedgerEvent> SubscribeAll(long afterPosition, [EnumeratorCancellation] CancellationToken cancellation)
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

    private async Task<IReadOnlyList<LedgerEvent>> Read(NpgsqlCommand read, CancellationToken cancellation)
    {
        try
        {
            await using (read)
            await using (var connection = await dataSource.OpenConnectionAsync(cancellation))
            {
                read.Connection = connection;
                return await EventReads.Events(read, cancellation);
            }
        }
        catch (Exception e) when (PostgresOutage.Is(e))
        {
            throw new LedgerUnavailableException("The ledger cannot be reached.", e);
        }
    }
}
