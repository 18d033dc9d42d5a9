using Marten;
using Npgsql;
using Register.EventStore.Ledger;
using Register.EventStore.Marten;
using Register.EventStore.Relay;
using Register.Views;

namespace Register.Service.FallingDue;

/// <summary>Waits until the views and the reactions have seen everything that is in the ledger.</summary>
public sealed class Settling(IDocumentStore store, NpgsqlDataSource dataSource, ILedger ledger, MartenCopy? copy = null)
{
    /// <summary>The shard of the reactions.</summary>
    private const string Reactions = "reactions";

    private static readonly TimeSpan PollingTime = TimeSpan.FromMilliseconds(50);
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(25);

    /// <summary>Waits; what reactions add to the ledger meanwhile is waited for too.</summary>
    /// <exception cref="ViewBehindException">It took too long.</exception>
    public async Task Wait(CancellationToken cancellation)
    {
        var deadline = TimeProvider.System.GetTimestamp();
        while (!await IsSettled(cancellation))
        {
            if (TimeProvider.System.GetElapsedTime(deadline) > LongestWait)
                throw new ViewBehindException();
            await Task.Delay(PollingTime, TimeProvider.System, cancellation);
        }
    }

    // From the far end on: what those who follow have led to is in what they follow, which is asked after them.
    private async Task<bool> IsSettled(CancellationToken cancellation)
    {
        var slowest = await Slowest(cancellation);
        if (copy is null)
            return slowest >= await End(cancellation);
        var copied = await copy.Last(cancellation);
        return slowest >= copied.Sequence && copied.Position >= await ledger.LastPosition(cancellation);
    }

    private async Task<long> End(CancellationToken cancellation)
    {
        await using var command = dataSource.CreateCommand($"select coalesce(max(seq_id), 0) from {MartenLedger.Schema}.mt_events");
        return (long)(await command.ExecuteScalarAsync(cancellation))!;
    }

    private async Task<long> Slowest(CancellationToken cancellation)
    {
        var progress = (await store.Advanced.AllProjectionProgress(token: cancellation)).ToDictionary(p => p.ShardName.Split(':')[0], p => p.Sequence);
        return ViewRebuilds.Names.Append(Reactions).Min(name => progress.GetValueOrDefault(name));
    }
}
