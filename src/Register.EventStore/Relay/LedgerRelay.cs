using System.Threading.Channels;
using Register.EventStore.Ledger;

namespace Register.EventStore.Relay;

/// <summary>Copies a ledger, event by event and in its order, and goes on as it grows.</summary>
/// <remarks>What the ledger sends is taken while a batch is written: far behind, batches are full; level with it, they are what there is.</remarks>
internal sealed class LedgerRelay(ILedger ledger, ICopy copy, RelayProgress progress)
{
    private const int Batch = 1000;
    private const int Ahead = 2 * Batch;

    /// <summary>Copies until it is cancelled or something fails; run again, it goes on exactly where the copy is.</summary>
    /// <exception cref="ForeignLedgerException">The copy is not of this ledger.</exception>
    /// <exception cref="CopyDiffersException">The copy is not the same any more.</exception>
    /// <exception cref="LedgerUnavailableException">The ledger cannot be read.</exception>
    public async Task Run(CancellationToken cancellation)
    {
        var checkpoint = await copy.Checkpoint(cancellation);
        await Recognise(checkpoint, cancellation);
        progress.CopiedTo(checkpoint.Position, 0);

        using var reading = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        var ahead = Channel.CreateBounded<LedgerEvent>(new BoundedChannelOptions(Ahead) { SingleReader = true, SingleWriter = true });
        var reader = Task.Run(() => Read(checkpoint.Position, ahead.Writer, reading.Token), CancellationToken.None);
        try
        {
            while (await ahead.Reader.WaitToReadAsync(cancellation))
                checkpoint = await Write(Waiting(ahead.Reader), checkpoint, cancellation);
        }
        finally
        {
            await reading.CancelAsync();
            await reader;
        }
    }

    // The last event copied must be where it was: else the ledger is another one, or has lost what the copy has.
    private async Task Recognise(Checkpoint checkpoint, CancellationToken cancellation)
    {
        if (checkpoint.Last is not { } last)
            return;
        var there = await ledger.ReadStreamBackward(last.Stream, last.Version, 1, cancellation).FirstOrDefaultAsync(cancellation);
        if (there is null || Checkpoint.At(there) != checkpoint)
        {
            throw new ForeignLedgerException(
                $"The ledger does not hold the last event that was copied, {last} at position {checkpoint.Position}: it was restored from an older "
                + "backup, or it is another ledger. Restore the ledger, or start on an empty database.");
        }
    }

    private async Task Read(long position, ChannelWriter<LedgerEvent> ahead, CancellationToken cancellation)
    {
        try
        {
            await foreach (var e in ledger.SubscribeAll(position, cancellation))
                await ahead.WriteAsync(e, cancellation);
            ahead.Complete();
        }
#pragma warning disable CA1031 // Whoever takes the events gets what went wrong.
        catch (Exception e)
        {
            ahead.Complete(e);
        }
#pragma warning restore CA1031
    }

    private static List<LedgerEvent> Waiting(ChannelReader<LedgerEvent> ahead)
    {
        var batch = new List<LedgerEvent>();
        while (batch.Count < Batch && ahead.TryRead(out var e))
            batch.Add(e);
        return batch;
    }

    private async Task<Checkpoint> Write(List<LedgerEvent> batch, Checkpoint checkpoint, CancellationToken cancellation)
    {
        while (true)
        {
            // What another instance has copied is left out; more of it may have been read ahead.
            batch.RemoveAll(e => e.Position <= checkpoint.Position);
            if (batch.Count == 0)
                return checkpoint;
            if (await copy.Write(checkpoint, batch, cancellation))
            {
                progress.CopiedTo(batch[^1].Position, batch.Count);
                return Checkpoint.At(batch[^1]);
            }
            var now = await copy.Checkpoint(cancellation);
            if (now.Position <= checkpoint.Position)
                throw new InvalidOperationException($"The copy went back from position {checkpoint.Position} to {now.Position}.");
            checkpoint = now;
            progress.CopiedTo(checkpoint.Position, 0);
        }
    }
}
