using System.Collections.Immutable;

namespace Register.Domain.Evidence;

/// <summary>A count, and how many people it is about: fewer where a person counts in several practice areas.</summary>
public readonly record struct Count(int Value, int People);

/// <summary>Counts by one dimension or two, with all their totals. It is not for publication: see <see cref="DisclosureControl"/>.</summary>
public sealed class CountTable
{
    private readonly Count[,] _counts;

    /// <param name="rows">What the rows are.</param>
    /// <param name="columns">What the columns are; none: the total is the only column.</param>
    public CountTable(EvidenceDimension rows, EvidenceDimension? columns = null)
        : this(EvidenceCategories.Of(rows), columns is { } c ? EvidenceCategories.Of(c) : [])
    {
        if (rows == columns)
            throw new ArgumentException("A dimension is not crossed with itself.", nameof(columns));
        (RowDimension, ColumnDimension) = (rows, columns);
    }

    /// <summary>A table of any categories.</summary>
    public CountTable(ImmutableArray<string> rows, ImmutableArray<string> columns)
    {
        (Rows, Columns) = (rows, columns);
        _counts = new Count[rows.Length + 1, columns.Length + 1];
    }

    /// <summary>What the rows are.</summary>
    public EvidenceDimension RowDimension { get; }

    /// <summary>What the columns are.</summary>
    public EvidenceDimension? ColumnDimension { get; }

    /// <summary>Names of the rows, without the total.</summary>
    public ImmutableArray<string> Rows { get; }

    /// <summary>Names of the columns, without the total.</summary>
    public ImmutableArray<string> Columns { get; }

    /// <summary>A count; the place after the last row or column is the total.</summary>
    public Count this[int row, int column] => _counts[row, column];

    /// <summary>The total of all.</summary>
    public Count Total => _counts[Rows.Length, Columns.Length];

    /// <summary>The totals of the rows.</summary>
    public IEnumerable<Count> OfRows => Enumerable.Range(0, Rows.Length).Select(r => _counts[r, Columns.Length]);

    /// <summary>The totals of the columns.</summary>
    public IEnumerable<Count> OfColumns => Enumerable.Range(0, Columns.Length).Select(c => _counts[Rows.Length, c]);

    /// <summary>Counts a person in each place where they belong, and once in each total's people.</summary>
    public void Add(CountedPerson person)
    {
        var rows = EvidenceCategories.PlacesOf(person, RowDimension);
        var columns = ColumnDimension is { } dimension ? EvidenceCategories.PlacesOf(person, dimension) : [];
        Add(rows, columns);
    }

    /// <summary>Counts people who belong in these rows and columns.</summary>
    public void Add(ImmutableArray<int> rows, ImmutableArray<int> columns, int times = 1)
    {
        var inColumns = Columns.IsEmpty ? 1 : columns.Length;
        foreach (var row in rows)
        {
            foreach (var column in columns)
                Add(row, column, 1, times);
            Add(row, Columns.Length, inColumns, times);
        }
        foreach (var column in columns)
            Add(Rows.Length, column, rows.Length, times);
        Add(Rows.Length, Columns.Length, rows.Length * inColumns, times);
    }

    private void Add(int row, int column, int value, int times)
    {
        ref var count = ref _counts[row, column];
        count = new(count.Value + (value * times), count.People + times);
    }
}
