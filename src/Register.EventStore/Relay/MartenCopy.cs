using System.Data;
using Npgsql;
using Register.Domain;
using Register.EventStore.Ledger;
using Register.EventStore.Marten;

namespace Register.EventStore.Relay;

/// <summary>The copy in Marten's event tables, from which the views are built as they are from the ledger in PostgreSQL.</summary>
/// <remarks>A batch is one transaction: the checkpoint moves by compare-and-set, and the events are added each at its stream's version. So a
/// crash anywhere neither skips nor repeats an event, and of two relays one copies a batch. Nothing is ever overwritten.</remarks>
public sealed class MartenCopy(NpgsqlDataSource dataSource) : ICopy
{
    /// <summary>Makes the table of the checkpoint where it is not there yet.</summary>
    public const string Tables = """
        create schema if not exists relay;
        create table if not exists relay.checkpoint (
            only_row boolean primary key default true check (only_row),
            position bigint not null, stream text, version bigint, event_id uuid, moved_at timestamptz);
        insert into relay.checkpoint (position) values (0) on conflict do nothing;
        """;

    private const string Move = """
        update relay.checkpoint set position = $1, stream = $2, version = $3, event_id = $4, moved_at = now()
        where position = $5 and event_id is not distinct from $6
        """;

    /// <inheritdoc />
    public async Task<Checkpoint> Checkpoint(CancellationToken cancellation)
    {
        await using var select = dataSource.CreateCommand($"""
            select position, stream, version, event_id, position = 0 and exists (select from {MartenLedger.Schema}.mt_events) from relay.checkpoint
            """);
        await using var reader = await select.ExecuteReaderAsync(cancellation);
        if (!await reader.ReadAsync(cancellation))
            throw new CopyDiffersException("The relay's checkpoint was deleted: nobody knows what was copied. Start on an empty database.");
        if (reader.GetBoolean(4))
            throw new ForeignLedgerException("PostgreSQL holds events that no relay has copied: it was a ledger itself. Start on an empty database.");
        return reader.IsDBNull(1)
            ? new(reader.GetInt64(0), null)
            : new(reader.GetInt64(0), new(StreamId.Parse(reader.GetString(1)), reader.GetInt64(2), reader.GetGuid(3)));
    }

    /// <summary>The position in the ledger and the sequence in the copy of the last event copied, both of one moment; 0 where nothing is.</summary>
    public async Task<(long Position, long Sequence)> Last(CancellationToken cancellation)
    {
        await using var exists = dataSource.CreateCommand("select to_regclass('relay.checkpoint') is not null");
        if (await exists.ExecuteScalarAsync(cancellation) is false)
            return (0, 0);
        await using var select = dataSource.CreateCommand(
            $"select position, (select coalesce(max(seq_id), 0) from {MartenLedger.Schema}.mt_events) from relay.checkpoint");
        await using var reader = await select.ExecuteReaderAsync(cancellation);
        return await reader.ReadAsync(cancellation) ? (reader.GetInt64(0), reader.GetInt64(1)) : (0, 0);
    }

    /// <summary>Whether there are any events, copied or not.</summary>
    public async Task<bool> HoldsEvents(CancellationToken cancellation)
    {
        await using var select = dataSource.CreateCommand($"select exists (select from {MartenLedger.Schema}.mt_events)");
        return (bool)(await select.ExecuteScalarAsync(cancellation))!;
    }

    /// <summary>The positions in the ledger of the last events copied up to each of these sequences.</summary>
    public async Task<IReadOnlyDictionary<long, long>> Positions(IReadOnlyCollection<long> sequences, CancellationToken cancellation)
    {
        await using var select = dataSource.CreateCommand($"""
            select s.seq, coalesce((select (e.headers ->> 'position')::bigint from {MartenLedger.Schema}.mt_events e
                where e.seq_id <= s.seq order by e.seq_id desc limit 1), 0)
            from unnest($1) as s (seq)
            """);
        select.Parameters.Add(new() { Value = sequences.Distinct().ToArray() });
        var positions = new Dictionary<long, long>();
        await using var reader = await select.ExecuteReaderAsync(cancellation);
        while (await reader.ReadAsync(cancellation))
            positions[reader.GetInt64(0)] = reader.GetInt64(1);
        return positions;
    }

    /// <inheritdoc />
    public async Task<bool> Write(Checkpoint after, IReadOnlyList<LedgerEvent> events, CancellationToken cancellation)
    {
        var rows = new EventRows();
        rows.Add(events);
        await using var connection = await dataSource.OpenConnectionAsync(cancellation);
        await using var transaction = await connection.BeginTransactionAsync(IsolationLevel.ReadCommitted, cancellation);

        // The checkpoint first: who has lost takes no sequences, and so leaves no gap for the projections to wait at.
        await using (var move = new NpgsqlBatch(connection, transaction) { BatchCommands = { LedgerLock.Take(), Moved(after, events[^1]) } })
        {
            await move.ExecuteNonQueryAsync(cancellation);
            if (move.BatchCommands[1].RecordsAffected == 0)
                return false;
        }
        await Insert(rows, events, connection, transaction, cancellation);
        await transaction.CommitAsync(cancellation);
        return true;
    }

    private static NpgsqlBatchCommand Moved(Checkpoint after, LedgerEvent last) => new(Move)
    {
        Parameters =
        {
            new() { Value = last.Position },
            new() { Value = last.Stream.ToString() },
            new() { Value = last.Version },
            new() { Value = last.Event.Id },
            new() { Value = after.Position },
            new() { Value = (object?)after.Last?.Id ?? DBNull.Value, NpgsqlDbType = NpgsqlTypes.NpgsqlDbType.Uuid },
        },
    };

    private static async Task Insert(
        EventRows rows, IReadOnlyList<LedgerEvent> events, NpgsqlConnection connection, NpgsqlTransaction transaction, CancellationToken cancellation)
    {
        var found = new Dictionary<string, long>();
        await using (var insert = new NpgsqlBatch(connection, transaction) { BatchCommands = { rows.Statement() } })
        await using (var reader = await insert.ExecuteReaderAsync(cancellation))
        {
            while (await reader.ReadAsync(cancellation))
                found[reader.GetString(0)] = reader.GetInt64(1);
        }
        var first = events.DistinctBy(e => e.Stream).FirstOrDefault(e => found[e.Stream.ToString()] != e.Version - 1);
        if (first is not null)
            throw new CopyDiffersException(
                $"The copy has {first.Stream} at version {found[first.Stream.ToString()]}, where the ledger goes on with {Relay.Checkpoint.At(first).Last}.");
    }
}
