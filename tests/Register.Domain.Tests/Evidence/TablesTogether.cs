using System.Collections.Immutable;
using CsCheck;
using Register.Domain.Evidence;

namespace Register.Domain.Tests.Evidence;

/// <summary>The tables that cross three dimensions two at a time, all of the same people, in the hands of one attacker.</summary>
public sealed class TablesTogether
{
    private const int Smallest = 5;

    private static readonly Gen<int> Counts = Gen.Frequency((6, Gen.Const(0)), (2, Gen.Int[1, 3]), (1, Gen.Int[4, 12]), (1, Gen.Int[10, 60]));

    private static readonly Gen<int[][][]> People =
        from first in Gen.Int[2, 5]
        from second in Gen.Int[2, 5]
        from third in Gen.Int[2, 5]
        from counts in Counts.Array[third].Array[second].Array[first]
        select counts;

    [Fact] // R35
    public void Three_crossed_tables_of_the_same_people_tell_no_small_count_together() =>
        People.Sample(people =>
        {
            var names = new[] { people.Length, people[0].Length, people[0][0].Length }.Select(Names).ToArray();
            CountTable[] tables = [new(names[0], names[1]), new(names[0], names[2]), new(names[1], names[2])];
            for (var a = 0; a < names[0].Length; a++)
            {
                for (var b = 0; b < names[1].Length; b++)
                {
                    for (var c = 0; c < names[2].Length; c++)
                        Add(tables, a, b, c, people[a][b][c]);
                }
            }

            var attackers = tables.Select(table => new Attacker(DisclosureControl.Protect(table, Smallest))).ToArray();
            for (var round = 0; round < 5; round++)
            {
                foreach (var attacker in attackers)
                    attacker.Infer();
                Share(names[0].Length, r => (attackers[0], r, names[1].Length), r => (attackers[1], r, names[2].Length));
                Share(names[1].Length, r => (attackers[0], names[0].Length, r), r => (attackers[2], r, names[2].Length));
                Share(names[2].Length, r => (attackers[1], names[0].Length, r), r => (attackers[2], names[1].Length, r));
            }
            foreach (var (attacker, table) in attackers.Zip(tables))
            {
                foreach (var (r, c) in attacker.Cells.Where(cell => table[cell.Row, cell.Column].Value is > 0 and < Smallest))
                    Assert.True(attacker.Most[r, c] > attacker.Least[r, c], $"{r},{c}: {table[r, c].Value} is known");
            }
        });

    private static void Add(CountTable[] tables, int a, int b, int c, int count)
    {
        if (count == 0)
            return;
        tables[0].Add([a], [b], count);
        tables[1].Add([a], [c], count);
        tables[2].Add([b], [c], count);
    }

    // The same totals stand in two tables: what one of them tells about a total holds in the other.
    private static void Share(int count, Func<int, (Attacker In, int Row, int Column)> one, Func<int, (Attacker In, int Row, int Column)> other)
    {
        for (var i = 0; i <= count; i++)
        {
            var ((x, xr, xc), (y, yr, yc)) = (one(i), other(i));
            x.Least[xr, xc] = y.Least[yr, yc] = Math.Max(x.Least[xr, xc], y.Least[yr, yc]);
            x.Most[xr, xc] = y.Most[yr, yc] = Math.Min(x.Most[xr, xc], y.Most[yr, yc]);
        }
    }

    private static ImmutableArray<string> Names(int count) => [.. Enumerable.Range(0, count).Select(i => $"N{i}")];
}
