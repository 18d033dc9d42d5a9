using System.Text.Json;
using Npgsql;
using NpgsqlTypes;

namespace Register.EventStore.Marten;

/// <summary>Writes any number of events of any number of streams into Marten's own tables with one statement.</summary>
/// <remarks>Marten's append calls a function for each stream; under load that is most of an append's cost. What is written is the same rows:
/// Marten reads them, projects them and rebuilds from them, and the contract suite holds it to that.</remarks>
internal sealed class EventRows
{
    private const string Insert = $"""
        with rows as (
            select * from unnest($1, $2, $3, $4, $5, $6, $7, $8, $9) with ordinality
                as r (stream, version, id, type, data, recorded, correlation, causation, headers, place)
        ), streams as (
            insert into {MartenLedger.Schema}.mt_streams (id, version, timestamp, tenant_id)
            select stream, max(version), now(), '*DEFAULT*' from rows group by stream
            on conflict (id) do update set version = excluded.version, timestamp = excluded.timestamp
        )
        insert into {MartenLedger.Schema}.mt_events
            (seq_id, id, stream_id, version, data, type, timestamp, tenant_id, correlation_id, causation_id, headers, is_archived)
        select nextval('{MartenLedger.Schema}.mt_events_sequence'),
            id, stream, version, data, type, recorded, '*DEFAULT*', correlation, causation, headers, false
        from rows order by place
        """;

    private readonly List<string> _streams = [];
    private readonly List<long> _versions = [];
    private readonly List<Guid> _ids = [];
    private readonly List<string> _types = [];
    private readonly List<string> _data = [];
    private readonly List<DateTimeOffset> _recorded = [];
    private readonly List<string> _correlations = [];
    private readonly List<string?> _causations = [];
    private readonly List<string> _headers = [];

    /// <summary>Whether there is nothing to write.</summary>
    public bool IsEmpty => _ids.Count == 0;

    /// <summary>Adds events to one stream, after a version.</summary>
    public void Add(string stream, long version, IEnumerable<NewEvent> events)
    {
        foreach (var e in events)
        {
            _streams.Add(stream);
            _versions.Add(++version);
            _ids.Add(e.Id);
            _types.Add(EventTypes.NameOf(e.Data));
            _data.Add(JsonSerializer.Serialize(e.Data, e.Data.GetType(), EventJson.Options));
            _recorded.Add(e.Metadata.RecordedAt);
            _correlations.Add(e.Metadata.CorrelationId);
            _causations.Add(e.Metadata.CausationId?.ToString("D"));
            _headers.Add(JsonSerializer.Serialize(MartenEvents.HeadersOf(e.Metadata), EventJson.Options));
        }
    }

    /// <summary>Writes the rows in a transaction.</summary>
    public async Task Write(NpgsqlConnection connection, NpgsqlTransaction transaction)
    {
        await using var insert = new NpgsqlCommand(Insert, connection, transaction)
        {
            Parameters =
            {
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
        await insert.PrepareAsync();
        await insert.ExecuteNonQueryAsync();
    }

    private static NpgsqlParameter Column<T>(NpgsqlDbType type, List<T> values) =>
        new() { NpgsqlDbType = NpgsqlDbType.Array | type, Value = values.ToArray() };
}
