using Marten;
using Npgsql;
using Register.Service.Hosting;
using Register.Service.Leadership;
using Register.Views;

namespace Register.Service.Relaying;

/// <summary>After the start, has nothing answered from the views until they hold what the ledger held then: of a copy that is restored from a
/// backup, or rebuilt on an empty database, nobody is told that what is in the ledger does not exist (R33).</summary>
/// <remarks>Each instance finds that out for itself, whoever keeps the views: what is on record of them may be of the backup.</remarks>
public sealed class CatchingUp(
    WholeCopy copy, IDocumentStore store, NpgsqlDataSource dataSource, ViewRebuilds rebuilds, ViewShapes shapes, SimulatedClock? clock = null)
    : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(50);

    private volatile bool _isDone;
    private IReadOnlyList<IDisposable> _gates = [];

    /// <summary>Whether the views have come that far.</summary>
    public bool IsDone => _isDone;

    public override async Task StartAsync(CancellationToken cancellationToken)
    {
        _gates = [.. ViewRebuilds.Names.Select(rebuilds.Begin)];
        await base.StartAsync(cancellationToken);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            var copied = await copy.Wait(stoppingToken);
            await copy.TriesWithoutEnd().ExecuteAsync(async token => await ViewsAt(copied, token), stoppingToken);
        }
#pragma warning disable CA1031 // Nothing but the stop of the service ends the tries, whatever the last of them met.
        catch (Exception) when (stoppingToken.IsCancellationRequested)
#pragma warning restore CA1031
        {
            return;
        }
        foreach (var gate in _gates)
            gate.Dispose();
        _isDone = true;
    }

    private async Task ViewsAt(long copied, CancellationToken cancellation)
    {
        if (clock is not null)
            await clock.CatchUpWithEvents(dataSource);
        while (!await AreWhole(copied, cancellation))
            await Task.Delay(Pause, cancellation);
    }

    // Level is not whole yet: who keeps the views says when. Where that is an older version, a view it does not know is waited for by nobody: it stays
    // unanswered, as it is not on record, until this version keeps them.
    private async Task<bool> AreWhole(long copied, CancellationToken cancellation)
    {
        var recorded = await shapes.Recorded(cancellation);
        var progress = (await store.Advanced.AllProjectionProgress(token: cancellation)).ToDictionary(p => p.ShardName.Split(':')[0], p => p.Sequence);
        var known = ViewRebuilds.Names.Where(recorded.ContainsKey).ToList();
        return known.Count > 0 && known.All(name => recorded[name] != ViewShapes.Unfinished && progress.GetValueOrDefault(name) >= copied);
    }
}
