using Marten;
using Npgsql;
using Register.EventStore.Marten;
using Register.Views;

namespace Register.Service.FallingDue;

/// <summary>Waits until the views and the reactions have seen everything that is in the ledger.</summary>
public sealed class Settling(IDocumentStore store, NpgsqlDataSource dataSource)
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
        while (await End(cancellation) > await Slowest(cancellation))
        {
            if (TimeProvider.System.GetElapsedTime(deadline) > LongestWait)
                throw new ViewBehindException();
            await Task.Delay(PollingTime, TimeProvider.System, cancellation);
        }
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
