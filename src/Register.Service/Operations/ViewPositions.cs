using Marten;
using Register.EventStore.Ledger;
using Register.EventStore.Relay;
using Register.Views;

namespace Register.Service.Operations;

/// <summary>How far each view is in the ledger, by the ledger's own positions.</summary>
public sealed class ViewPositions(IDocumentStore store, ILedger ledger, MartenCopy? copy = null)
{
    /// <summary>The position of each view, and the last of the ledger.</summary>
    public async Task<(IReadOnlyDictionary<string, long> Views, long Ledger)> Positions(CancellationToken cancellation)
    {
        var progress = await store.Advanced.AllProjectionProgress(token: cancellation);
        var sequences = progress.ToDictionary(p => p.ShardName.Split(':')[0], p => p.Sequence);
        if (copy is null)
            return (sequences, (await store.Advanced.FetchEventStoreStatistics(token: cancellation)).EventSequenceNumber);

        // Views count in the sequence of the copy.
        var positions = await copy.Positions([.. sequences.Values], cancellation);
        return (ViewRebuilds.Names.ToDictionary(name => name, name => positions.GetValueOrDefault(sequences.GetValueOrDefault(name))),
            await ledger.LastPosition(cancellation));
    }
}
