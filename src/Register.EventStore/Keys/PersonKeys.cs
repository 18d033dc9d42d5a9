using System.Collections.Concurrent;
using System.Security.Cryptography;
using Microsoft.Extensions.Caching.Memory;
using Npgsql;
using NpgsqlTypes;

namespace Register.EventStore.Keys;

/// <summary>The keys of persons, in PostgreSQL in a schema of their own, each wrapped by the master key. To destroy one is to erase a person.</summary>
/// <remarks>Keys are made and read in blocks, before they are needed: what one person's event costs is a share of one statement. The number of a block
/// is drawn by lot, for what was sealed outlives a database that is put back to an older day: no number is given out a second time. A block is kept in memory for a minute,
/// which is how long another instance may go on reading what was erased.</remarks>
public sealed class PersonKeys(NpgsqlDataSource dataSource, IMasterKey master) : IDisposable
{
    /// <summary>How many keys a block holds: key n is in block n / BlockSize.</summary>
    public const int BlockSize = 256;

    private const int BlocksKept = 4096;

    // With this many left the next block is made, while they last.
    private const int Reserve = BlockSize / 2;

    // With the place in the block, few enough digits for every reader of JSON numbers.
    private const long BlockNumbers = 1L << 40;

    private const string Tables = """
        create schema if not exists keys;
        create table if not exists keys.person (
            id bigint primary key, master text not null, wrapped bytea, made_at timestamptz not null default now(), destroyed_at timestamptz);
        create table if not exists keys.current_master (one boolean primary key default true check (one), id text not null);
        """;

    private static readonly TimeSpan Kept = TimeSpan.FromMinutes(1);

    private readonly MemoryCache _blocks = new(new MemoryCacheOptions { SizeLimit = BlocksKept });
    private readonly ConcurrentQueue<PersonKey> _unused = new();
    private readonly SemaphoreSlim _making = new(1);
    private bool _hasTables;
    private int _isMakingAhead;

    /// <summary>A key that nobody has had yet.</summary>
    public async ValueTask<PersonKey> New(CancellationToken cancellation)
    {
        PersonKey? key;
        while (!_unused.TryDequeue(out key))
            await MakeBlock(cancellation);
        if (_unused.Count < Reserve && Interlocked.Exchange(ref _isMakingAhead, 1) == 0)
            _ = Task.Run(MakeAhead, CancellationToken.None);
        return key;
    }

    /// <summary>A key by its id; null when it was destroyed.</summary>
    /// <exception cref="MasterKeyException">It is not there, or cannot be unwrapped.</exception>
    public async ValueTask<PersonKey?> Find(long id, CancellationToken cancellation)
    {
        var block = _blocks.TryGetValue(id / BlockSize, out Block? kept) ? kept! : await ReadBlock(id / BlockSize, cancellation);
        return block.TryGetValue(id, out var key)
            ? key
            : throw new MasterKeyException($"Key {id} is not among the keys of persons: they belong to another ledger, or to an older time of this one.");
    }

    /// <summary>Whether all of these keys are on record, destroyed or not. It takes no master key to know.</summary>
    public async Task<bool> AreThere(IReadOnlyCollection<long> ids, CancellationToken cancellation)
    {
        await MakeTables();
        await using var count = dataSource.CreateCommand("select count(*) from keys.person where id = any ($1)");
        count.Parameters.Add(new() { Value = ids.Distinct().ToArray() });
        return (long)(await count.ExecuteScalarAsync(cancellation))! == ids.Distinct().Count();
    }

    /// <summary>Destroys keys: what was sealed with them is unreadable for ever.</summary>
    public async Task Destroy(IReadOnlyCollection<long> ids, CancellationToken cancellation)
    {
        await MakeTables();
        await using var destroy = dataSource.CreateCommand(
            "update keys.person set wrapped = null, destroyed_at = now() where id = any ($1) and wrapped is not null");
        destroy.Parameters.Add(new() { Value = ids.ToArray() });
        if (await destroy.ExecuteNonQueryAsync(cancellation) > 0)
        {
            // The row's former version is on the disk until it is vacuumed.
            await using var vacuum = dataSource.CreateCommand("vacuum keys.person");
            await vacuum.ExecuteNonQueryAsync(cancellation);
        }
        foreach (var block in ids.Select(id => id / BlockSize).Distinct())
            _blocks.Remove(block);
    }

    /// <summary>How many keys there are, how many of them destroyed, and which master keys wrap them.</summary>
    public async Task<KeyCounts> Count(CancellationToken cancellation)
    {
        await MakeTables();
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

    /// <summary>Opens one key of each of these master keys' keys.</summary>
    /// <exception cref="MasterKeyException">One cannot be unwrapped.</exception>
    public async Task Check(IEnumerable<string> masters, CancellationToken cancellation)
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
        await master.Unwrap(keys, cancellation);
    }

    /// <summary>Wraps the next block of keys that another master key than the current one wraps; events stay as they are.</summary>
    /// <returns>How many were wrapped anew; none when all are.</returns>
    public async Task<int> WrapAnew(CancellationToken cancellation)
    {
        await MakeTables();
        await UseCurrentMaster(cancellation);
        await using var connection = await dataSource.OpenConnectionAsync(cancellation);
        await using var transaction = await connection.BeginTransactionAsync(cancellation);
        var old = new List<WrappedKey>();
        await using (var select = new NpgsqlCommand(
            "select id, master, wrapped from keys.person where master <> $1 and wrapped is not null order by id limit $2 for update", connection, transaction)
        {
            Parameters = { new() { Value = master.Current }, new() { Value = BlockSize } },
        })
        await using (var reader = await select.ExecuteReaderAsync(cancellation))
        {
            while (await reader.ReadAsync(cancellation))
                old.Add(new(reader.GetInt64(0), reader.GetString(1), reader.GetFieldValue<byte[]>(2)));
        }
        if (old.Count == 0)
            return 0;

        var wrapped = await master.Wrap(await master.Unwrap(old, cancellation), cancellation);
        await using var update = new NpgsqlCommand(
            "update keys.person p set master = $1, wrapped = n.wrapped from unnest($2, $3) as n (id, wrapped) where p.id = n.id", connection, transaction)
        {
            Parameters = { new() { Value = wrapped[0].Master }, Ids(wrapped), Wrapped(wrapped) },
        };
        await update.ExecuteNonQueryAsync(cancellation);
        await transaction.CommitAsync(cancellation);
        return wrapped.Count;
    }

    public void Dispose()
    {
        _blocks.Dispose();
        _making.Dispose();
    }

    private async Task MakeAhead()
    {
        try
        {
            await MakeBlock(CancellationToken.None);
        }
#pragma warning disable CA1031 // Nobody waits for it: whoever needs a key when none is left meets the cause.
        catch (Exception)
#pragma warning restore CA1031
        {
        }
        finally
        {
            Volatile.Write(ref _isMakingAhead, 0);
        }
    }

    private async Task MakeBlock(CancellationToken cancellation)
    {
        await _making.WaitAsync(cancellation);
        try
        {
            if (_unused.Count >= Reserve)
                return;
            await MakeTables();
            var number = NewBlock();
            var keys = Enumerable.Range(0, BlockSize)
                .Select(i => new PersonKey((number * BlockSize) + i, RandomNumberGenerator.GetBytes(Sealing.KeyLength)))
                .ToList();
            while (!await Insert(keys, cancellation))
                await UseCurrentMaster(cancellation);
            Keep(number, new(keys.ToDictionary(k => k.Id, PersonKey? (k) => k)));
            foreach (var key in keys)
                _unused.Enqueue(key);
        }
        finally
        {
            _making.Release();
        }
    }

    private static long NewBlock() => 1 + (long)(BitConverter.ToUInt64(RandomNumberGenerator.GetBytes(sizeof(ulong))) % (ulong)(BlockNumbers - 1));

    // Not with a master key that another instance has put another in the place of: then nothing is inserted.
    private async Task<bool> Insert(List<PersonKey> keys, CancellationToken cancellation)
    {
        var wrapped = await master.Wrap(keys, cancellation);
        await using var insert = dataSource.CreateCommand("""
            with current as (select id from keys.current_master where id = $1 for share)
            insert into keys.person (id, master, wrapped) select n.id, current.id, n.wrapped from current, unnest($2, $3) as n (id, wrapped)
            """);
        insert.Parameters.AddRange((NpgsqlParameter[])[new() { Value = wrapped[0].Master }, Ids(wrapped), Wrapped(wrapped)]);
        return await insert.ExecuteNonQueryAsync(cancellation) > 0;
    }

    // Which master key wraps is for the keeper of master keys to say; the table follows, and makes all instances follow.
    private async Task UseCurrentMaster(CancellationToken cancellation)
    {
        await using var update = dataSource.CreateCommand(
            "insert into keys.current_master (id) values ($1) on conflict (one) do update set id = excluded.id");
        update.Parameters.Add(new() { Value = master.Current });
        await update.ExecuteNonQueryAsync(cancellation);
    }

    private async Task<Block> ReadBlock(long number, CancellationToken cancellation)
    {
        await MakeTables();
        var (wrapped, keys) = (new List<WrappedKey>(), new Dictionary<long, PersonKey?>());
        await using (var select = dataSource.CreateCommand("select id, master, wrapped from keys.person where id >= $1 and id < $2"))
        {
            select.Parameters.AddRange((NpgsqlParameter[])[new() { Value = number * BlockSize }, new() { Value = (number + 1) * BlockSize }]);
            await using var reader = await select.ExecuteReaderAsync(cancellation);
            while (await reader.ReadAsync(cancellation))
            {
                if (await reader.IsDBNullAsync(2, cancellation))
                    keys.Add(reader.GetInt64(0), null);
                else
                    wrapped.Add(new(reader.GetInt64(0), reader.GetString(1), reader.GetFieldValue<byte[]>(2)));
            }
        }
        foreach (var key in await master.Unwrap(wrapped, cancellation))
            keys.Add(key.Id, key);
        return Keep(number, new(keys));
    }

    private Block Keep(long number, Block block) =>
        _blocks.Set(number, block, new MemoryCacheEntryOptions { Size = 1, AbsoluteExpirationRelativeToNow = Kept });

    private async ValueTask MakeTables()
    {
        if (_hasTables)
            return;
        await OwnTables.Make(dataSource, Tables);
        _hasTables = true;
    }

    private static NpgsqlParameter Ids(IEnumerable<WrappedKey> keys) =>
        new() { NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Bigint, Value = keys.Select(k => k.Id).ToArray() };

    private static NpgsqlParameter Wrapped(IEnumerable<WrappedKey> keys) =>
        new() { NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Bytea, Value = keys.Select(k => k.Wrapped).ToArray() };

    private sealed class Block(Dictionary<long, PersonKey?> keys) : Dictionary<long, PersonKey?>(keys);
}

/// <summary>What there is of keys.</summary>
/// <param name="All">How many were ever made.</param>
/// <param name="Destroyed">How many of them are destroyed.</param>
/// <param name="ByMaster">How many each master key wraps.</param>
public sealed record KeyCounts(long All, long Destroyed, IReadOnlyDictionary<string, long> ByMaster);
