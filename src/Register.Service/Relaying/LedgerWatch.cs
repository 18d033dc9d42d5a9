using Polly;
using Polly.Retry;
using Register.EventStore;
using Register.EventStore.Ledger;
using Register.EventStore.Relay;

namespace Register.Service.Relaying;

/// <summary>Asks the ledger again and again how far it is: whether it answers, and how far the copy is behind. Says once what is wrong with it, and
/// asks less and less often until it answers.</summary>
public sealed partial class LedgerWatch(ILedger ledger, RelayProgress progress, TimeProvider time, ILogger<LedgerWatch> log) : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan LongestAnswer = TimeSpan.FromSeconds(15);

    private readonly ResiliencePipeline<bool> _untilItAnswers = new ResiliencePipelineBuilder<bool> { TimeProvider = time }
        .AddRetry(new RetryStrategyOptions<bool>
        {
            ShouldHandle = new PredicateBuilder<bool>().HandleResult(answered => !answered),
            MaxRetryAttempts = int.MaxValue,
            BackoffType = DelayBackoffType.Exponential,
            Delay = Interval,
            MaxDelay = LongestWait,
        })
        .Build();

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            while (true)
            {
                await _untilItAnswers.ExecuteAsync(async token => await Answers(token), stoppingToken);
                await Task.Delay(Interval, time, stoppingToken);
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The service stops.
        }
    }

    private async Task<bool> Answers(CancellationToken stopping)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(stopping);
        patience.CancelAfter(LongestAnswer);
        try
        {
            var position = await ledger.LastPosition(patience.Token);
            var wasAway = progress.Status.Away is not null;
            progress.LedgerAt(position);
            if (wasAway)
                LogAnswers(position);
            return true;
        }
        catch (LedgerUnavailableException e)
        {
            Away(e.Message);
        }
        catch (OperationCanceledException) when (!stopping.IsCancellationRequested)
        {
            Away("EventStoreDB: the server did not answer in time.");
        }
#pragma warning disable CA1031 // Whatever it says instead of an answer: the ledger is not there, and is asked again.
        catch (Exception e) when (e is not OperationCanceledException)
        {
            Away($"EventStoreDB: {e.GetType().Name}: {e.Message}");
        }
#pragma warning restore CA1031
        return false;
    }

    private void Away(string reason)
    {
        if (progress.LedgerAway(reason))
            LogAway(reason);
    }

    [LoggerMessage(LogLevel.Information, "The ledger answers: its last position is {Position}")]
    private partial void LogAnswers(long position);

    [LoggerMessage(LogLevel.Error, "The ledger is away, and is asked again: {Reason}")]
    private partial void LogAway(string reason);
}
