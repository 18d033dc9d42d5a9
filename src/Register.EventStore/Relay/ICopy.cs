using Register.EventStore.Ledger;

namespace Register.EventStore.Relay;

/// <summary>What a relay copies into.</summary>
internal interface ICopy
{
    /// <summary>How far the copy is.</summary>
    Task<Checkpoint> Checkpoint(CancellationToken cancellation);

    /// <summary>Adds the events that follow a checkpoint and moves it, both or neither.</summary>
    /// <returns>False where the copy is at another checkpoint by now: nothing was added.</returns>
    /// <exception cref="CopyDiffersException">The copy holds something else than the ledger had before these events.</exception>
    Task<bool> Write(Checkpoint after, IReadOnlyList<LedgerEvent> events, CancellationToken cancellation);
}
