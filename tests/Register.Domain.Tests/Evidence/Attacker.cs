using Register.Domain.Evidence;

namespace Register.Domain.Tests.Evidence;

/// <summary>
/// Somebody who knows all that is published of a table and wants to know the rest. Knows nothing of how it was decided what to hide.
/// </summary>
internal sealed class Attacker
{
    /// <summary>More than any count could be.</summary>
    public const int Limitless = 1_000_000;

    private readonly int _rows, _columns;
    private readonly List<(int Row, int Column)[]> _sums = []; // the last of each is the sum of the others

    public Attacker(PublishedTable table)
    {
        (_rows, _columns) = (table.Rows.Length, table.Columns.Length);
        Least = new int[_rows + 1, _columns + 1];
        Most = new int[_rows + 1, _columns + 1];
        foreach (var (r, c) in Cells)
            (Least[r, c], Most[r, c]) = table[r, c] is { } published ? (published, published) : (0, Limitless);
        if (_columns > 0)
        {
            for (var r = 0; r <= _rows; r++)
                _sums.Add([.. Enumerable.Range(0, _columns + 1).Select(c => (r, c))]);
        }
        for (var c = 0; c <= _columns; c++)
            _sums.Add([.. Enumerable.Range(0, _rows + 1).Select(r => (r, c))]);
    }

    /// <summary>The least that each count can be.</summary>
    public int[,] Least { get; }

    /// <summary>The most that each count can be.</summary>
    public int[,] Most { get; }

    public IEnumerable<(int Row, int Column)> Cells =>
        from r in Enumerable.Range(0, _rows + 1) from c in Enumerable.Range(0, _columns + 1) select (r, c);

    /// <summary>Narrows every range by every sum, until nothing more follows (the shuttle algorithm).</summary>
    public Attacker Infer()
    {
        for (var changed = true; changed;)
        {
            changed = false;
            foreach (var sum in _sums)
            {
                var (parts, whole) = (sum[..^1], sum[^1]);
                changed |= Narrow(whole, parts.Sum(At(Least)), parts.Sum(At(Most)));
                foreach (var part in parts)
                {
                    var others = parts.Where(p => p != part).ToList();
                    changed |= Narrow(part, At(Least)(whole) - others.Sum(At(Most)), At(Most)(whole) - others.Sum(At(Least)));
                }
            }
        }
        return this;
    }

    /// <summary>Tries every table there could be, with counts up to a limit: exact, for small tables only.</summary>
    public Attacker TryEverything(int limit)
    {
        Infer();
        var (least, most) = ((int[,])Most.Clone(), (int[,])Least.Clone());
        var inner = Cells.Where(cell => cell.Row < _rows && cell.Column < _columns).ToArray();
        Try(0, new int[_rows + 1, _columns + 1]);
        foreach (var (r, c) in Cells)
            (Least[r, c], Most[r, c]) = (least[r, c], most[r, c]);
        return this;

        void Try(int at, int[,] table)
        {
            if (at > 0 && inner[at - 1].Column == _columns - 1 && !Fits(table, inner[at - 1].Row))
                return;
            if (at == inner.Length)
            {
                Note(table);
                return;
            }
            var (r, c) = inner[at];
            for (var value = Least[r, c]; value <= Math.Min(limit, Most[r, c]); value++)
            {
                table[r, c] = value;
                Try(at + 1, table);
            }
        }

        bool Fits(int[,] table, int row)
        {
            table[row, _columns] = Enumerable.Range(0, _columns).Sum(c => table[row, c]);
            return IsPossible(table, row, _columns);
        }

        void Note(int[,] table)
        {
            for (var c = 0; c <= _columns; c++)
            {
                table[_rows, c] = Enumerable.Range(0, _rows).Sum(r => table[r, c]);
                if (!IsPossible(table, _rows, c))
                    return;
            }
            foreach (var (r, c) in Cells)
                (least[r, c], most[r, c]) = (Math.Min(least[r, c], table[r, c]), Math.Max(most[r, c], table[r, c]));
        }

        bool IsPossible(int[,] table, int row, int column) => Least[row, column] <= table[row, column] && table[row, column] <= Most[row, column];
    }

    private static Func<(int Row, int Column), int> At(int[,] values) => cell => Math.Min(values[cell.Row, cell.Column], Limitless);

    private bool Narrow((int Row, int Column) cell, int least, int most)
    {
        var (r, c) = cell;
        var (newLeast, newMost) = (Math.Max(Least[r, c], least), Math.Min(Most[r, c], most));
        if (newLeast == Least[r, c] && newMost == Most[r, c])
            return false;
        (Least[r, c], Most[r, c]) = (newLeast, newMost);
        return true;
    }
}
