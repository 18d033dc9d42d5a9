using Register.Client.Input;

namespace Register.Client.Evidence;

/// <summary>Published counts in rows and columns: a table, or a trend with a column for each date.</summary>
/// <param name="About">What is counted, by what and when.</param>
/// <param name="RowsBy">What the rows are.</param>
/// <param name="Columns">The heads of the columns.</param>
/// <param name="Rows">Each row's category and its counts, in the order of the columns; null where hidden.</param>
/// <param name="Notes">What has to be said with it.</param>
internal sealed record EvidenceGrid(
    string About, EvidenceDimension RowsBy, IReadOnlyList<string> Columns, IReadOnlyList<(string Category, IReadOnlyList<int?> Counts)> Rows, IReadOnlyList<string> Notes)
{
    public static EvidenceGrid Of(EvidenceTable table) => new(
        $"{AboutCounts(table)}{(table.ColumnsBy == EvidenceDimension.Unspecified ? "" : $" and {Words.Of(table.ColumnsBy)}")}, {Dates.Text(table.AsAt)}",
        table.RowsBy,
        table.Columns,
        [.. table.Rows.Select(row => (row.Category, (IReadOnlyList<int?>)[.. row.Counts.Select(Value)]))],
        [.. NotesOn(table, table.HiddenCount > 0)]);

    public static EvidenceGrid Of(IReadOnlyList<EvidenceTable> points)
    {
        var first = points[0];
        var notes = NotesOn(first, points.Any(p => p.HiddenCount > 0)).ToList();
        if (points.Any(p => p.HiddenCount > 0))
            notes.Add("A category hidden on one date is hidden on all.");
        return new(
            AboutCounts(first),
            first.RowsBy,
            [.. points.Select(p => Dates.Text(p.AsAt))],
            [.. first.Rows.Select((row, r) => (row.Category, (IReadOnlyList<int?>)[.. points.Select(p => Value(p.Rows[r].Counts[0]))]))],
            notes);
    }

    private static string AboutCounts(EvidenceTable table) =>
        $"{(table.Subject == EvidenceSubject.Concerns ? "Concerns" : "Registered sonographers")} by {Words.Of(table.RowsBy)}";

    private static IEnumerable<string> NotesOn(EvidenceTable table, bool hides)
    {
        if (hides)
            yield return $"c: hidden, because it is of fewer than {table.SmallestPublishedCount}, or because such a count could be worked out from it.";
        if (table.CountsAreas)
            yield return "Counted once in each practice area: the total is of areas, not of people.";
    }

    private static int? Value(EvidenceCount count) => count.HasValue ? count.Value : null;
}
