using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Linq.Expressions;
using System.Text.Json;
using Marten;
using Npgsql;
using Register.Domain;
using Register.EventStore;
using Register.EventStore.Marten;

namespace Register.Views;

/// <summary>A view has not come as far as the caller asked for in the time there was.</summary>
public sealed class ViewBehindException() : Exception("The view has not caught up with the version asked for yet.");

/// <summary>One page of rows, and the token of the next; null when this is the last.</summary>
public sealed record Page<TView>(IReadOnlyList<TView> Rows, string? NextToken);

/// <summary>The order of a list.</summary>
public enum Order
{
    Ascending,
    Descending,
}

/// <summary>The queries over the views.</summary>
public sealed class ViewReader(IDocumentStore store, NpgsqlDataSource dataSource, ViewRebuilds rebuilds, TimeProvider time) : IAsyncDisposable
{
    private static readonly TimeSpan PollingTime = TimeSpan.FromMilliseconds(20);
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(5);
    private readonly ConcurrentDictionary<Type, Lazy<GroupedRows>> _rows = new();

    /// <summary>One row; null when there is no such stream.</summary>
    /// <param name="minimumVersion">Wait, for 5 seconds at most, until the row is computed from this version or a later one.</param>
    /// <exception cref="ViewBehindException">The wait was in vain.</exception>
    /// <exception cref="LedgerUnavailableException">The database cannot be reached.</exception>
    public async Task<TView?> Get<TView>(StreamId id, long minimumVersion, CancellationToken cancellation) where TView : class, IView
    {
        var start = time.GetTimestamp();
        while (true)
        {
            var row = await Guard<TView, TView?>(() => Load<TView>(id, cancellation));
            if ((row?.Version ?? 0) >= minimumVersion)
                return row;
            if (time.GetElapsedTime(start) > LongestWait)
                throw new ViewBehindException();
            await Task.Delay(PollingTime, time, cancellation);
        }
    }

    /// <summary>Many rows by their ids, with one query; those that do not exist are left out.</summary>
    /// <exception cref="ViewBehindException">The view is being built anew.</exception>
    /// <exception cref="LedgerUnavailableException">The database cannot be reached.</exception>
    public Task<IReadOnlyDictionary<string, TView>> GetMany<TView>(IReadOnlyCollection<string> ids) where TView : class, IView =>
        Guard<TView, IReadOnlyDictionary<string, TView>>(async () => ids.Count == 0
            ? ImmutableDictionary<string, TView>.Empty
            : (await RowsOf<TView>().ReadMany(ids, day: null)).ToDictionary(row => row.Key, row => Parse<TView>(row.Value)));

    /// <summary>The first row that meets a condition.</summary>
    public Task<TView?> First<TView>(Expression<Func<TView, bool>> condition, CancellationToken cancellation) where TView : class, IView =>
        Query<TView, TView?>(s => s.Query<TView>().Where(condition).OrderBy(v => v.SortKey).FirstOrDefaultAsync(cancellation));

    /// <summary>A page of the rows that meet every condition, in order of their sort keys.</summary>
    /// <param name="afterToken">The token of this page; null for the first.</param>
    public async Task<Page<TView>> List<TView>(
        IEnumerable<Expression<Func<TView, bool>>> conditions, int pageSize, string? afterToken, CancellationToken cancellation, Order order = Order.Ascending)
        where TView : class, IView
    {
        var rows = await Query<TView, IReadOnlyList<TView>>(session =>
        {
            IQueryable<TView> query = session.Query<TView>();
            foreach (var condition in conditions)
                query = query.Where(condition);
            if (order == Order.Ascending)
                query = (afterToken is null ? query : query.Where(v => v.SortKey.CompareTo(afterToken) > 0)).OrderBy(v => v.SortKey);
            else
                query = (afterToken is null ? query : query.Where(v => v.SortKey.CompareTo(afterToken) < 0)).OrderByDescending(v => v.SortKey);
            return query.Take(pageSize + 1).ToListAsync(cancellation);
        });
        return rows.Count > pageSize ? new([.. rows.Take(pageSize)], rows[pageSize - 1].SortKey) : new(rows, null);
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var rows in _rows.Values)
            await rows.Value.DisposeAsync();
    }

    private async Task<TView?> Load<TView>(StreamId id, CancellationToken cancellation) where TView : class, IView
    {
        var row = await RowsOf<TView>().Read(id.ToString(), day: null, cancellation);
        return row is null ? null : Parse<TView>(row);
    }

    private GroupedRows RowsOf<TView>() => _rows
        .GetOrAdd(typeof(TView), view => new(() => new(
            dataSource, $"select id, data from {store.Options.FindOrResolveDocumentType(view).TableName.QualifiedName} where id = any($1)")))
        .Value;

    private static TView Parse<TView>(byte[] row) => JsonSerializer.Deserialize<TView>(row, EventJson.Options)!;

    private Task<T> Query<TView, T>(Func<IQuerySession, Task<T>> query) => Guard<TView, T>(async () =>
    {
        await using var session = store.QuerySession();
        return await query(session);
    });

    /// <summary>Reads rows of a view, unless it is being built anew.</summary>
    internal async Task<T> Guard<TView, T>(Func<Task<T>> read)
    {
        try
        {
            var building = await rebuilds.Building<TView>();
            var answer = await read();
            return await rebuilds.Building<TView>() == building ? answer : throw new ViewBehindException();
        }
        catch (Exception e) when (PostgresOutage.Is(e))
        {
            throw new LedgerUnavailableException("The views cannot be reached.", e);
        }
    }
}
