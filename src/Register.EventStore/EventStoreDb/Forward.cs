using System.Runtime.CompilerServices;
using Grpc.Core;
using Register.EventStore.Ledger;

namespace Register.EventStore.EventStoreDb;

/// <summary>The ledger after any number, page by page.</summary>
internal static class Forward
{
    /// <summary>Reads pages as they are taken. A server reads only from where a record begins: from the start it comes to any number.</summary>
    /// <param name="position">After which position; 0 from the start.</param>
    /// <param name="pageSize">How many events are in a page that is not the last.</param>
    /// <param name="read">Reads a page from a position, the event there included; 0 from the start.</param>
    /// <param name="cancellation">Stops reading.</param>
    public static async IAsyncEnumerable<LedgerEvent> Read(
        long position,
        int pageSize,
        Func<long, CancellationToken, Task<IReadOnlyList<LedgerEvent>>> read,
        [EnumeratorCancellation] CancellationToken cancellation)
    {
        var from = position;
        while (true)
        {
            IReadOnlyList<LedgerEvent> page;
            try
            {
                page = await read(from, cancellation);
            }
            catch (LedgerUnavailableException e) when (from > 0 && e.InnerException is RpcException rpc && Faults.IsNoPlace(rpc))
            {
                from = 0;
                continue;
            }
            foreach (var e in page.Where(e => e.Position > position))
                yield return e;
            if (page.Count < pageSize)
                yield break;
            from = page[^1].Position;
            position = Math.Max(position, from);
        }
    }
}
