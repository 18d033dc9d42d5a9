using Register.Domain;
using Register.EventStore.Keys;
using Register.Service.Edge;

namespace Register.Service.Keys;

/// <summary>Puts a new master key in the place of the one that wraps the keys of persons and the register's own.</summary>
public sealed class KeyRotation(PersonKeys keys, OwnKeys own, IMasterKey master)
{
    /// <summary>What there is of keys of persons, of the register's own, and which master keys wrap them all.</summary>
    public async Task<(KeyCounts Persons, long Own, IReadOnlyDictionary<string, long> ByMaster)> Count(CancellationToken cancellation)
    {
        var (persons, others) = (await keys.Count(cancellation), await own.Count(cancellation));
        var byMaster = new SortedDictionary<string, long>(StringComparer.Ordinal);
        foreach (var (id, count) in persons.ByMaster.Concat(others))
            byMaster[id] = byMaster.GetValueOrDefault(id) + count;
        return (persons, others.Values.Sum(), byMaster);
    }

    /// <summary>The id of the master key that wraps from now on.</summary>
    public string Current => master.Current;

    /// <summary>Rotates; one that was broken off is gone on with, and no other begun.</summary>
    /// <param name="report">Takes how many keys are wrapped anew, and of how many.</param>
    /// <param name="cancellation">Breaks it off.</param>
    public async Task Rotate(Func<long, long, Task> report, CancellationToken cancellation)
    {
        // Two at once would each forget the master key that the other has just wrapped with.
        await using var turn = await keys.TakeTurn(cancellation);
        if ((await Former(cancellation)) == 0 && !master.TryAdd())
        {
            throw Problems.Rejected([Rejection.Of(
                "MASTER_KEY_READ_ONLY", "The register may not make a master key itself: add one first, in the master key file as a line at its end, and call again.")]);
        }
        var (done, total) = (0L, await Former(cancellation));
        await report(done, total);
        if (await own.WrapAnew(cancellation) is > 0 and var others)
            await report(done += others, Math.Max(done, total));
        int wrapped;
        while ((wrapped = await keys.WrapAnew(cancellation)) > 0)
            await report(done += wrapped, Math.Max(done, total));
        var wrapping = (await Count(cancellation)).ByMaster.Keys.ToHashSet();
        _ = master.TryForgetAllBut(wrapping); // where the file is kept by others, they remove the lines that are not needed any more
    }

    private async Task<long> Former(CancellationToken cancellation) =>
        (await Count(cancellation)).ByMaster.Where(m => m.Key != master.Current).Sum(m => m.Value);
}
