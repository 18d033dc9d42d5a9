using System.Collections.Immutable;

namespace Register.Domain.Evidence;

/// <summary>
/// Decides which counts of a table are published (R35): a count of 1 to 4 people is hidden, and so many others with it that nobody can
/// work a hidden one out.
/// </summary>
/// <remarks>
/// A zero speaks of nobody and is published, unless it has to hide another. The totals come first, each set of them on its own, and the
/// same counts always come to the same pattern: a table hides in its margins exactly what the table of one dimension hides. Then the cells
/// within: for every hidden count, <see cref="HiddenFlows"/> says how far it could be from the truth with everything published as it is. Where that is
/// not far enough, the cells are hidden that lose the least. What "far enough" is: a small count could lie anywhere in a range at least as
/// wide as the threshold (so nobody can tell that it is small), any other hidden count could be at least one more or less.
/// It does not help against who knows people: the register says publicly who joined when, so tables of two days side by side tell about those
/// who joined between, in counts that are large enough on both.
/// </remarks>
public static class DisclosureControl
{
    /// <summary>The table as it may be published.</summary>
    /// <param name="table">The true counts.</param>
    /// <param name="smallest">Counts of fewer people than this, down to 1, are hidden: <see cref="LegalRegime.SmallestPublishedCount"/>.</param>
    public static PublishedTable Protect(CountTable table, int smallest)
    {
        var (rows, columns) = (table.Rows.Length, table.Columns.Length);
        var hidden = new bool[rows + 1, columns + 1];
        HideTotals(table, hidden, smallest);
        if (columns > 0)
            HideWithin(table, hidden, smallest);
        return new(table, hidden);
    }

    /// <summary>The points of one trend as they may be published: a category that is hidden at one point is hidden at all of them, so that no
    /// one fills the gap with what stands beside it.</summary>
    /// <param name="points">Tables of the same one dimension, on dates one after another.</param>
    /// <param name="smallest">Counts of fewer people than this, down to 1, are hidden.</param>
    public static ImmutableArray<PublishedTable> ProtectTrend(IReadOnlyList<CountTable> points, int smallest)
    {
        // Of too few people in all, a point is hidden whole, and tells nothing about the others; of nobody, there is nothing to hide.
        var open = points.Where(p => p.Total.People >= smallest).ToList();
        var hidden = points.Count == 0 ? [] : new bool[points[0].Rows.Length];
        for (var before = -1; before != hidden.Count(h => h);)
        {
            before = hidden.Count(h => h);
            foreach (var point in open)
                hidden = HideInOneDimension([.. point.OfRows], point.Total, smallest, hidden);
        }
        return [.. points.Select(point => Point(point, hidden, smallest))];
    }

    /// <summary>Which counts of one set that adds to a total are hidden.</summary>
    /// <param name="counts">The counts, without their total.</param>
    /// <param name="total">Their total.</param>
    /// <param name="smallest">Counts of fewer people than this are hidden.</param>
    /// <param name="already">Those that are hidden anyway.</param>
    public static bool[] HideInOneDimension(IReadOnlyList<Count> counts, Count total, int smallest, IReadOnlyList<bool>? already = null)
    {
        var hidden = counts.Select((count, i) => IsSmall(count, smallest) || (already?[i] ?? false)).ToArray();
        if (!hidden.Contains(true) || IsSmall(total, smallest))
            return hidden;

        // What is hidden adds up to what the published ones leave of the total: two or more counts, of enough people between them.
        var others = Enumerable.Range(0, counts.Count).Where(i => !hidden[i]).OrderBy(i => counts[i] == default).ThenBy(i => counts[i].Value);
        foreach (var next in others)
        {
            if (hidden.Count(h => h) >= 2 && counts.Where((_, i) => hidden[i]).Sum(c => c.People) >= smallest)
                break;
            hidden[next] = true;
        }
        return hidden;
    }

    /// <summary>Whether a count is of so few people that it is never published.</summary>
    public static bool IsSmall(Count count, int smallest) => count.People > 0 && count.People < smallest;

    private static PublishedTable Point(CountTable point, bool[] hidden, int smallest)
    {
        var rows = point.Rows.Length;
        var all = new bool[rows + 1, 1];
        all[rows, 0] = IsSmall(point.Total, smallest);
        for (var r = 0; r < rows; r++)
            all[r, 0] = point.Total != default && (all[rows, 0] || hidden[r]);
        return new(point, all);
    }

    private static void HideTotals(CountTable table, bool[,] hidden, int smallest)
    {
        var (rows, columns) = (table.Rows.Length, table.Columns.Length);
        hidden[rows, columns] = IsSmall(table.Total, smallest);
        var inRows = HideInOneDimension([.. table.OfRows], table.Total, smallest);
        var inColumns = HideInOneDimension([.. table.OfColumns], table.Total, smallest);
        for (var r = 0; r < rows; r++)
            hidden[r, columns] = inRows[r];
        for (var c = 0; c < columns; c++)
            hidden[rows, c] = inColumns[c];
    }

    private static void HideWithin(CountTable table, bool[,] hidden, int smallest)
    {
        var (rows, columns) = (table.Rows.Length, table.Columns.Length);
        var cells = (from r in Enumerable.Range(0, rows + 1) from c in Enumerable.Range(0, columns + 1) select (Row: r, Column: c)).ToImmutableArray();
        foreach (var (r, c) in cells.Where(cell => cell.Row < rows && cell.Column < columns))
            hidden[r, c] = IsSmall(table[r, c], smallest);

        // What is hidden later only gives what was hidden before more room: each is looked at once.
        var flows = new HiddenFlows(table, hidden);
        foreach (var (r, c) in cells.Where(cell => hidden[cell.Row, cell.Column]))
            flows.MakeRoom(r, c, IsSmall(table[r, c], smallest) ? smallest : 1);

        // A cell that was hidden for another's sake and can be worked out all the same hides nothing.
        foreach (var (r, c) in cells.Where(cell => cell.Row < rows && cell.Column < columns && hidden[cell.Row, cell.Column]))
        {
            if (!IsSmall(table[r, c], smallest) && flows.Room(r, c, 1) == 0)
                hidden[r, c] = false;
        }
    }
}
