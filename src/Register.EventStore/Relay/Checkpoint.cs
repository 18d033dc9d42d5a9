using Register.Domain;
using Register.EventStore.Ledger;

namespace Register.EventStore.Relay;

/// <summary>How far the copy is: the last event copied, by which its ledger is known again.</summary>
/// <param name="Position">Its position in the ledger; 0 where nothing was copied yet.</param>
/// <param name="Last">Its stream, version and id; null where nothing was copied yet.</param>
public sealed record Checkpoint(long Position, CopiedEvent? Last)
{
    internal static Checkpoint At(LedgerEvent e) => new(e.Position, new(e.Stream, e.Version, e.Event.Id));
}

/// <summary>An event by where and which it is.</summary>
public sealed record CopiedEvent(StreamId Stream, long Version, Guid Id)
{
    public override string ToString() => $"event {Id} at version {Version} of {Stream}";
}

/// <summary>The copy and the ledger do not hold the same: nothing more is copied. The message says what differs first.</summary>
public class CopyDiffersException(string message) : Exception(message);

/// <summary>The ledger is not the one that was copied, or has lost some of it.</summary>
public sealed class ForeignLedgerException(string message) : CopyDiffersException(message);
