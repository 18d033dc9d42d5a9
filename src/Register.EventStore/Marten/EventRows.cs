using System.Text;
using System.Text.Json;
using Npgsql;
using NpgsqlTypes;
using Register.Domain;
using Register.EventStore.Ledger;

namespace Register.EventStore.Marten;

/// <summary>Appends to any number of streams with one statement, each with its own version check, into Marten's own tables.</summary>
/// <remarks>Marten's append calls a function for each stream; under load that is most of an append's cost. What is written is the same rows:
/// Marten reads them, projects them and rebuilds from them, and the contract suite holds it to that.</remarks>
internal sealed class EventRows
{
    // Answers with the version each stream was found at: where it is not the one expected, nothing of that append is written.
    private const string Append = $"""
        with found as materialized (
            select a.stream, a.expected, coalesce(s.version, 0) as actual
            from unnest($1, $2) as a (stream, expected) left join {MartenLedger.Schema}.mt_streams s on s.id = a.stream
        ), rows as (
            select r.* from unnest($3, $4, $5, $6, $7, $8, $9, $10, $11) with ordinality
                as r (stream, version, id, type, data, recorded, correlation, causation, headers, place)
            join found f on f.stream = r.stream and f.actual = f.expected
        ), streams as (
            insert into {MartenLedger.Schema}.mt_streams (id, version, timestamp, tenant_id)
            select stream, max(version), now(), '*DEFAULT*' from rows group by stream
            on conflict (id) do update set version = excluded.version, timestamp = excluded.timestamp
        ), events as (
            insert into {MartenLedger.Schema}.mt_events
                (seq_id, id, stream_id, version, data, type, timestamp, tenant_id, correlation_id, causation_id, headers, is_archived)
            select nextval('{MartenLedger.Schema}.mt_events_sequence'),
                id, stream, version, data, type, recorded, '*DEFAULT*', correlation, causation, headers, false
            from rows order by place
        )
        select stream, actual from found
        """;

    private readonly List<string> _appends = [];
    private readonly List<long> _expected = [];
    private readonly List<string> _streams = [];
    private readonly List<long> _versions = [];
    private readonly List<Guid> _ids = [];
    private readonly List<string> _types = [];
    private readonly List<string> _data = [];
    private readonly List<DateTimeOffset> _recorded = [];
    private readonly List<string> _correlations = [];
    private readonly List<string?> _causations = [];
    private readonly List<string> _headers = [];

    /// <summary>Adds an append to one stream, at the version it is expected to have.</summary>
    public void Add(string stream, long expectedVersion, IEnumerable<StoredEvent> events)
    {
        Expect(stream, expectedVersion);
        var version = expectedVersion;
        foreach (var e in events)
            Add(stream, ++version, e, MartenEvents.HeadersOf(e.Metadata));
    }

    /// <summary>Adds events as another ledger has them, in its order, whichever their streams are; each knows its place there.</summary>
    /// <exception cref="InvalidDataException">A stream of theirs leaves out a version.</exception>
    public void Add(IEnumerable<LedgerEvent> copies)
    {
        var versions = new Dictionary<StreamId, long>();
        foreach (var e in copies)
        {
            var stream = e.Stream.ToString();
            if (!versions.TryGetValue(e.Stream, out var before))
                Expect(stream, e.Version - 1);
            else if (e.Version != before + 1)
                throw new InvalidDataException($"The ledger gives version {e.Version} of {stream} after version {before}.");
            versions[e.Stream] = e.Version;
            Add(stream, e.Version, e.Event, MartenEvents.HeadersOf(e.Event.Metadata, e.Position));
        }
    }

    /// <summary>The statement that checks and writes; its rows are the streams with the versions they were found at.</summary>
    public NpgsqlBatchCommand Statement() => new(Append)
    {
        Parameters =
        {
            Column(NpgsqlDbType.Varchar, _appends),
            Column(NpgsqlDbType.Bigint, _expected),
            Column(NpgsqlDbType.Varchar, _streams),
            Column(NpgsqlDbType.Bigint, _versions),
            Column(NpgsqlDbType.Uuid, _ids),
            Column(NpgsqlDbType.Varchar, _types),
            Column(NpgsqlDbType.Jsonb, _data),
            Column(NpgsqlDbType.TimestampTz, _recorded),
            Column(NpgsqlDbType.Varchar, _correlations),
            Column(NpgsqlDbType.Varchar, _causations),
            Column(NpgsqlDbType.Jsonb, _headers),
        },
    };

    private void Expect(string stream, long version)
    {
        _appends.Add(stream);
        _expected.Add(version);
    }

    private void Add(string stream, long version, StoredEvent e, Dictionary<string, string> headers)
    {
        _streams.Add(stream);
        _versions.Add(version);
        _ids.Add(e.Id);
        _types.Add(e.Name);
        _data.Add(Encoding.UTF8.GetString(e.Data.Span));
        _recorded.Add(e.Metadata.RecordedAt);
        _correlations.Add(e.Metadata.CorrelationId);
        _causations.Add(e.Metadata.CausationId?.ToString("D"));
        _headers.Add(JsonSerializer.Serialize(headers, EventJson.Options));
    }

    private static NpgsqlParameter Column<T>(NpgsqlDbType type, List<T> values) =>
        new() { NpgsqlDbType = NpgsqlDbType.Array | type, Value = values.ToArray() };
}
