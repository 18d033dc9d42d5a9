using System.Runtime.CompilerServices;

namespace Register.EventStore.Ledger;

/// <summary>A stream from one of its versions, or from its end, back to its first event, page by page.</summary>
internal static class Backward
{
    /// <summary>Reads pages as they are taken.</summary>
    /// <param name="fromVersion">The version to begin with; null for the last.</param>
    /// <param name="limit">How many events at most.</param>
    /// <param name="pageSize">How many of them in one page.</param>
    /// <param name="read">Reads a page backward from a version, itself included: as many events as are asked for, or all there are.</param>
    /// <param name="cancellation">Stops reading.</param>
    public static async IAsyncEnumerable<LedgerEvent> Read(
        long? fromVersion,
        int limit,
        int pageSize,
        Func<long?, int, CancellationToken, Task<IReadOnlyList<LedgerEvent>>> read,
        [EnumeratorCancellation] CancellationToken cancellation)
    {
        while (limit > 0 && fromVersion is null or > 0)
        {
            var count = Math.Min(limit, pageSize);
            var page = await read(fromVersion, count, cancellation);
            foreach (var e in page)
                yield return e;
            if (page.Count < count)
                yield break;
            fromVersion = page[^1].Version - 1;
            limit -= count;
        }
    }
}
