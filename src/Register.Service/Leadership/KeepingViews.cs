using Marten.Events.Daemon.Coordination;
using Npgsql;
using Register.EventStore.Marten;
using Register.Service.Operations;
using Register.Views;

namespace Register.Service.Leadership;

/// <summary>What an instance is to the others on its database.</summary>
public enum Part
{
    /// <summary>Not settled yet, or the database is away.</summary>
    Unsettled,

    /// <summary>It answers and takes commands; another keeps the views.</summary>
    Standby,

    /// <summary>It runs the projections, the reactions and what falls due.</summary>
    Keeper,
}

/// <summary>Has one instance at a time keep the views: who holds the lock. The others stand by, and one of them goes on when it is gone.</summary>
/// <remarks>Two can believe for seconds to hold it, when the connection of one breaks. Then too nothing is done twice: the progress of a projection
/// moves by compare-and-set, and what a reaction or a due date leads to has an id of its own.</remarks>
public sealed partial class KeepingViews(
    NpgsqlDataSource dataSource,
    IProjectionCoordinator coordinator,
    ViewShapes shapes,
    ViewRebuilds rebuilds,
    OutdatedViews outdated,
    ILogger<KeepingViews> log) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(500);

    private readonly TaskCompletionSource _tried = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private volatile Part _part;

    // Why the database is away, as it was said last; null while it is not.
    private string? _away;

    /// <summary>What this instance is now.</summary>
    public Part Part => _part;

    public override async Task StartAsync(CancellationToken cancellationToken)
    {
        await shapes.Make();
        rebuilds.Elsewhere = shapes.Building;
        await base.StartAsync(cancellationToken);
        // Who calls at once finds the views kept, where nothing stands in the way.
        await _tried.Task.WaitAsync(cancellationToken);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await using var held = await LeaderLock.TryTake(dataSource, stoppingToken);
                if (held is null)
                    Become(Part.Standby);
                else
                    await Keep(held, stoppingToken);
                await Task.Delay(Pause, stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                _tried.TrySetResult();
                return;
            }
#pragma warning disable CA1031 // Whatever went wrong, this or another instance has to keep the views.
            catch (Exception e)
#pragma warning restore CA1031
            {
                var cause = e.GetType().Name;
                if (PostgresOutage.Is(e) && cause != _away)
                    LogAway(_away = cause);
                else if (!PostgresOutage.Is(e))
                    LogUnforeseen(e);
                _tried.TrySetResult();
                await Task.Delay(Pause, CancellationToken.None);
            }
        }
    }

    private async Task Keep(LeaderLock held, CancellationToken stopping)
    {
        using var keeping = CancellationTokenSource.CreateLinkedTokenSource(stopping);
        var untilWhole = await outdated.Empty(stopping);
        var building = untilWhole(keeping.Token);
        try
        {
            await coordinator.StartAsync(stopping);
            Become(Part.Keeper);
            while (true)
            {
                await Task.Delay(Pause, stopping);
                await held.Check(stopping);
                if (building.IsFaulted)
                    await building;
            }
        }
        finally
        {
            Become(Part.Unsettled);
            await keeping.CancelAsync();
            await building.ContinueWith(_ => { }, CancellationToken.None, TaskContinuationOptions.None, TaskScheduler.Default);
            // Before the lock is let go of, so that the next one finds nobody at it.
            await coordinator.PauseAsync();
        }
    }

    private void Become(Part part)
    {
        if (_part == part)
            return;
        // While it keeps the views it knows by itself which are whole.
        rebuilds.Elsewhere = part == Part.Keeper ? null : shapes.Building;
        (_part, _away) = (part, null);
        _tried.TrySetResult();
        LogPart(part);
    }

    [LoggerMessage(LogLevel.Information, "This instance's part is now: {Part}.")]
    private partial void LogPart(Part part);

    [LoggerMessage(LogLevel.Warning, "The database is away ({Cause}): who keeps the views is settled when it is back.")]
    private partial void LogAway(string cause);

    [LoggerMessage(LogLevel.Error, "This instance could not keep the views, and tries again.")]
    private partial void LogUnforeseen(Exception exception);
}
