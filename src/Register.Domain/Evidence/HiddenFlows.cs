namespace Register.Domain.Evidence;

/// <summary>
/// How far the hidden counts of a two-way table could be from the truth when everything else is as published.
/// </summary>
/// <remarks>
/// A table with its totals is a network: a count within is a flow from its row to its column, a row's total flows from the column of totals into the row, a column's total
/// from the column into the row of totals, the grand total from there back. Counts that agree with what is published
/// differ from the true ones by a circulation through hidden counts only, which may add without limit and take away what is there. How much
/// more a count could be is therefore a maximum flow from its end back to its start; how much less, one from its start to its end. Cells
/// still published can be used too, at a price; those that the flow uses are the ones to hide (complementary cell suppression by network flow, after Cox and Kelly).
/// </remarks>
internal sealed class HiddenFlows
{
    private const int Unlimited = int.MaxValue / 4;

    private readonly CountTable _table;
    private readonly bool[,] _hidden;
    private readonly int _rows, _columns;
    private readonly List<(int From, int To, int Row, int Column)> _edges = [];

    public HiddenFlows(CountTable table, bool[,] hidden)
    {
        (_table, _hidden) = (table, hidden);
        (_rows, _columns) = (table.Rows.Length, table.Columns.Length);
        for (var r = 0; r <= _rows; r++)
        {
            for (var c = 0; c <= _columns; c++)
            {
                var (row, column) = (r, _rows + 1 + c);
                var inward = (r == _rows) == (c == _columns); // a count within, and the grand total
                _edges.Add(inward ? (row, column, r, c) : (column, row, r, c));
            }
        }
    }

    /// <summary>How wide the range is in which a hidden count could lie, as far as <paramref name="enough"/>.</summary>
    public int Room(int row, int column, int enough)
    {
        var up = Push(row, column, increase: true, enough, usePublished: false);
        return up >= enough ? up : up + Push(row, column, increase: false, enough - up, usePublished: false);
    }

    /// <summary>Hides cells until a hidden count could lie in a range this wide, or until no more can be done.</summary>
    public void MakeRoom(int row, int column, int enough)
    {
        if (Room(row, column, enough) >= enough)
            return;
        var up = Push(row, column, increase: true, enough, usePublished: true);
        if (up < enough)
            Push(row, column, increase: false, enough - up, usePublished: true);
    }

    // Sends flow round through the count, cheapest way first. Published cells that it uses get hidden.
    private int Push(int row, int column, bool increase, int enough, bool usePublished)
    {
        var own = (row * (_columns + 1)) + column;
        var (_, _, r, c) = _edges[own];
        var flow = new int[_edges.Count];
        var pushed = 0;
        var most = increase ? enough : Math.Min(enough, _table[r, c].Value);
        var (start, end) = increase ? (_edges[own].To, _edges[own].From) : (_edges[own].From, _edges[own].To);
        while (pushed < most && CheapestWay(start, end, own, flow, usePublished) is { } way)
        {
            var amount = Math.Min(most - pushed, way.Min(step => Capacity(step.Edge, step.Forward, flow)));
            foreach (var (edge, forward) in way)
                flow[edge] += forward ? amount : -amount;
            pushed += amount;
        }
        foreach (var ((_, _, er, ec), _) in _edges.Zip(flow).Where(used => used.Second != 0))
            _hidden[er, ec] = true;
        return pushed;
    }

    // Bellman and Ford: an edge that was used may be given back, at the negative of its price.
    private List<(int Edge, bool Forward)>? CheapestWay(int start, int end, int own, int[] flow, bool usePublished)
    {
        var price = Enumerable.Repeat(long.MaxValue, _rows + _columns + 2).ToArray();
        var by = new (int Edge, bool Forward)?[price.Length];
        price[start] = 0;
        for (var changed = true; changed;)
        {
            changed = false;
            for (var e = 0; e < _edges.Count; e++)
            {
                if (e == own || !IsOpen(e, usePublished))
                    continue;
                changed |= Relax(e, forward: true) | Relax(e, forward: false);
            }
        }
        if (price[end] == long.MaxValue)
            return null;

        var way = new List<(int, bool)>();
        for (var node = end; node != start;)
        {
            var (edge, forward) = by[node]!.Value;
            way.Add((edge, forward));
            node = forward ? _edges[edge].From : _edges[edge].To;
        }
        return way;

        bool Relax(int e, bool forward)
        {
            var (from, to) = forward ? (_edges[e].From, _edges[e].To) : (_edges[e].To, _edges[e].From);
            if (price[from] == long.MaxValue || Capacity(e, forward, flow) == 0)
                return false;
            var givesBack = forward ? flow[e] < 0 : flow[e] > 0;
            var next = price[from] + (givesBack ? -Price(e) : Price(e));
            if (next >= price[to])
                return false;
            (price[to], by[to]) = (next, (e, forward));
            return true;
        }
    }

    private int Capacity(int edge, bool forward, int[] flow)
    {
        var (_, _, r, c) = _edges[edge];
        return forward
            ? flow[edge] < 0 ? -flow[edge] : Unlimited
            : flow[edge] > 0 ? flow[edge] : _table[r, c].Value + flow[edge];
    }

    // The totals are decided already; a hidden one stays hidden, a published one published.
    private bool IsOpen(int edge, bool usePublished)
    {
        var (_, _, r, c) = _edges[edge];
        return _hidden[r, c] || (usePublished && r < _rows && c < _columns);
    }

    // Hiding a small count loses less than hiding a large one; a zero comes last, because people may know that it is one.
    private long Price(int edge)
    {
        var (_, _, r, c) = _edges[edge];
        var value = _table[r, c].Value;
        return _hidden[r, c] ? 0 : value == 0 ? _table[_rows, _columns].Value + 1 : value;
    }
}
