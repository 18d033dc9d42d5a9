using Register.EventStore.Ledger;

namespace Register.EventStore.EventStoreDb;

/// <summary>How far a subscription is: what comes twice after a break is left out by its position.</summary>
internal sealed class SubscriptionPlace(long afterPosition)
{
    private long _seen = afterPosition;

    /// <summary>After which place of the server's to go on after a break; null from the start.</summary>
    public (ulong Commit, ulong Prepare)? Resume { get; private set; } = Place.Of(afterPosition);

    /// <summary>The server has looked through everything up to here. One whose log holds nothing yet names the place -1.</summary>
    /// <remarks>The two differ between events: the place where the next is going to be is told with a prepare position before it, and going on
    /// after a prepare position of that place itself would leave the event out.</remarks>
    public void LookedThrough(ulong commit, ulong prepare)
    {
        if (commit != ulong.MaxValue && (Resume is not { } reached || reached.CompareTo((commit, prepare)) < 0))
            Resume = (commit, prepare);
    }

    /// <summary>The server cannot go on there: no record begins at that position. From the start it finds it.</summary>
    public void StartOver() => Resume = null;

    /// <summary>Whether this event was not there before.</summary>
    public bool IsNew(LedgerEvent e)
    {
        if (e.Position <= _seen)
            return false;
        _seen = e.Position;
        LookedThrough((ulong)e.Position, (ulong)e.Position);
        return true;
    }
}
