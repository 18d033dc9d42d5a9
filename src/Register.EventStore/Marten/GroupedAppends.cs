using System.Threading.Channels;
using Npgsql;
using Register.Domain;

namespace Register.EventStore.Marten;

/// <summary>Writes the appends of many callers in one transaction, each with its own version check: one commit pays for all of them.</summary>
/// <remarks>One writer holds the ledger's lock at a time, also among several instances. So versions checked stay true until the commit, no
/// conflict rolls a transaction back, and the positions of events are in the order of their commits.</remarks>
internal sealed class GroupedAppends : IAsyncDisposable
{
    private const int MaxGroup = 128;
    private const long LedgerLock = 0x534F4E_4C454447; // "SONLEDG"

    // Planned each time: a plan kept since the ledger was small would read all of it at every append.
    private const string LockLedger = "select pg_advisory_xact_lock($1), set_config('plan_cache_mode', 'force_custom_plan', true)";

    private readonly NpgsqlDataSource _dataSource;
    private readonly Channel<Pending> _queue = Channel.CreateBounded<Pending>(new BoundedChannelOptions(4 * MaxGroup) { SingleReader = true });
    private readonly Task _writer;

    public GroupedAppends(NpgsqlDataSource dataSource)
    {
        _dataSource = dataSource;
        _writer = Task.Run(WriteAll);
    }

    public async Task<AppendResult> Append(StreamId stream, long expectedVersion, IReadOnlyList<NewEvent> events, CancellationToken cancellation)
    {
        var pending = new Pending(stream.ToString(), expectedVersion, events);
        await _queue.Writer.WriteAsync(pending, cancellation);
        return await pending.Done.Task.WaitAsync(cancellation);
    }

    public async ValueTask DisposeAsync()
    {
        _queue.Writer.TryComplete();
        await _writer;
    }

    private async Task WriteAll()
    {
        var waiting = new List<Pending>();
        while (waiting.Count > 0 || await _queue.Reader.WaitToReadAsync())
        {
            while (waiting.Count < MaxGroup && _queue.Reader.TryRead(out var next))
                waiting.Add(next);

            // One append per stream in a group: the second one's version is only known when the first is written.
            var group = waiting.DistinctBy(p => p.Stream).ToList();
            waiting = [.. waiting.Except(group)];
            await WriteGroup(group);
        }
    }

    private async Task WriteGroup(List<Pending> group)
    {
        try
        {
            var results = await Write(group);
            foreach (var (pending, result) in results)
                pending.Done.SetResult(result);
        }
        catch (Exception e) when (PostgresOutage.Is(e))
        {
            foreach (var pending in group)
                pending.Done.SetException(new LedgerUnavailableException("The ledger did not confirm the append.", e));
        }
        catch (Exception) when (group.Count > 1)
        {
            // Nothing of the group was written: one append that cannot be stored does not take the others with it.
            foreach (var pending in group)
                await WriteGroup([pending]);
        }
#pragma warning disable CA1031 // The writer serves everyone: the failure belongs to the one caller, who gets it.
        catch (Exception e)
        {
            group[0].Done.SetException(e);
        }
#pragma warning restore CA1031
    }

    private async Task<List<(Pending, AppendResult)>> Write(List<Pending> group)
    {
        await using var connection = await _dataSource.OpenConnectionAsync();
        await using var transaction = await connection.BeginTransactionAsync();
        var versions = await LockAndReadVersions(connection, transaction, [.. group.Select(p => p.Stream)]);
        var results = new List<(Pending, AppendResult)>(group.Count);
        var rows = new EventRows();
        foreach (var pending in group)
        {
            var actual = versions.GetValueOrDefault(pending.Stream);
            if (actual == pending.ExpectedVersion)
            {
                rows.Add(pending.Stream, actual, pending.Events);
                results.Add((pending, new AppendResult.Appended(actual + pending.Events.Count)));
            }
            else
            {
                results.Add((pending, new AppendResult.WrongVersion(actual)));
            }
        }
        if (!rows.IsEmpty)
        {
            await rows.Write(connection, transaction);
            await transaction.CommitAsync();
        }
        return results;
    }

    private static async Task<Dictionary<string, long>> LockAndReadVersions(
        NpgsqlConnection connection, NpgsqlTransaction transaction, string[] streams)
    {
        await using var batch = new NpgsqlBatch(connection, transaction)
        {
            BatchCommands =
            {
                new(LockLedger) { Parameters = { new() { Value = LedgerLock } } },
                new($"select id, version from {MartenLedger.Schema}.mt_streams where id = any($1)") { Parameters = { new() { Value = streams } } },
            },
        };
        await using var reader = await batch.ExecuteReaderAsync();
        await reader.NextResultAsync();

        var versions = new Dictionary<string, long>();
        while (await reader.ReadAsync())
            versions[reader.GetString(0)] = reader.GetInt64(1);
        return versions;
    }

    private sealed record Pending(string Stream, long ExpectedVersion, IReadOnlyList<NewEvent> Events)
    {
        // Continuations run elsewhere: the writer goes on to the next group at once.
        public TaskCompletionSource<AppendResult> Done { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }
}
