using Register.EventStore;
using Register.EventStore.Marten;
using Register.Service.Commands;
using Register.Service.Leadership;
using Register.Views;

namespace Register.Service.FallingDue;

/// <summary>Looks for what is due, at start and again and again. It only wakes things up: what is due is known without it.</summary>
public sealed partial class DueTimer(DueWork work, KeepingViews keeping, IHostApplicationLifetime lifetime, ILogger<DueTimer> logger) : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(2);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (!await Started(stoppingToken))
            return;
        // In real time, whatever clock the register runs on.
        using var timer = new PeriodicTimer(Interval, TimeProvider.System);
        do
        {
            try
            {
                if (keeping.Part == Part.Keeper)
                    await work.Run(stoppingToken);
            }
            catch (Exception e) when (e is LedgerUnavailableException or ViewBehindException or ConflictException || PostgresOutage.Is(e))
            {
                LogLater(e.GetType().Name);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
#pragma warning disable CA1031 // What failed today must not keep what falls due tomorrow from being done.
            catch (Exception e)
            {
                LogUnforeseen(e);
            }
#pragma warning restore CA1031
        }
        while (await Next(timer, stoppingToken));
    }

    // Commands travel only once everything runs.
    private async Task<bool> Started(CancellationToken stopping)
    {
        var started = new TaskCompletionSource();
        await using var onStart = lifetime.ApplicationStarted.Register(() => started.TrySetResult());
        await using var onStop = stopping.Register(() => started.TrySetResult());
        await started.Task;
        return !stopping.IsCancellationRequested;
    }

    private static async Task<bool> Next(PeriodicTimer timer, CancellationToken stopping)
    {
        try
        {
            return await timer.WaitForNextTickAsync(stopping);
        }
        catch (OperationCanceledException)
        {
            return false;
        }
    }

    [LoggerMessage(LogLevel.Information, "What is due waits for the next look: {Cause}")]
    private partial void LogLater(string cause);

    [LoggerMessage(LogLevel.Error, "What is due could not be done")]
    private partial void LogUnforeseen(Exception exception);
}
