using Npgsql;
using Polly;
using Polly.Retry;
using Register.EventStore;
using Register.EventStore.Ledger;
using Register.EventStore.Marten;
using Register.EventStore.Relay;
using Register.Service.Hosting;

namespace Register.Service.Relaying;

/// <summary>Keeps the relay running: what passes is tried again, less and less often; a copy that differs from its ledger is left as it is.</summary>
internal sealed partial class RelayWorker(
    ILedger ledger, MartenCopy copy, RelayProgress progress, RelayTelemetry telemetry, NpgsqlDataSource dataSource, ILogger<RelayWorker> log)
    : BackgroundService
{
    private const string PostgresAway = "PostgreSQL does not answer.";

    private static readonly ResiliencePipeline Tries = new ResiliencePipelineBuilder()
        .AddRetry(new RetryStrategyOptions
        {
            ShouldHandle = new PredicateBuilder().Handle<Exception>(e => e is not CopyDiffersException),
            MaxRetryAttempts = int.MaxValue,
            BackoffType = DelayBackoffType.Exponential,
            UseJitter = true,
            Delay = TimeSpan.FromMilliseconds(200),
            MaxDelay = TimeSpan.FromSeconds(10),
        })
        .Build();

    private readonly LedgerRelay _relay = new(ledger, copy, progress);

    public override async Task StartAsync(CancellationToken cancellationToken)
    {
        await OwnTables.Make(dataSource, MartenCopy.Tables);
        telemetry.Observe();
        await base.StartAsync(cancellationToken);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            while (!stoppingToken.IsCancellationRequested)
                await Tries.ExecuteAsync(async token => await Run(token), stoppingToken);
        }
        catch (CopyDiffersException e)
        {
            progress.Stopped(e.Message, isForeign: e is ForeignLedgerException);
            LogStopped(e.Message);
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The service stops.
        }
    }

    // A run that copied something before it failed begins the waits anew.
    private async Task Run(CancellationToken cancellation)
    {
        var before = progress.Status.Events;
        try
        {
            await _relay.Run(cancellation);
        }
        catch (Exception e) when (e is not CopyDiffersException && !cancellation.IsCancellationRequested)
        {
            Tell(e);
            if (progress.Status.Events == before)
                throw;
        }
    }

    private void Tell(Exception e)
    {
        switch (e)
        {
            case LedgerUnavailableException:
                if (progress.Stopped(e.Message))
                    LogWaits(e.Message);
                break;
            case Exception when PostgresOutage.Is(e):
                if (progress.Stopped(PostgresAway))
                    LogWaits(PostgresAway);
                break;
            default:
                if (progress.Stopped($"The relay failed in a way nobody foresaw ({e.GetType().Name}); it is in the log, and it is tried again."))
                    LogUnforeseen(e);
                break;
        }
    }

    [LoggerMessage(LogLevel.Critical, "Nothing is copied from the ledger any more: {Reason}")]
    private partial void LogStopped(string reason);

    [LoggerMessage(LogLevel.Warning, "The relay waits: {Reason}")]
    private partial void LogWaits(string reason);

    [LoggerMessage(LogLevel.Error, "The relay failed")]
    private partial void LogUnforeseen(Exception exception);
}
