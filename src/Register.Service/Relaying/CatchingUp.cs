using Marten;
using Npgsql;
using Register.EventStore;
using Register.EventStore.Ledger;
using Register.EventStore.Marten;
using Register.EventStore.Relay;
using Register.Service.Hosting;
using Register.Views;

namespace Register.Service.Relaying;

/// <summary>After the start, has nothing answered from the views until they hold what the ledger held then: of a copy that is restored from a
/// backup, or rebuilt on an empty database, nobody is told that what is in the ledger does not exist (R33).</summary>
public sealed class CatchingUp(
    ILedger ledger, MartenCopy copy, IDocumentStore store, NpgsqlDataSource dataSource, ViewRebuilds rebuilds, SimulatedClock? clock = null) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(50);
    private static readonly TimeSpan PauseWhileAway = TimeSpan.FromSeconds(1);

    private readonly TaskCompletionSource _done = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private IReadOnlyList<IDisposable> _gates = [];

    /// <summary>Whether the views have come that far.</summary>
    public bool IsDone => _done.Task.IsCompleted;

    public override async Task StartAsync(CancellationToken cancellationToken)
    {
        _gates = [.. ViewRebuilds.Names.Select(rebuilds.Begin)];
        await base.StartAsync(cancellationToken);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            while (!await HasCaughtUp(stoppingToken))
                await Task.Delay(PauseWhileAway, stoppingToken);
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            return;
        }
        _done.SetResult();
        foreach (var gate in _gates)
            gate.Dispose();
    }

    // False where the ledger or PostgreSQL is away.
    private async Task<bool> HasCaughtUp(CancellationToken cancellation)
    {
        try
        {
            var end = await ledger.LastPosition(cancellation);
            var copied = await copy.Last(cancellation);
            for (; copied.Position < end; copied = await copy.Last(cancellation))
                await Task.Delay(Pause, cancellation);
            if (clock is not null)
                await clock.CatchUpWithEvents(dataSource);
            while (await Slowest(cancellation) < copied.Sequence)
                await Task.Delay(Pause, cancellation);
            return true;
        }
        catch (Exception e) when (e is LedgerUnavailableException || PostgresOutage.Is(e))
        {
            return false;
        }
    }

    private async Task<long> Slowest(CancellationToken cancellation)
    {
        var progress = (await store.Advanced.AllProjectionProgress(token: cancellation)).ToDictionary(p => p.ShardName.Split(':')[0], p => p.Sequence);
        return ViewRebuilds.Names.Min(name => progress.GetValueOrDefault(name));
    }
}
