using Register.Views;

namespace Register.Service.Edge;

/// <summary>Pages of what is in memory already.</summary>
public static class InMemory
{
    /// <summary>One page, in the order of a key that every item has for itself alone.</summary>
    /// <param name="afterToken">The token of this page; null for the first.</param>
    public static Page<T> Page<T>(IEnumerable<T> items, Func<T, string> key, int pageSize, string? afterToken)
    {
        var rows = items.OrderBy(key, StringComparer.Ordinal)
            .Where(item => afterToken is null || string.CompareOrdinal(key(item), afterToken) > 0)
            .Take(pageSize + 1)
            .ToList();
        return rows.Count > pageSize ? new([.. rows.Take(pageSize)], key(rows[pageSize - 1])) : new(rows, null);
    }
}
