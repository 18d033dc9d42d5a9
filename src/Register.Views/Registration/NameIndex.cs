using Marten;
using Register.EventStore;
using Register.EventStore.Marten;

namespace Register.Views.Registration;

/// <summary>What names are found by: indexes over the words of each entry's names, and every word there is, by its trigrams.</summary>
/// <remarks>Trigrams of words, not of whole names: words are few, and a name is then found by the words like the ones asked for.</remarks>
public static class NameIndex
{
    internal const string Words = "names.word";

    private const string Entries = $"{MartenLedger.Schema}.mt_doc_registerentry";
    private const string EveryIndex = "all_names_of_registerentry";
    private const string Former = "coalesce(data ->> 'formerNames', '')";

    // The words of the name held now; of every name held, now or before.
    private const string CurrentNames = $"to_tsvector('simple'::regconfig, {LettersOpen} name {LettersClose})";
    private const string EveryName = $"to_tsvector('simple'::regconfig, {LettersOpen} (data ->> 'searchName') || ' ' || {Former} {LettersClose})";

    // New entries are few and searches many: none of them has to read a list of what is not in the index yet.
    private const string AtOnce = "with (fastupdate = off)";

    // As SearchName.Words has it.
    private const string LettersOpen = "regexp_replace(replace(", LettersClose = ", '''', ''), '[^a-z0-9]+', ' ', 'g')";

    /// <summary>Makes what is not there yet: it needs the tables of the views, and of what is published. What an older register has entered is taken in.</summary>
    public static string Statements { get; } = $"""
        create extension if not exists pg_trgm;
        create schema if not exists names;
        create table if not exists {Words} (word text primary key, is_current boolean not null);
        {OwnTables.Index(Words, "word_trigrams", $"using gin (word gin_trgm_ops) {AtOnce}")}
        {OwnTables.Index(PublishedEntries.Entries, "names_of_entry", $"using gin ({CurrentNames}) {AtOnce}")}
        {OwnTables.Index(Entries, EveryIndex, $"using gin ({EveryName}) {AtOnce}")}
        drop index if exists {MartenLedger.Schema}.names_of_registerentry;
        insert into {Words} (word, is_current)
        select word, bool_or(is_current) from (
          select unnest(tsvector_to_array({CurrentNames})) as word, true as is_current from {PublishedEntries.Entries}
          union all select unnest(tsvector_to_array({EveryName})), false from {Entries}) as entered
        where not exists (select from {Words}) group by word order by word on conflict do nothing;
        """;

    /// <summary>What a search reads, with its columns id, name, sort_key and words: of the public, what is published alone, so that it takes as long
    /// whatever there is that is not.</summary>
    internal static string Searched(NamesSearched names) => names is NamesSearched.Current
        ? $"(select id, name, sort_key, {CurrentNames} as words from {PublishedEntries.Entries}) as entries"
        : $"(select id, data ->> 'searchName' as name, data ->> 'sortKey' as sort_key, {EveryName} as words from {Entries}) as entries";

    /// <summary>Tells Marten that the index is no mistake.</summary>
    internal static void KeepNameIndex(this StoreOptions options) => options.Schema.For<RegisterEntry>().IgnoreIndex(EveryIndex);

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
