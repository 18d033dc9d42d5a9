using Marten;
using Register.EventStore.Marten;

namespace Register.Views.Registration;

/// <summary>What names are found by: an index over the words of each entry's names, and every word there is, by its trigrams.</summary>
/// <remarks>Trigrams of words, not of whole names: words are few, and a name is then found by the words like the ones asked for.</remarks>
public static class NameIndex
{
    internal const string Words = "names.word";

    private const string Entries = $"{MartenLedger.Schema}.mt_doc_registerentry";
    private const string CurrentIndex = "names_of_registerentry", EveryIndex = "all_names_of_registerentry";
    private const string Former = "coalesce(data ->> 'formerNames', '')";

    /// <summary>The words of the name held now, as SQL over a row.</summary>
    internal const string CurrentNames = $"to_tsvector('simple'::regconfig, {LettersOpen} data ->> 'searchName' {LettersClose})";

    /// <summary>The words of every name held, now or before, as SQL over a row.</summary>
    internal const string EveryName = $"to_tsvector('simple'::regconfig, {LettersOpen} (data ->> 'searchName') || ' ' || {Former} {LettersClose})";

    // New entries are few and searches many: none of them has to read a list of what is not in the index yet.
    private const string AtOnce = "with (fastupdate = off)";

    // As SearchName.Words has it.
    private const string LettersOpen = "regexp_replace(replace(", LettersClose = ", '''', ''), '[^a-z0-9]+', ' ', 'g')";

    /// <summary>Makes what is not there yet: it needs the tables of the views. What an older register has entered is taken in.</summary>
    public const string Statements = $"""
        create extension if not exists pg_trgm;
        create schema if not exists names;
        create table if not exists {Words} (word text primary key, is_current boolean not null);
        create index if not exists word_trigrams on {Words} using gin (word gin_trgm_ops) {AtOnce};
        create index if not exists {CurrentIndex} on {Entries} using gin ({CurrentNames}) {AtOnce};
        create index if not exists {EveryIndex} on {Entries} using gin ({EveryName}) {AtOnce};
        insert into {Words} (word, is_current)
        select word, bool_or(is_current) from (
          select unnest(tsvector_to_array({CurrentNames})) as word, true as is_current from {Entries}
          union all select unnest(tsvector_to_array({EveryName})), false from {Entries}) as entered
        where not exists (select from {Words}) group by word;
        """;

    /// <summary>Tells Marten that the indexes are no mistake.</summary>
    internal static void KeepNameIndexes(this StoreOptions options) =>
        options.Schema.For<RegisterEntry>().IgnoreIndex(CurrentIndex).IgnoreIndex(EveryIndex);

    /// <summary>Takes in the words of entries. A word stays when nobody is called so any more: it then leads to nobody.</summary>
    internal static void TakeIn(IDocumentOperations operations, IEnumerable<RegisterEntry> entries)
    {
        var words = entries
            .SelectMany(e => SearchName.Words(e.SearchName).Select(word => (Word: word, IsCurrent: true))
                .Concat(SearchName.Words(e.FormerNames).Select(word => (Word: word, IsCurrent: false))))
            .GroupBy(w => w.Word, w => w.IsCurrent)
            .Select(w => (Word: w.Key, IsCurrent: w.Any(isCurrent => isCurrent)))
            .OrderBy(w => w.Word, StringComparer.Ordinal)
            .ToList();
        operations.QueueSqlCommand(
            $"""
            insert into {Words} (word, is_current) select * from unnest(?::text[], ?::boolean[])
            on conflict (word) do update set is_current = true where excluded.is_current and not {Words}.is_current
            """,
            words.Select(w => w.Word).ToArray(),
            words.Select(w => w.IsCurrent).ToArray());
    }
}
