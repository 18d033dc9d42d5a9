using Register.Domain;

namespace Register.EventStore.Ledger;

/// <summary>Appends to one stream at whichever version it has: looks through it, appends at the version where it ends, and looks on where something
/// came between.</summary>
/// <remarks>So the same events sent again are found, however long ago they were stored, and what is still on its way from a try before makes the version
/// wrong. EventStoreDB's own "any" has neither: it knows an event by its id only as long as it remembers it. Who appends at an exact version
/// does not pass here.</remarks>
internal sealed class AppendsAtAny
{
    private const int Turns = 64;

    // One at a time to a stream: among those that wait here none makes another's version wrong. Two streams may share a turn.
    private readonly SemaphoreSlim[] _turns = [.. Enumerable.Range(0, Turns).Select(_ => new SemaphoreSlim(1))];

    /// <summary>Appends events, or finds that they are there.</summary>
    /// <param name="ledger">Where the stream is looked through.</param>
    /// <param name="stream">The stream.</param>
    /// <param name="last">The id of the last of them: it is there with all before it.</param>
    /// <param name="append">Appends them at an exact version.</param>
    /// <param name="cancellation">Stops waiting.</param>
    /// <returns>The version that they make, or made.</returns>
    public async Task<AppendResult> Append(
        ILedger ledger, StreamId stream, Guid last, Func<long, Task<AppendResult>> append, CancellationToken cancellation)
    {
        var turn = _turns[(uint)stream.GetHashCode() % Turns];
        await turn.WaitAsync(cancellation);
        try
        {
            var version = 0L;
            while (true)
            {
                await foreach (var e in ledger.ReadStream(stream, version + 1, cancellation))
                {
                    version = e.Version;
                    if (e.Event.Id == last)
                        return new AppendResult.Appended(version);
                }
                if (await append(version) is AppendResult.Appended appended)
                    return appended;
            }
        }
        finally
        {
            turn.Release();
        }
    }
}
