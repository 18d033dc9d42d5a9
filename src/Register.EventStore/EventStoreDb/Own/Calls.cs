using Grpc.Core;

namespace Register.EventStore.EventStoreDb;

/// <summary>Makes calls to the chosen node, and again, to the node then chosen, where that can help.</summary>
internal sealed class Calls(ChosenNode chosen, int maxAttempts, TimeSpan interval, TimeProvider time)
{
    private readonly Tries _tries = new(maxAttempts, interval, time);

    /// <inheritdoc cref="Tries.Make" />
    public Task<T> Make<T>(Func<Node, CancellationToken, Task<T>> call, CancellationToken cancellation) =>
        _tries.Make(token => Once(call, token), cancellation);

    private async Task<T> Once<T>(Func<Node, CancellationToken, Task<T>> call, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        var node = await chosen.Get(cancellation);
        try
        {
            return await call(node, cancellation);
        }
        catch (RpcException e) when (!cancellation.IsCancellationRequested)
        {
            chosen.Leave(node, e);
            throw;
        }
    }
}
