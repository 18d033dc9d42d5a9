using System.Collections.Immutable;

namespace Register.Domain.Evidence;

/// <summary>A table as everybody may see it: some counts are hidden.</summary>
public sealed class PublishedTable
{
    private readonly CountTable _table;
    private readonly bool[,] _hidden;

    internal PublishedTable(CountTable table, bool[,] hidden) => (_table, _hidden) = (table, hidden);

    /// <summary>Names of the rows, without the total.</summary>
    public ImmutableArray<string> Rows => _table.Rows;

    /// <summary>Names of the columns, without the total.</summary>
    public ImmutableArray<string> Columns => _table.Columns;

    /// <summary>A count, null where it is hidden; the place after the last row or column is the total.</summary>
    public int? this[int row, int column] => _hidden[row, column] ? null : _table[row, column].Value;

    /// <summary>How many counts are hidden, totals included.</summary>
    public int HiddenCount => _hidden.Cast<bool>().Count(h => h);
}
