using Npgsql;
using NpgsqlTypes;

namespace Register.EventStore.Keys;

/// <summary>The keys of persons as they are kept: wrapped, in PostgreSQL in a schema of their own; a destroyed one without its secret.</summary>
internal sealed class PersonKeyTable(NpgsqlDataSource dataSource)
{
    private const string Statements = """
        create schema if not exists keys;
        create table if not exists keys.person (
            id bigint primary key, master text not null, wrapped bytea, made_at timestamptz not null default now(), destroyed_at timestamptz);
        create table if not exists keys.current_master (one boolean primary key default true check (one), id text not null);
        """;

    private const long RotationLock = 0x534F4E_524F5441; // "SONROTA"

    private bool _isMade;

    /// <summary>Adds keys that one master key wrapped, unless another instance has put another in its place.</summary>
    /// <returns>Whether they are on record.</returns>
    public async Task<bool> Add(IReadOnlyList<WrappedKey> keys, CancellationToken cancellation)
    {
        await Make();
        await using var insert = dataSource.CreateCommand("""
            with current as (select id from keys.current_master where id = $1 for share)
            insert into keys.person (id, master, wrapped) select n.id, current.id, n.wrapped from current, unnest($2, $3) as n (id, wrapped)
            """);
        insert.Parameters.AddRange((NpgsqlParameter[])[new() { Value = keys[0].Master }, Ids(keys), Wrapped(keys)]);
        return await insert.ExecuteNonQueryAsync(cancellation) > 0;
    }

    /// <summary>The keys whose ids lie in a range, its end not included, and the ids of those that are destroyed.</summary>
    public async Task<(IReadOnlyList<WrappedKey> Keys, IReadOnlyList<long> Destroyed)> Read(long from, long until, CancellationToken cancellation)
    {
        await Make();
        var (keys, destroyed) = (new List<WrappedKey>(), new List<long>());
        await using var select = dataSource.CreateCommand("select id, master, wrapped from keys.person where id >= $1 and id < $2");
        select.Parameters.AddRange((NpgsqlParameter[])[new() { Value = from }, new() { Value = until }]);
        await using var reader = await select.ExecuteReaderAsync(cancellation);
        while (await reader.ReadAsync(cancellation))
        {
            if (await reader.IsDBNullAsync(2, cancellation))
                destroyed.Add(reader.GetInt64(0));
            else
                keys.Add(new(reader.GetInt64(0), reader.GetString(1), reader.GetFieldValue<byte[]>(2)));
        }
        return (keys, destroyed);
    }

    /// <summary>One of the keys that each of these master keys wraps.</summary>
    public async Task<IReadOnlyList<WrappedKey>> OneOfEach(IEnumerable<string> masters, CancellationToken cancellation)
    {
        await using var select = dataSource.CreateCommand("""
            select k.id, k.master, k.wrapped from unnest($1) as m (id)
            cross join lateral (select id, master, wrapped from keys.person where master = m.id and wrapped is not null limit 1) k
            """);
        select.Parameters.Add(new() { Value = masters.ToArray() });
        var keys = new List<WrappedKey>();
        await using var reader = await select.ExecuteReaderAsync(cancellation);
        while (await reader.ReadAsync(cancellation))
            keys.Add(new(reader.GetInt64(0), reader.GetString(1), reader.GetFieldValue<byte[]>(2)));
        return keys;
    }

    /// <summary>How many of these keys are on record, destroyed or not.</summary>
    public async Task<long> CountOf(IReadOnlyCollection<long> ids, CancellationToken cancellation)
    {
        await Make();
        await using var count = dataSource.CreateCommand("select count(*) from keys.person where id = any ($1)");
        count.Parameters.Add(new() { Value = ids.ToArray() });
        return (long)(await count.ExecuteScalarAsync(cancellation))!;
    }

    /// <summary>Destroys keys, for ever.</summary>
    public async Task Destroy(IReadOnlyCollection<long> ids, CancellationToken cancellation)
    {
        await Make();
        await using var destroy = dataSource.CreateCommand(
            "update keys.person set wrapped = null, destroyed_at = now() where id = any ($1) and wrapped is not null");
        destroy.Parameters.Add(new() { Value = ids.ToArray() });
        if (await destroy.ExecuteNonQueryAsync(cancellation) == 0)
            return;
        // The row's former version is on the disk until it is vacuumed.
        await using var vacuum = dataSource.CreateCommand("vacuum keys.person");
        await vacuum.ExecuteNonQueryAsync(cancellation);
    }

    /// <summary>How many keys there are, how many of them destroyed, and which master keys wrap them.</summary>
    public async Task<KeyCounts> Count(CancellationToken cancellation)
    {
        await Make();
        await using var count = dataSource.CreateCommand("select master, count(wrapped), count(*) from keys.person group by master");
        await using var reader = await count.ExecuteReaderAsync(cancellation);
        var (wrapped, all) = (new SortedDictionary<string, long>(StringComparer.Ordinal), 0L);
        while (await reader.ReadAsync(cancellation))
        {
            all += reader.GetInt64(2);
            if (reader.GetInt64(1) > 0)
                wrapped[reader.GetString(0)] = reader.GetInt64(1);
        }
        return new(all, all - wrapped.Values.Sum(), wrapped);
    }

    /// <summary>Says which master key wraps: all instances follow.</summary>
    public async Task UseMaster(string id, CancellationToken cancellation)
    {
        await Make();
        await using var update = dataSource.CreateCommand(
            "insert into keys.current_master (id) values ($1) on conflict (one) do update set id = excluded.id");
        update.Parameters.Add(new() { Value = id });
        await update.ExecuteNonQueryAsync(cancellation);
    }

    /// <summary>Waits until no other instance rotates the master key, and keeps them waiting until what is returned is disposed of.</summary>
    public async Task<IAsyncDisposable> TakeTurn(CancellationToken cancellation)
    {
        var connection = await dataSource.OpenConnectionAsync(cancellation);
        try
        {
            // Of one transaction that is never committed: the lock is gone with it, or with the connection.
            var transaction = await connection.BeginTransactionAsync(cancellation);
            await using var take = new NpgsqlCommand($"select pg_advisory_xact_lock({RotationLock})", connection, transaction) { CommandTimeout = 0 };
            await take.ExecuteNonQueryAsync(cancellation);
            return connection;
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
    }

    /// <summary>Replaces some of the keys that another master key than this one wraps, in one transaction that holds them.</summary>
    /// <param name="current">The master key.</param>
    /// <param name="most">How many at most.</param>
    /// <param name="wrap">Wraps them anew.</param>
    /// <param name="cancellation">Breaks it off.</param>
    /// <returns>How many there were.</returns>
    public async Task<int> WrapAnew(
        string current, int most, Func<IReadOnlyList<WrappedKey>, Task<IReadOnlyList<WrappedKey>>> wrap, CancellationToken cancellation)
    {
        await using var connection = await dataSource.OpenConnectionAsync(cancellation);
        await using var transaction = await connection.BeginTransactionAsync(cancellation);
        var old = new List<WrappedKey>();
        await using (var select = new NpgsqlCommand(
            "select id, master, wrapped from keys.person where master <> $1 and wrapped is not null order by id limit $2 for update", connection, transaction)
        {
            Parameters = { new() { Value = current }, new() { Value = most } },
        })
        await using (var reader = await select.ExecuteReaderAsync(cancellation))
        {
            while (await reader.ReadAsync(cancellation))
                old.Add(new(reader.GetInt64(0), reader.GetString(1), reader.GetFieldValue<byte[]>(2)));
        }
        if (old.Count == 0)
            return 0;

        var anew = await wrap(old);
        await using var update = new NpgsqlCommand(
            "update keys.person p set master = $1, wrapped = n.wrapped from unnest($2, $3) as n (id, wrapped) where p.id = n.id", connection, transaction)
        {
            Parameters = { new() { Value = anew[0].Master }, Ids(anew), Wrapped(anew) },
        };
        await update.ExecuteNonQueryAsync(cancellation);
        await transaction.CommitAsync(cancellation);
        return old.Count;
    }

    private async ValueTask Make()
    {
        if (_isMade)
            return;
        await OwnTables.Make(dataSource, Statements);
        _isMade = true;
    }

    private static NpgsqlParameter Ids(IEnumerable<WrappedKey> keys) =>
        new() { NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Bigint, Value = keys.Select(k => k.Id).ToArray() };

    private static NpgsqlParameter Wrapped(IEnumerable<WrappedKey> keys) =>
        new() { NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Bytea, Value = keys.Select(k => k.Wrapped).ToArray() };
}

/// <summary>What there is of keys.</summary>
/// <param name="All">How many were ever made.</param>
/// <param name="Destroyed">How many of them are destroyed.</param>
/// <param name="ByMaster">How many each master key wraps.</param>
public sealed record KeyCounts(long All, long Destroyed, IReadOnlyDictionary<string, long> ByMaster);
