namespace Register.Client;

/// <summary>One page of a list, as every list call of the register answers.</summary>
internal sealed record Page<T>(IReadOnlyCollection<T> Items, string NextPageToken);

/// <summary>The items the user wanted, and whether there are more.</summary>
internal sealed record Listing<T>(IReadOnlyList<T> Items, bool HasMore);

internal static class Paging
{
    private const int LargestPage = 500;

    /// <summary>Reads pages until there are <paramref name="limit"/> items or no more.</summary>
    /// <param name="limit">How many items at most, 1 or more.</param>
    /// <param name="read">Calls the register with a page size and a page token.</param>
    public static async Task<Listing<T>> Read<T>(int limit, Func<int, string, Task<Page<T>>> read)
    {
        var items = new List<T>();
        var token = "";
        do
        {
            var page = await read(Math.Min(limit - items.Count, LargestPage), token);
            items.AddRange(page.Items);
            token = page.NextPageToken;
        }
        while (token.Length > 0 && items.Count < limit);
        return new([.. items.Take(limit)], token.Length > 0 || items.Count > limit);
    }
}
