using System.Collections.Immutable;
using System.Text.Json;
using Marten;
using Npgsql;
using Register.Domain.FitnessToPractise;
using Register.Domain.Registration;
using Register.EventStore;

namespace Register.Views.Registration;

/// <summary>What of an entry is published on a day.</summary>
/// <param name="Lines">The lines of its cases that are published on the day.</param>
public sealed record PublishedEntry(PublishableEntry Entry, ImmutableArray<CaseStanding> Lines)
{
    /// <summary>What was published on a day, by a state of then.</summary>
    public static PublishedEntry Of(RegistrantState state, DateOnly day)
    {
        var publishable = Publishable.Of(state);
        return new(publishable.Entry, [.. publishable.LinesOn(day)]);
    }

    /// <summary>What everybody may see of a date (R32).</summary>
    /// <param name="today">The day that this is published on.</param>
    public PublicView On(DateOnly asAt, DateOnly today) => PublicView.On(asAt, today, Entry, Lines);
}

/// <summary>The entries as everybody may see them, written beside the register and read apart from it: a row is as long, and as quick to read, whatever
/// there is that is not published (R28).</summary>
public sealed class PublishedEntries(NpgsqlDataSource dataSource, ViewReader views) : IAsyncDisposable
{
    internal const string Entries = "published.entry";

    private const string Lines = "published.line";

    /// <summary>What is written beside the register: emptied with it.</summary>
    internal static IReadOnlyList<string> Tables { get; } = [Entries, Lines, NameIndex.Words];

    /// <summary>Makes the tables that are not there yet.</summary>
    public static string Statements { get; } = $"""
        create schema if not exists published;
        create table if not exists {Entries} (id text primary key, sort_key text not null, name text not null, entry text not null);
        create table if not exists {Lines} (
          entry text not null, position int not null, shown_from date not null, shown_until date not null, standing text not null, primary key (entry, position));
        {OwnTables.Index(Lines, "line_shown", "(entry, shown_from)")}
        """;

    private readonly GroupedRows _rows = new(dataSource, $$"""
        select id, '{"entry":' || entry || ',"lines":[' || coalesce((
          select string_agg(standing, ',' order by position) from {{Lines}} as line where line.entry = id and shown_from <= $2 and $2 <= shown_until), '') || ']}'
        from {{Entries}} where id = any($1)
        """);

    /// <summary>What is published of one entry; null when there is none.</summary>
    /// <exception cref="ViewBehindException">The register's view is being built anew.</exception>
    /// <exception cref="LedgerUnavailableException">The database cannot be reached.</exception>
    public Task<PublishedEntry?> Get(RegistrationNumber number, DateOnly today, CancellationToken cancellation) =>
        views.Guard<RegisterEntry, PublishedEntry?>(async () =>
            await _rows.Read(number.Stream.ToString(), today, cancellation) is { } row ? Parse(row) : null);

    /// <summary>What is published of many, by their ids, with one query; those that do not exist are left out.</summary>
    /// <exception cref="ViewBehindException">The register's view is being built anew.</exception>
    /// <exception cref="LedgerUnavailableException">The database cannot be reached.</exception>
    public Task<IReadOnlyDictionary<string, PublishedEntry>> GetMany(IReadOnlyCollection<string> ids, DateOnly today) =>
        views.Guard<RegisterEntry, IReadOnlyDictionary<string, PublishedEntry>>(async () => ids.Count == 0
            ? ImmutableDictionary<string, PublishedEntry>.Empty
            : (await _rows.ReadMany(ids, today)).ToDictionary(row => row.Key, row => Parse(row.Value)));

    public ValueTask DisposeAsync() => _rows.DisposeAsync();

    /// <summary>Takes in entries as they now are. What says the same as before is not touched.</summary>
    internal static void TakeIn(IDocumentOperations operations, IReadOnlyCollection<RegisterEntry> rows)
    {
        var published = rows.Select(row => (Row: row, Publishable: Publishable.Of(row.State))).ToList();
        operations.QueueSqlCommand(
            $"""
            insert into {Entries} as known (id, sort_key, name, entry) select * from unnest(?::text[], ?::text[], ?::text[], ?::text[])
            on conflict (id) do update set sort_key = excluded.sort_key, name = excluded.name, entry = excluded.entry
            where (known.sort_key, known.name, known.entry) is distinct from (excluded.sort_key, excluded.name, excluded.entry)
            """,
            published.Select(p => p.Row.Id).ToArray(),
            published.Select(p => p.Row.SortKey).ToArray(),
            published.Select(p => p.Row.SearchName).ToArray(),
            published.Select(p => JsonSerializer.Serialize(p.Publishable.Entry, EventJson.Options)).ToArray());
        operations.QueueSqlCommand(
            $"""
            delete from {Lines} as line using unnest(?::text[], ?::int[]) as now (entry, count)
            where line.entry = now.entry and line.position >= now.count
            """,
            published.Select(p => p.Row.Id).ToArray(),
            published.Select(p => p.Publishable.Lines.Length).ToArray());
        var lines = published.SelectMany(p => p.Publishable.Lines.Select((line, position) => (p.Row.Id, Position: position, Line: line))).ToList();
        if (lines.Count == 0)
            return;
        operations.QueueSqlCommand(
            $"""
            insert into {Lines} as known (entry, position, shown_from, shown_until, standing)
            select * from unnest(?::text[], ?::int[], ?::date[], ?::date[], ?::text[])
            on conflict (entry, position) do update set shown_from = excluded.shown_from, shown_until = excluded.shown_until, standing = excluded.standing
            where (known.shown_from, known.shown_until, known.standing) is distinct from (excluded.shown_from, excluded.shown_until, excluded.standing)
            """,
            lines.Select(l => l.Id).ToArray(),
            lines.Select(l => l.Position).ToArray(),
            lines.Select(l => l.Line.ShownFrom).ToArray(),
            lines.Select(l => l.Line.ShownUntil).ToArray(),
            lines.Select(l => JsonSerializer.Serialize(l.Line.Standing, EventJson.Options)).ToArray());
    }

    private static PublishedEntry Parse(byte[] row) => JsonSerializer.Deserialize<PublishedEntry>(row, EventJson.Options)!;
}
