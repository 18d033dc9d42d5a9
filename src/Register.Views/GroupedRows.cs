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

    /// <param name="select">What gives the keys and the stored forms of the rows whose keys are any of $1, where they depend on a day as of $2.</param>
    public GroupedRows(NpgsqlDataSource dataSource, string select)
    {
        _dataSource = dataSource;
        _select = select;
        _readers = Task.WhenAll(Enumerable.Range(0, Readers).Select(_ => Task.Run(ReadAll)));
    }

    /// <summary>The stored form of one row; null when there is none.</summary>
    /// <param name="day">The day that it is read as of; null where it depends on none.</param>
    public async Task<byte[]?> Read(string id, DateOnly? day, CancellationToken cancellation)
    {
        var pending = new Pending(id, day);
        await _queue.Writer.WriteAsync(pending, cancellation);
        return await pending.Done.Task.WaitAsync(cancellation);
    }

    /// <summary>The stored forms of many rows, with one query; those that do not exist are left out.</summary>
    public Task<Dictionary<string, byte[]>> ReadMany(IEnumerable<string> ids, DateOnly? day) => Query([.. ids.Distinct()], day);

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
            foreach (var ofADay in group.GroupBy(p => p.Day))
                await ReadGroup([.. ofADay], ofADay.Key);
            group.Clear();
        }
    }

    private async Task ReadGroup(List<Pending> group, DateOnly? day)
    {
        try
        {
            var rows = await Query([.. group.Select(p => p.Id).Distinct()], day);
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

    private async Task<Dictionary<string, byte[]>> Query(string[] ids, DateOnly? day)
    {
        await using var connection = await _dataSource.OpenConnectionAsync();
        var select = new NpgsqlBatchCommand(_select) { Parameters = { new() { Value = ids } } };
        if (day is { } asOf)
            select.Parameters.Add(new() { Value = asOf });
        await using var batch = new NpgsqlBatch(connection) { BatchCommands = { new(PlanAnew), select } };
        await using var reader = await batch.ExecuteReaderAsync();
        await reader.NextResultAsync();

        var rows = new Dictionary<string, byte[]>(ids.Length);
        while (await reader.ReadAsync())
            rows[reader.GetString(0)] = reader.GetFieldValue<byte[]>(1);
        return rows;
    }

    private sealed record Pending(string Id, DateOnly? Day)
    {
        // Continuations run elsewhere: the reader goes on to the next group at once.
        public TaskCompletionSource<byte[]?> Done { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }
}
