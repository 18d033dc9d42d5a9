using System.Text.Json;
using Npgsql;
using Register.Domain;
using Register.EventStore.Ledger;

namespace Register.EventStore.Marten;

/// <summary>Reads Marten's event table as it stands, the data of an event as bytes.</summary>
internal static class EventReads
{
    private const string Columns = $"""
        select stream_id, version, seq_id, id, type, data::text, timestamp, correlation_id, causation_id, headers::text
        from {MartenLedger.Schema}.mt_events
        """;

    /// <summary>One stream from a version on.</summary>
    public static NpgsqlCommand Stream(StreamId stream, long fromVersion) => new($"{Columns} where stream_id = $1 and version >= $2 order by version")
    {
        Parameters = { new() { Value = stream.ToString() }, new() { Value = fromVersion } },
    };

    /// <summary>A page of one stream, newest first, from a version or from its end.</summary>
    public static NpgsqlCommand StreamBackward(StreamId stream, long? fromVersion, int count) =>
        new($"{Columns} where stream_id = $1 and version <= $2 order by version desc limit $3")
        {
            Parameters = { new() { Value = stream.ToString() }, new() { Value = fromVersion ?? long.MaxValue }, new() { Value = count } },
        };

    /// <summary>A page of the ledger after a position.</summary>
    public static NpgsqlCommand All(long afterPosition, int count) => new($"{Columns} where seq_id > $1 order by seq_id limit $2")
    {
        Parameters = { new() { Value = afterPosition }, new() { Value = count } },
    };

    /// <summary>The last event of the ledger.</summary>
    public static NpgsqlCommand Last() => new($"{Columns} order by seq_id desc limit 1");

    /// <summary>What a read finds.</summary>
    public static async Task<IReadOnlyList<LedgerEvent>> Events(NpgsqlCommand read, CancellationToken cancellation)
    {
        var events = new List<LedgerEvent>();
        await using var reader = await read.ExecuteReaderAsync(cancellation);
        while (await reader.ReadAsync(cancellation))
            events.Add(Event(reader));
        return events;
    }

    private static LedgerEvent Event(NpgsqlDataReader row) => new(
        StreamId.Parse(row.GetString(0)),
        row.GetInt64(1),
        row.GetInt64(2),
        new(row.GetGuid(3), row.GetString(4), row.GetFieldValue<byte[]>(5), Metadata(row)));

    private static EventMetadata Metadata(NpgsqlDataReader row) => MartenEvents.Metadata(
        JsonSerializer.Deserialize<Dictionary<string, string>>(row.GetString(9), EventJson.Options)!.GetValueOrDefault,
        row.GetFieldValue<DateTimeOffset>(6),
        row.GetString(7),
        row.IsDBNull(8) ? null : row.GetString(8));
}
