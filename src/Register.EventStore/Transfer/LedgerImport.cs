using System.Runtime.CompilerServices;
using System.Text.Json;
using Register.Domain;
using Register.Domain.Identity;
using Register.EventStore.Canonical;
using Register.EventStore.EventStoreDb;
using Register.EventStore.Keys;
using Register.EventStore.Ledger;
using Register.EventStore.Personal;

namespace Register.EventStore.Transfer;

/// <summary>Writes the events of one ledger into another that holds nothing else, whichever they are; broken off, it goes on where it was.</summary>
/// <remarks>Events are written in the order in which they come, so that at any time the ledger is the beginning of the other, and nothing is before its cause.</remarks>
public sealed class LedgerImport(ILedger ledger, PersonKeys keys, OwnKeys own)
{
    private const int MostInOneAppend = 128;
    private const int EventsBetweenReports = 256;

    private static readonly string IdentityCategory = default(IdentityId).Stream.Category;

    private readonly Dictionary<StreamId, long> _versions = [];
    private readonly HashSet<long> _keys = [];
    private bool _hashesIdentities;

    /// <summary>Checks and writes events until they end or one is refused: nothing of that one is written and nothing after it.</summary>
    /// <param name="events">All events from the first one on, each with the hash that it had where it comes from.</param>
    /// <param name="cancellation">Breaks it off.</param>
    /// <returns>How far it is, now and then; the last says how it ended.</returns>
    public async IAsyncEnumerable<ImportProgress> Run(
        IAsyncEnumerable<HashedLedgerEvent> events, [EnumeratorCancellation] CancellationToken cancellation)
    {
        await using var present = ledger.ReadAll(0, cancellation).GetAsyncEnumerator(cancellation);
        var (isWriting, progress, reported) = (false, new ImportProgress(0, 0, null), 0L);
        var batch = new List<LedgerEvent>();
        await foreach (var (e, sha256) in events.WithCancellation(cancellation))
        {
            var refusal = await Check(e, sha256, cancellation);
            if (refusal is null && !isWriting && await present.MoveNextAsync())
            {
                if (CanonicalForm.Sha256(present.Current) == sha256)
                    progress = progress with { Present = progress.Present + 1 };
                else
                    refusal = NotEmpty(present.Current, e);
            }
            else if (refusal is null)
            {
                isWriting = true;
                if (batch is [var first, ..] && (first.Stream != e.Stream || batch.Count == MostInOneAppend))
                {
                    refusal = await Write(batch, cancellation);
                    progress = progress with { Written = progress.Written + (refusal is null ? batch.Count : 0) };
                    batch.Clear();
                }
                batch.Add(e);
            }
            if (refusal is not null)
            {
                yield return progress with { Refusal = refusal };
                yield break;
            }
            if (progress.Present + progress.Written >= reported + EventsBetweenReports)
            {
                reported = progress.Present + progress.Written;
                yield return progress;
            }
        }

        var last = batch.Count > 0 ? await Write(batch, cancellation)
            : !isWriting && await present.MoveNextAsync() ? NotEmpty(present.Current, null)
            : null;
        yield return progress with { Written = progress.Written + (last is null ? batch.Count : 0), Refusal = last };
    }

    private async Task<Rejection?> Check(LedgerEvent e, string sha256, CancellationToken cancellation)
    {
        if (!LedgerStreams.Prefixes.Contains($"{e.Stream.Category}-"))
            return Rejection.Of("EVENT_UNKNOWN", $"{Name(e)} is of no stream that this register keeps.");
        if (!EventTypes.IsStored(e.Event.Name))
            return Rejection.Of("EVENT_UNKNOWN", $"{Name(e)} is of a kind that this version of the register does not know.");
        if (Keys(e, sha256) is not { } sealing)
            return Rejection.Of("EVENT_ALTERED", $"{Name(e)} is not what its hash says.");
        var before = _versions.GetValueOrDefault(e.Stream);
        if (e.Version != before + 1)
            return Rejection.Of("VERSION_WRONG", $"{Name(e)} comes where version {before + 1} should be.");
        _versions[e.Stream] = e.Version;

        // Else a new person would be given a key whose number is another's.
        if (!_keys.IsSupersetOf(sealing) && !await keys.AreThere(sealing, cancellation))
            return Rejection.Of("KEY_MISSING", $"{Name(e)} is sealed with a key of a person that is not there: the keys' own schema moves before the ledger.");
        _keys.UnionWith(sealing);

        // Else the same person would be another identity to whatever comes after the import (R14).
        if (e.Stream.Category == IdentityCategory && !(_hashesIdentities = _hashesIdentities || await own.IsThere(OwnKeys.Identity, cancellation)))
            return Rejection.Of("KEY_MISSING", $"{Name(e)} is of an identity, and the key that identities are hashed with is not there: the keys' own schema moves before the ledger.");
        return null;
    }

    private async Task<Rejection?> Write(List<LedgerEvent> batch, CancellationToken cancellation)
    {
        var first = batch[0];
        return await ledger.Append(first.Stream, first.Version - 1, [.. batch.Select(e => e.Event)], cancellation) is AppendResult.Appended
            ? null
            : Rejection.Of("LEDGER_NOT_EMPTY", $"{Name(first)} is there already: something else writes into the ledger, or another import runs.");
    }

    // The keys that something in an event is sealed with; null where it is not what its hash says.
    private static IReadOnlyCollection<long>? Keys(LedgerEvent e, string sha256)
    {
        try
        {
            using var data = JsonDocument.Parse(e.Event.Data);
            return data.RootElement.ValueKind == JsonValueKind.Object && CanonicalForm.Sha256(e) == sha256 ? SealedJson.KeysIn(e.Event.Data) : null;
        }
        catch (Exception wrong) when (wrong is JsonException or FormatException or InvalidOperationException)
        {
            return null;
        }
    }

    private static Rejection NotEmpty(LedgerEvent present, LedgerEvent? comes) => Rejection.Of(
        "LEDGER_NOT_EMPTY",
        $"The ledger holds {Name(present)}, {(comes is null ? "which is not in the export" : $"where the export has {Name(comes)}")}: import into an empty ledger, or the same export again.");

    private static string Name(LedgerEvent e) => $"version {e.Version} of {e.Stream} ({e.Event.Name})";
}

/// <summary>An event, and the SHA-256 of its canonical form where it comes from.</summary>
public sealed record HashedLedgerEvent(LedgerEvent Event, string Sha256);

/// <summary>How far an import is.</summary>
/// <param name="Present">How many events were there already.</param>
/// <param name="Written">How many were written.</param>
/// <param name="Refusal">Why it ended before its end; null where nothing is wrong.</param>
public sealed record ImportProgress(long Present, long Written, Rejection? Refusal);
