using Register.EventStore.Ledger;

namespace Register.EventStore.EventStoreDb;

/// <summary>How far a subscription is: what comes twice after a break is left out by its position.</summary>
internal sealed class SubscriptionPlace(long afterPosition)
{
    private long _seen = afterPosition;

    /// <summary>After which position to go on after a break.</summary>
    public long Resume { get; private set; } = afterPosition;

    /// <summary>The server has looked through everything up to here.</summary>
    public void LookedThrough(ulong commit) => Resume = Math.Max(Resume, checked((long)commit));

    /// <summary>Whether this event was not there before.</summary>
    public bool IsNew(LedgerEvent e)
    {
        if (e.Position <= _seen)
            return false;
        _seen = e.Position;
        Resume = Math.Max(Resume, e.Position);
        return true;
    }
}
