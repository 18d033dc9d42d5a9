using Grpc.Core;
using Polly;
using Polly.Retry;

namespace Register.EventStore.EventStoreDb;

/// <summary>Tries a call, and again where that can help.</summary>
internal sealed class Tries(int maxAttempts, TimeSpan interval, TimeProvider time)
{
    /// <summary>The longest wait between two tries.</summary>
    public static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(2);

    private readonly ResiliencePipeline _tries = maxAttempts == 1 ? ResiliencePipeline.Empty : new ResiliencePipelineBuilder { TimeProvider = time }
        .AddRetry(new RetryStrategyOptions
        {
            ShouldHandle = new PredicateBuilder().Handle<Exception>(Faults.Passes),
            MaxRetryAttempts = maxAttempts - 1,
            BackoffType = DelayBackoffType.Exponential,
            UseJitter = true,
            Delay = interval,
            MaxDelay = LongestWait,
        })
        .Build();

    /// <summary>Tries a call until it succeeds, fails for good, or has been tried as often as it may.</summary>
    /// <exception cref="LedgerUnavailableException">It failed; the message says why.</exception>
    public async Task<T> Make<T>(Func<CancellationToken, Task<T>> call, CancellationToken cancellation)
    {
        try
        {
            return await _tries.ExecuteAsync(async token => await call(token), cancellation);
        }
        catch (RpcException e) when (e.StatusCode == StatusCode.Cancelled && cancellation.IsCancellationRequested)
        {
            throw new OperationCanceledException(e.Message, e, cancellation);
        }
        catch (Exception e) when (e is RpcException or NoNodeException)
        {
            throw new LedgerUnavailableException($"EventStoreDB: {Faults.Words(e)}", e);
        }
    }
}
