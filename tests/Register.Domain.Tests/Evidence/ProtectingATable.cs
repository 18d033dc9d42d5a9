using Register.Domain.Evidence;

namespace Register.Domain.Tests.Evidence;

public sealed class ProtectingATable
{
    private const int Smallest = 5;

    [Theory] // R35
    [InlineData(1)]
    [InlineData(4)]
    public void A_count_under_five_is_hidden_and_so_is_the_next_smallest_that_would_give_it_away(int few) =>
        Shows(OneWay(few, 20, 300), [null, null, 300, few + 320]);

    [Fact] // R35
    public void A_count_of_five_is_published() => Shows(OneWay(5, 20, 300), [5, 20, 300, 325]);

    [Fact] // R35
    public void A_zero_speaks_of_nobody_and_is_published() => Shows(OneWay(0, 20, 3, 6), [0, 20, null, null, 29]);

    [Fact] // R35
    public void Two_hidden_counts_of_fewer_than_five_people_between_them_take_a_third_along() =>
        Shows(OneWay(2, 2, 20, 30), [null, null, null, 30, 54]);

    [Fact] // R35
    public void Two_hidden_counts_of_five_people_between_them_are_enough() => Shows(OneWay(2, 3, 20, 30), [null, null, 20, 30, 55]);

    [Fact] // R35
    public void A_total_under_five_is_hidden_with_all_it_is_made_of() => Shows(OneWay(1, 0, 3), [null, 0, null, null]);

    [Fact]
    public void A_table_of_nobody_hides_nothing() => Shows(OneWay(0, 0), [0, 0, 0]);

    [Fact] // R35
    public void A_small_count_within_a_table_hides_the_corners_of_a_rectangle() => Shows(
        TwoWay(new[,] { { 3, 20, 30 }, { 10, 40, 50 }, { 60, 70, 80 } }),
        [null, null, 30, 53], [null, null, 50, 100], [60, 70, 80, 210], [73, 130, 160, 363]);

    [Fact] // R35
    public void A_count_that_could_hide_behind_zeros_only_hides_behind_zeros() => Shows(
        TwoWay(new[,] { { 6, 3, 0 }, { 0, 4, 6 } }),
        [null, null, null, 9], [null, null, null, 10], [6, 7, 6, 19]);

    [Fact] // R35
    public void A_person_in_two_areas_counts_in_both_and_the_total_counts_areas()
    {
        var table = new CountTable(["OBSTETRIC", "VASCULAR"], []);
        table.Add([0, 1], [], times: 6);
        Shows(table, [6, 6, 12]);
    }

    [Fact] // R35
    public void Few_people_in_many_areas_are_still_few()
    {
        var table = new CountTable(["A", "B"], ["OBSTETRIC", "VASCULAR", "CARDIAC"]);
        table.Add([0], [0, 1, 2], times: 2);
        table.Add([1], [0, 1, 2], times: 30);
        var published = DisclosureControl.Protect(table, Smallest);
        Assert.Equal(new Count(6, 2), table[0, 3]);
        Assert.Null(published[0, 3]);
        Assert.Equal(96, published[2, 3]);
    }

    [Fact] // R35
    public void A_trend_hides_a_category_at_every_point_when_one_point_has_to()
    {
        var trend = DisclosureControl.ProtectTrend([OneWay(4, 9, 50), OneWay(5, 9, 52), OneWay(6, 9, 60)], Smallest);
        Assert.All(trend, point => Assert.Equal((null, null), (point[0, 0], point[1, 0])));
        Assert.Equal([50, 52, 60], trend.Select(point => point[2, 0]));
        Assert.Equal([63, 66, 75], trend.Select(point => point[3, 0]));
    }

    [Fact] // R35
    public void A_point_with_nobody_on_the_register_hides_nothing_and_makes_nothing_hidden()
    {
        var trend = DisclosureControl.ProtectTrend([OneWay(0, 0), OneWay(1, 2), OneWay(7, 9)], Smallest);
        Assert.Equal([0, 0, 0], Column(trend[0], 0));
        Assert.Equal([null, null, null], Column(trend[1], 0));
        Assert.Equal([7, 9, 16], Column(trend[2], 0));
    }

    private static CountTable OneWay(params int[] counts)
    {
        var table = new CountTable([.. counts.Select((_, i) => $"R{i}")], []);
        for (var r = 0; r < counts.Length; r++)
            table.Add([r], [], counts[r]);
        return table;
    }

    private static CountTable TwoWay(int[,] counts)
    {
        var (rows, columns) = (counts.GetLength(0), counts.GetLength(1));
        var table = new CountTable([.. Enumerable.Range(0, rows).Select(i => $"R{i}")], [.. Enumerable.Range(0, columns).Select(i => $"C{i}")]);
        for (var r = 0; r < rows; r++)
        {
            for (var c = 0; c < columns; c++)
                table.Add([r], [c], counts[r, c]);
        }
        return table;
    }

    private static void Shows(CountTable table, params int?[][] expected)
    {
        var published = DisclosureControl.Protect(table, Smallest);
        if (expected is [var column] && table.Columns.IsEmpty)
            Assert.Equal(column, Column(published, 0));
        else
            Assert.Equal(expected, Enumerable.Range(0, table.Rows.Length + 1).Select(r => Row(published, r)));
    }

    private static int?[] Column(PublishedTable table, int column) => [.. Enumerable.Range(0, table.Rows.Length + 1).Select(r => table[r, column])];

    private static int?[] Row(PublishedTable table, int row) => [.. Enumerable.Range(0, table.Columns.Length + 1).Select(c => table[row, c])];
}
