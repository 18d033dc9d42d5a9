using System.Globalization;
using Npgsql;

namespace Register.Views.Registration;

/// <summary>Which names of a registrant a search is for (R23).</summary>
public enum NamesSearched
{
    /// <summary>The name held now: what everybody may search.</summary>
    Current,

    /// <summary>Former names as well: for officers.</summary>
    Every,
}

/// <summary>What a search asks for.</summary>
/// <param name="Words">Words as <see cref="SearchName.Words"/> has them, one or more.</param>
/// <param name="MayBeMisspelt">Whether words spelt nearly so may have been meant.</param>
public sealed record NameAsked(IReadOnlyList<string> Words, bool MayBeMisspelt);

/// <summary>A page of what was found.</summary>
/// <param name="Ids">The ids of the entries, best first.</param>
/// <param name="NextToken">The token of the next page; null when this is the last.</param>
/// <param name="IsCut">Whether there are more than may be listed.</param>
public sealed record NamesFound(IReadOnlyList<string> Ids, string? NextToken, bool IsCut);

/// <summary>Finds entries by words of a name, in any order, best first: the very words, then words that begin so, then words spelt nearly so.</summary>
/// <remarks>Near spellings are looked for where few names have the words as they were written. In each class the order is that of the names,
/// near spellings that of their likeness; what is found is the same from page to page.</remarks>
public sealed class NameSearch(NpgsqlDataSource dataSource, ViewReader views)
{
    /// <summary>How many words a search may have.</summary>
    public const int MostWords = 8;

    // Where fewer than this are called as it was written, it may have been written wrongly.
    private const int Few = 20;
    private const int SpellingsOfAWord = 5;

    /// <summary>A page of the best matches.</summary>
    /// <param name="most">How many may be listed on all pages together.</param>
    /// <param name="afterToken">The token of this page; null for the first.</param>
    /// <exception cref="ViewBehindException">The register's view is being built anew.</exception>
    /// <exception cref="Register.EventStore.LedgerUnavailableException">The database cannot be reached.</exception>
    public async Task<NamesFound> Find(
        NameAsked asked, NamesSearched names, int most, int pageSize, string? afterToken, CancellationToken cancellation)
    {
        var hits = await views.Guard<RegisterEntry, List<Hit>>(() => Hits([.. asked.Words.Distinct()], asked.MayBeMisspelt, names, most + 1, cancellation));
        var after = afterToken is null ? null : Hit.FromToken(afterToken);
        var left = hits.Take(most).Where(hit => after is null || hit.CompareTo(after) > 0).Take(pageSize + 1).ToList();
        var page = left.Take(pageSize).ToList();
        return new([.. page.Select(hit => hit.Id)], left.Count > pageSize ? page[^1].Token : null, hits.Count > most);
    }

    private async Task<List<Hit>> Hits(
        IReadOnlyList<string> words, bool mayBeMisspelt, NamesSearched names, int most, CancellationToken cancellation)
    {
        var (exactly, beginning) = (string.Join(" & ", words), string.Join(" & ", words.Select(w => $"{w}:*")));
        await using var connection = await dataSource.OpenConnectionAsync(cancellation);
        var found = new Dictionary<string, Hit>();
        await Add(connection, found, [Called(names, exactly, 0, most), Called(names, beginning, 1, most)], cancellation);
        if (mayBeMisspelt && found.Count < Few)
        {
            var nearly = string.Join(" & ", await Spellings(connection, words, names, cancellation));
            await Add(connection, found, [Nearly(names, nearly, string.Join(' ', words), most)], cancellation);
        }
        return [.. found.Values.Order().Take(most)];
    }

    private static async Task Add(
        NpgsqlConnection connection, Dictionary<string, Hit> found, IReadOnlyList<NpgsqlBatchCommand> queries, CancellationToken cancellation)
    {
        await using var batch = new NpgsqlBatch(connection) { BatchCommands = { new(GroupedRows.PlanAnew) } };
        foreach (var query in queries)
            batch.BatchCommands.Add(query);
        await using var reader = await batch.ExecuteReaderAsync(cancellation);
        while (await reader.NextResultAsync(cancellation))
        {
            while (await reader.ReadAsync(cancellation))
                found.TryAdd(reader.GetString(0), new(reader.GetFloat(1), reader.GetString(2), reader.GetString(0)));
        }
    }

    private static NpgsqlBatchCommand Called(NamesSearched names, string query, float distance, int most) => new(
        $"""
        select id, $1::real, sort_key from {NameIndex.Searched(names)}
        where words @@ to_tsquery('simple', $2) order by sort_key collate "C" limit $3
        """)
    {
        Parameters = { new() { Value = distance }, new() { Value = query }, new() { Value = most } },
    };

    private static NpgsqlBatchCommand Nearly(NamesSearched names, string query, string asked, int most) => new(
        $"""
        select id, 3::real - similarity(name, $2) as distance, sort_key from {NameIndex.Searched(names)}
        where words @@ to_tsquery('simple', $1) order by distance, sort_key collate "C" limit $3
        """)
    {
        Parameters = { new() { Value = query }, new() { Value = asked }, new() { Value = most } },
    };

    /// <summary>For each word what may have been meant by it, as a query.</summary>
    private static async Task<IEnumerable<string>> Spellings(
        NpgsqlConnection connection, IReadOnlyList<string> words, NamesSearched names, CancellationToken cancellation)
    {
        await using var batch = new NpgsqlBatch(connection)
        {
            BatchCommands =
            {
                new(GroupedRows.PlanAnew),
                new($"""
                    select asked.word, near.word from unnest($1) as asked (word) cross join lateral (
                      select word from {NameIndex.Words} where word % asked.word and (is_current or $2)
                      order by similarity(word, asked.word) desc, word limit {SpellingsOfAWord}) as near
                    """)
                {
                    Parameters = { new() { Value = words.ToArray() }, new() { Value = names is NamesSearched.Every } },
                },
            },
        };
        await using var reader = await batch.ExecuteReaderAsync(cancellation);
        await reader.NextResultAsync(cancellation);
        var near = new List<(string Word, string Meant)>();
        while (await reader.ReadAsync(cancellation))
            near.Add((reader.GetString(0), reader.GetString(1)));
        var meant = near.ToLookup(n => n.Word, n => n.Meant);
        return words.Select(word => $"({string.Join(" | ", meant[word].Concat(Swapped(word)).Prepend($"{word}:*"))})");
    }

    // Two letters in the wrong order: in a short word that leaves few trigrams as they were.
    private static IEnumerable<string> Swapped(string word) =>
        Enumerable.Range(0, word.Length - 1).Select(i => $"{word[..i]}{word[i + 1]}{word[i]}{word[(i + 2)..]}");

    private sealed record Hit(float Distance, string SortKey, string Id = "") : IComparable<Hit>
    {
        public string Token => string.Create(CultureInfo.InvariantCulture, $"{Distance}|{SortKey}");

        // Whatever somebody made up instead of a token starts somewhere as well.
        public static Hit FromToken(string token) =>
            token.Split('|', 2) is [var distance, var key] && float.TryParse(distance, CultureInfo.InvariantCulture, out var parsed) ? new(parsed, key) : new(0, token);

        public int CompareTo(Hit? other) =>
            Distance.CompareTo(other!.Distance) is not 0 and var order ? order : string.CompareOrdinal(SortKey, other.SortKey);
    }
}
