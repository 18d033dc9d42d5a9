using CsCheck;
using Register.Domain.Evidence;

namespace Register.Domain.Tests.Evidence;

public sealed class DisclosureProperties
{
    private const int Smallest = 5;

    // As in a register: many zeros, many small counts, some large ones.
    private static readonly Gen<int> Counts = Gen.Frequency((4, Gen.Const(0)), (5, Gen.Int[1, 4]), (4, Gen.Int[5, 12]), (1, Gen.Int[13, 300]));

    private static readonly Gen<CountTable> Tables =
        from rows in Gen.Int[1, 8]
        from columns in Gen.Int[2, 8]
        from table in Of(rows, columns, Counts)
        select table;

    private static readonly Gen<CountTable> SmallTables =
        from rows in Gen.Int[2, 3]
        from table in Of(rows, 2, Gen.Int[0, 7])
        select table;

    private static readonly Gen<CountTable> OneWay =
        from rows in Gen.Int[1, 12]
        from table in Of(rows, 0, Counts)
        select table;

    private static readonly Gen<CountTable[]> Trends =
        from rows in Gen.Int[1, 6]
        from points in Of(rows, 0, Counts).Array[1, 6]
        select points;

    [Fact] // R35
    public void A_count_of_one_to_four_people_is_never_published() =>
        Gen.OneOf(Tables, OneWay).Sample(table =>
        {
            var published = DisclosureControl.Protect(table, Smallest);
            foreach (var (r, c) in new Attacker(published).Cells)
                Assert.False(published[r, c] is > 0 and < Smallest);
        });

    [Fact] // R35
    public void What_is_published_is_true() =>
        Tables.Sample(table =>
        {
            var published = DisclosureControl.Protect(table, Smallest);
            foreach (var (r, c) in new Attacker(published).Cells)
                Assert.True(published[r, c] is null || published[r, c] == table[r, c].Value);
        });

    [Fact] // R35
    public void No_hidden_count_follows_from_what_is_published() =>
        Gen.OneOf(Tables, OneWay).Sample(table => NothingFollows(table, DisclosureControl.Protect(table, Smallest), attacker => attacker.Infer()));

    [Fact] // R35
    public void No_hidden_count_of_a_small_table_is_the_same_in_every_table_there_could_be() =>
        SmallTables.Sample(table => NothingFollows(table, DisclosureControl.Protect(table, Smallest), attacker => attacker.TryEverything(limit: 20)), iter: 300);

    [Fact] // R35
    public void A_table_hides_in_its_margins_what_the_table_of_one_dimension_hides() =>
        Tables.Sample(table =>
        {
            var both = DisclosureControl.Protect(table, Smallest);
            var alone = new CountTable(table.Rows, []);
            for (var r = 0; r < table.Rows.Length; r++)
                alone.Add([r], [], table[r, table.Columns.Length].Value);
            var rows = DisclosureControl.Protect(alone, Smallest);
            for (var r = 0; r <= table.Rows.Length; r++)
                Assert.Equal(rows[r, 0], both[r, table.Columns.Length]);
        });

    [Fact] // R35
    public void A_category_hidden_at_one_point_of_a_trend_is_hidden_at_all_that_are_published_and_nothing_follows_at_any() =>
        Trends.Sample(points =>
        {
            var trend = DisclosureControl.ProtectTrend(points, Smallest);
            var open = Enumerable.Range(0, points.Length).Where(p => points[p].Total.Value >= Smallest).ToList();
            foreach (var (published, table) in trend.Zip(points))
                NothingFollows(table, published, attacker => attacker.Infer());
            for (var r = 0; r < points[0].Rows.Length; r++)
                Assert.Single(open.Select(p => trend[p][r, 0] is null).DefaultIfEmpty().Distinct());
        });

    private static void NothingFollows(CountTable table, PublishedTable published, Func<Attacker, Attacker> attack)
    {
        var attacker = attack(new Attacker(published));
        foreach (var (r, c) in attacker.Cells)
        {
            var (least, most) = (attacker.Least[r, c], attacker.Most[r, c]);
            var value = table[r, c].Value;
            Assert.InRange(value, least, most);
            if (published[r, c] is null)
                Assert.True(least < most, $"{r},{c}: {value} is known");
            if (value is > 0 and < Smallest)
                Assert.True(most - least >= Smallest, $"{r},{c}: {value} is known to be {least} to {most}");
        }
    }

    private static Gen<CountTable> Of(int rows, int columns, Gen<int> counts) => counts.Array[rows * Math.Max(columns, 1)].Select(values =>
    {
        var table = new CountTable([.. Names(rows)], [.. Names(columns)]);
        for (var i = 0; i < values.Length; i++)
        {
            if (values[i] > 0)
                table.Add([columns == 0 ? i : i / columns], columns == 0 ? [] : [i % columns], values[i]);
        }
        return table;
    });

    private static IEnumerable<string> Names(int count) => Enumerable.Range(0, count).Select(i => $"N{i}");
}
