using System.Threading.Channels;
using Npgsql;
using Register.Domain;
using Register.EventStore.Ledger;

namespace Register.EventStore.Marten;

/// <summary>Writes the appends of many callers in one transaction, each with its own version check: one commit pays for all of them.</summary>
/// <remarks>One writer holds the ledger's lock at a time, also among several instances. So versions checked stay true until the commit, no
/// conflict rolls a transaction back, and the positions of events are in the order of their commits.</remarks>
internal sealed class GroupedAppends : IAsyncDisposable
{
    private const int MaxGroup = 128;

    private readonly NpgsqlDataSource _dataSource;
    private readonly Channel<Pending> _queue = Channel.CreateBounded<Pending>(new BoundedChannelOptions(4 * MaxGroup) { SingleReader = true });
    private readonly Task _writer;

    public GroupedAppends(NpgsqlDataSource dataSource)
    {
        _dataSource = dataSource;
        _writer = Task.Run(WriteAll);
    }

    public async Task<AppendResult> Append(StreamId stream, long expectedVersion, IReadOnlyList<StoredEvent> events, CancellationToken cancellation)
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

    // One batch is one transaction and one way to PostgreSQL and back: the lock is held from its first statement to its commit.
    private async Task<IEnumerable<(Pending, AppendResult)>> Write(List<Pending> group)
    {
        var rows = new EventRows();
        foreach (var pending in group)
            rows.Add(pending.Stream, pending.ExpectedVersion, pending.Events);

        await using var connection = await _dataSource.OpenConnectionAsync();
        await using var batch = new NpgsqlBatch(connection)
        {
            BatchCommands = { LedgerLock.Take(), rows.Statement() },
        };
        var found = new Dictionary<string, long>();
        await using (var reader = await batch.ExecuteReaderAsync())
        {
            await reader.NextResultAsync();
            while (await reader.ReadAsync())
                found[reader.GetString(0)] = reader.GetInt64(1);
            await reader.NextResultAsync(); // to the very end: only then has the commit been answered for
        }
        return group.Select(pending => (pending, Result(pending, found[pending.Stream])));
    }

    private static AppendResult Result(Pending pending, long found) => found == pending.ExpectedVersion
        ? new AppendResult.Appended(found + pending.Events.Count)
        : new AppendResult.WrongVersion(found);

    private sealed record Pending(string Stream, long ExpectedVersion, IReadOnlyList<StoredEvent> Events)
    {
        // Continuations run elsewhere: the writer goes on to the next group at once.
        public TaskCompletionSource<AppendResult> Done { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }
}
