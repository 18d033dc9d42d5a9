using System.Threading.Channels;
using Npgsql;

namespace Register.Views;

/// <summary>Reads rows by their keys for many callers: what comes in while one query runs is asked for together with the next.</summary>
/// <remarks>One row costs mostly the way to PostgreSQL and back. Nothing is kept: every answer was read after it was asked for.</remarks>
internal sealed class GroupedRows : IAsyncDisposable
{
    private const int MaxGroup = 256;
    private const int Readers = 2;

    // Planned each time: a plan kept since the table was small would read all of a large one.
    internal const string PlanAnew = "select set_config('plan_cache_mode', 'force_custom_plan', true)";

    private readonly NpgsqlDataSource _dataSource;
    private readonly string _select;
    private readonly Channel<Pending> _queue = Channel.CreateBounded<Pending>(4 * MaxGroup);
    private readonly Task _readers;

    /// <param name="table">The table of the rows, with its schema.</param>
    public GroupedRows(NpgsqlDataSource dataSource, string table)
    {
        _dataSource = dataSource;
        _select = $"select id, data from {table} where id = any($1)";
        _readers = Task.WhenAll(Enumerable.Range(0, Readers).Select(_ => Task.Run(ReadAll)));
    }

    /// <summary>The stored form of one row; null when there is none.</summary>
    public async Task<byte[]?> Read(string id, CancellationToken cancellation)
    {
        var pending = new Pending(id);
        await _queue.Writer.WriteAsync(pending, cancellation);
        return await pending.Done.Task.WaitAsync(cancellation);
    }

    /// <summary>The stored forms of many rows, with one query; those that do not exist are left out.</summary>
    public Task<Dictionary<string, byte[]>> ReadMany(IEnumerable<string> ids) => Query([.. ids.Distinct()]);

    public async ValueTask DisposeAsync()
    {
        _queue.Writer.TryComplete();
        await _readers;
    }

    private async Task ReadAll()
    {
        var group = new List<Pending>();
        while (await _queue.Reader.WaitToReadAsync())
        {
            while (group.Count < MaxGroup && _queue.Reader.TryRead(out var next))
                group.Add(next);
            await ReadGroup(group);
            group.Clear();
        }
    }

    private async Task ReadGroup(List<Pending> group)
    {
        try
        {
            var rows = await Query([.. group.Select(p => p.Id).Distinct()]);
            foreach (var pending in group)
                pending.Done.SetResult(rows.GetValueOrDefault(pending.Id));
        }
#pragma warning disable CA1031 // The readers serve everyone: the failure belongs to the callers, who get it.
        catch (Exception e)
        {
            foreach (var pending in group)
                pending.Done.TrySetException(e);
        }
#pragma warning restore CA1031
    }

    private async Task<Dictionary<string, byte[]>> Query(string[] ids)
    {
        await using var connection = await _dataSource.OpenConnectionAsync();
        await using var batch = new NpgsqlBatch(connection)
        {
            BatchCommands = { new(PlanAnew), new(_select) { Parameters = { new() { Value = ids } } } },
        };
        await using var reader = await batch.ExecuteReaderAsync();
        await reader.NextResultAsync();

        var rows = new Dictionary<string, byte[]>(ids.Length);
        while (await reader.ReadAsync())
            rows[reader.GetString(0)] = reader.GetFieldValue<byte[]>(1);
        return rows;
    }

    private sealed record Pending(string Id)
    {
        // Continuations run elsewhere: the reader goes on to the next group at once.
        public TaskCompletionSource<byte[]?> Done { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }
}
