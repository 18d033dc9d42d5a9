using Polly;
using Polly.Retry;
using Register.EventStore;
using Register.EventStore.Ledger;
using Register.EventStore.Marten;
using Register.EventStore.Relay;

namespace Register.Service.Relaying;

/// <summary>Waits until PostgreSQL holds what the ledger holds: a view of a copy that lacks something is not whole, however level it is with the copy.</summary>
public sealed partial class WholeCopy(ILedger ledger, MartenCopy copy, ILogger<WholeCopy> log)
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(50);
    private static readonly TimeSpan PauseWhileAway = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan LongestAnswer = TimeSpan.FromSeconds(15);

    /// <summary>Waits until the copy is as far as the ledger was when it first answered, however long it or PostgreSQL is away.</summary>
    /// <returns>The sequence of the last event copied by then.</returns>
    public async Task<long> Wait(CancellationToken cancellation)
    {
        var tries = TriesWithoutEnd();
        var end = await tries.ExecuteAsync(async token => await End(token), cancellation);
        return await tries.ExecuteAsync(async token => await Copied(end, token), cancellation);
    }

    /// <summary>Tries until nothing fails: what is away is said by those who watch it, what nobody foresaw is in the log.</summary>
    internal ResiliencePipeline TriesWithoutEnd()
    {
        var said = "";
        return new ResiliencePipelineBuilder()
            .AddRetry(new RetryStrategyOptions
            {
                ShouldHandle = new PredicateBuilder().Handle<Exception>(),
                MaxRetryAttempts = int.MaxValue,
                BackoffType = DelayBackoffType.Exponential,
                Delay = PauseWhileAway,
                MaxDelay = LongestPause,
                OnRetry = failure =>
                {
                    var e = failure.Outcome.Exception!;
                    var isAway = e is LedgerUnavailableException or OperationCanceledException || PostgresOutage.Is(e);
                    if (!isAway && said != e.Message)
                        LogUnforeseen(e);
                    said = e.Message;
                    return default;
                },
            })
            .Build();
    }

    private async Task<long> End(CancellationToken cancellation)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        patience.CancelAfter(LongestAnswer);
        return await ledger.LastPosition(patience.Token);
    }

    private async Task<long> Copied(long end, CancellationToken cancellation)
    {
        while (true)
        {
            var (position, sequence) = await copy.Last(cancellation);
            if (position >= end)
                return sequence;
            await Task.Delay(Pause, cancellation);
        }
    }

    [LoggerMessage(LogLevel.Error, "How far the copy is could not be found out, and is asked again")]
    private partial void LogUnforeseen(Exception exception);
}
