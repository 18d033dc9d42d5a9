using Grpc.Core;
using Register.EventStore.EventStoreDb.Protocol;
using Register.EventStore.Ledger;

namespace Register.EventStore.EventStoreDb;

/// <summary>A read that ends.</summary>
internal static class Page
{
    /// <summary>What a read finds; nothing where there is no such stream.</summary>
    public static async Task<IReadOnlyList<LedgerEvent>> Read(
        Node node, ReadReq request, bool requiresLeader, TimeSpan? within, CancellationToken cancellation)
    {
        using var call = node.Streams.Read(request, node.Call(requiresLeader, within, cancellation));
        var events = new List<LedgerEvent>();
        await foreach (var answer in call.ResponseStream.ReadAllAsync(cancellation))
        {
            if (answer.ContentCase == ReadResp.ContentOneofCase.Event)
                events.Add(WireEvents.Read(answer.Event.Event));
        }
        return events;
    }
}
