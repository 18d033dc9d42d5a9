using Register.EventStore.Canonical;
using Register.EventStore.Ledger;

namespace Register.EventStore.Relay;

/// <summary>Compares two ledgers event by event, each in its own order.</summary>
public static class LedgerComparison
{
    /// <summary>Reads both side by side; ends with the first difference, or with none at the end of both.</summary>
    /// <param name="until">How far into the ledger.</param>
    /// <param name="copyUntil">How far into the copy.</param>
    public static async IAsyncEnumerable<Compared> Run(
        ILedger ledger,
        long until,
        ILedger copy,
        long copyUntil,
        [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellation = default)
    {
        await using var copies = copy.ReadAll(0, cancellation).TakeWhile(e => e.Position <= copyUntil).GetAsyncEnumerator(cancellation);
        var same = 0L;
        await foreach (var e in ledger.ReadAll(0, cancellation).TakeWhile(e => e.Position <= until))
        {
            var there = await copies.MoveNextAsync() ? copies.Current : null;
            if (await DifferenceOf(e, there, ledger, copy, cancellation) is { } difference)
            {
                yield return new(same, e.Position, difference);
                yield break;
            }
            yield return new(++same, e.Position, null);
        }
        if (await copies.MoveNextAsync())
            yield return new(same, until, Extra(copies.Current));
    }

    private static async Task<string?> DifferenceOf(LedgerEvent e, LedgerEvent? there, ILedger ledger, ILedger copy, CancellationToken cancellation)
    {
        if (there is not null && (there.Stream, there.Version) == (e.Stream, e.Version))
            return Unlike(e, there) is { } what ? $"The copy has another {what} of {Name(e)}." : null;
        if (there is null || await At(copy, e, cancellation) is null)
            return $"The copy lacks {Name(e)}.";
        return await At(ledger, there, cancellation) is null
            ? Extra(there)
            : $"The copy has {Name(there)} where the ledger has {Name(e)}: the order differs.";
    }

    // Data last: PostgreSQL keeps JSON in a form of its own, so what is compared is the canonical form.
    private static string? Unlike(LedgerEvent e, LedgerEvent there) =>
        e.Event.Id != there.Event.Id ? "id"
        : e.Event.Name != there.Event.Name ? "name"
        : e.Event.Metadata != there.Event.Metadata ? "metadata"
        : CanonicalForm.Of(e).AsSpan().SequenceEqual(CanonicalForm.Of(there)) ? null
        : "data";

    private static async Task<LedgerEvent?> At(ILedger ledger, LedgerEvent e, CancellationToken cancellation) =>
        await ledger.ReadStreamBackward(e.Stream, e.Version, 1, cancellation).FirstOrDefaultAsync(cancellation) is { } there && there.Version == e.Version
            ? there
            : null;

    private static string Extra(LedgerEvent e) => $"The copy has {Name(e)}, which the ledger does not have.";

    private static string Name(LedgerEvent e) => $"event {e.Event.Id} ({e.Event.Name}), version {e.Version} of {e.Stream}";
}

/// <summary>How far a comparison is.</summary>
/// <param name="Same">How many events were found to be the same.</param>
/// <param name="Position">The position in the ledger of the event compared last.</param>
/// <param name="Difference">What differs first; null where nothing does so far.</param>
public sealed record Compared(long Same, long Position, string? Difference);
