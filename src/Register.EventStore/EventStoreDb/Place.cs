namespace Register.EventStore.EventStoreDb;

/// <summary>Between the places of the register's events and the server's.</summary>
/// <remarks>A version is the revision and one. A position is the commit position: the register writes no transactions of several calls, so the
/// commit and the prepare position of its events are the same, and a server's log ends long before 2^63.</remarks>
internal static class Place
{
    /// <summary>The version that the event at a revision makes.</summary>
    public static long VersionOf(ulong revision) => checked((long)revision + 1);

    /// <summary>The revision of the event that makes a version.</summary>
    public static ulong RevisionOf(long version) => checked((ulong)(version - 1));

    /// <summary>The server's place of a position, in its two parts; null for the start of the ledger.</summary>
    public static (ulong Commit, ulong Prepare)? Of(long position) => position == 0 ? null : ((ulong)position, (ulong)position);

    /// <summary>The position of an event that was committed there.</summary>
    public static long PositionOf(ulong commit) => commit != ulong.MaxValue
        ? checked((long)commit)
        : throw new NotSupportedException("The server does not tell the position of a stream's events: EventStoreDB 22.6 and later do.");
}
