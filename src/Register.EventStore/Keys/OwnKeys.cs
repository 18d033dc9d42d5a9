using System.Security.Cryptography;
using Npgsql;

namespace Register.EventStore.Keys;

/// <summary>The keys that the register has for itself, made when first asked for, the same for all instances, each wrapped by the master key (R37).</summary>
/// <remarks>They are in the register's database, in the schema "keys", and never destroyed.</remarks>
public sealed class OwnKeys(NpgsqlDataSource dataSource, IMasterKey master)
{
    /// <summary>The name of the key of identity hashes (R14).</summary>
    public const string Identity = "identity";

    // Former versions had a column "value": they fail at this table, and never take what is wrapped for the key.
    private const string Table = "create table if not exists keys.secret (name text primary key, master text not null, wrapped bytea not null)";

    private bool _isReady;

    /// <summary>The key of 32 bytes under a name; whoever is first makes it.</summary>
    /// <exception cref="MasterKeyException">It cannot be unwrapped.</exception>
    public async Task<byte[]> Get(string name, CancellationToken cancellation)
    {
        await TakeOver();
        await using var connection = await dataSource.OpenConnectionAsync(cancellation);
        var there = await All(connection, cancellation);
        if (!there.Exists(k => k.Name == name))
        {
            await using var transaction = await connection.BeginTransactionAsync(cancellation);
            await OneAtATime(connection, cancellation);
            await Insert(connection, new(name, RandomNumberGenerator.GetBytes(Sealing.KeyLength)), cancellation);
            await transaction.CommitAsync(cancellation);
            there = await All(connection, cancellation);
        }
        return (await master.Unwrap(there.Single(k => k.Name == name), cancellation)).Secret;
    }

    /// <summary>Whether there is a key under a name. It takes no master key to know.</summary>
    public async Task<bool> IsThere(string name, CancellationToken cancellation)
    {
        await TakeOver();
        await using var connection = await dataSource.OpenConnectionAsync(cancellation);
        return (await All(connection, cancellation)).Exists(k => k.Name == name);
    }

    /// <summary>How many keys each master key wraps; nothing is made or taken over for that.</summary>
    public async Task<IReadOnlyDictionary<string, long>> Count(CancellationToken cancellation)
    {
        await using var connection = await dataSource.OpenConnectionAsync(cancellation);
        return await CountIn(connection, cancellation);
    }

    /// <summary>As above, in any database of a register, whichever version wrote it: where none is wrapped, there is none.</summary>
    public static async Task<IReadOnlyDictionary<string, long>> CountIn(NpgsqlConnection connection, CancellationToken cancellation) =>
        await Has(connection, "master", cancellation)
            ? (await All(connection, cancellation)).GroupBy(k => k.Master).ToDictionary(m => m.Key, m => m.LongCount())
            : new Dictionary<string, long>();

    /// <summary>Opens every key.</summary>
    /// <exception cref="MasterKeyException">One cannot be unwrapped.</exception>
    public async Task Check(CancellationToken cancellation)
    {
        await TakeOver();
        await using var connection = await dataSource.OpenConnectionAsync(cancellation);
        foreach (var key in await All(connection, cancellation))
            await master.Unwrap(key, cancellation);
    }

    /// <summary>Wraps what another master key than the current one wraps with that; the keys stay as they are.</summary>
    /// <returns>How many were wrapped anew.</returns>
    public async Task<int> WrapAnew(CancellationToken cancellation)
    {
        await TakeOver();
        await using var connection = await dataSource.OpenConnectionAsync(cancellation);
        await using var transaction = await connection.BeginTransactionAsync(cancellation);
        await OneAtATime(connection, cancellation);
        var old = (await All(connection, cancellation)).Where(k => k.Master != master.Current).ToList();
        foreach (var key in old)
        {
            var anew = await master.Wrap(await master.Unwrap(key, cancellation), cancellation);
            await Do(connection, "update keys.secret set master = $2, wrapped = $3 where name = $1", cancellation, anew.Name, anew.Master, anew.Wrapped);
        }
        await transaction.CommitAsync(cancellation);
        return old.Count;
    }

    /// <summary>Makes the table. The keys of a former version, which are not wrapped, are wrapped in it: once, by whichever instance comes first.</summary>
    public async ValueTask TakeOver()
    {
        if (_isReady)
            return;
        await OwnTables.Make(dataSource, async connection =>
        {
            await Do(connection, $"create schema if not exists keys; {Table}", CancellationToken.None);
            if (await Has(connection, "value", CancellationToken.None))
                await TakeOver(connection);
        });
        _isReady = true;
    }

    // The former table is dropped and not changed, so that its pages do not stay with the keys in them.
    private async Task TakeOver(NpgsqlConnection connection)
    {
        await Do(connection, "lock table keys.secret in access exclusive mode", CancellationToken.None);
        var keys = new List<OwnKey>();
        await using (var select = new NpgsqlCommand("select name, value from keys.secret", connection))
        await using (var reader = await select.ExecuteReaderAsync())
        {
            while (await reader.ReadAsync())
                keys.Add(new(reader.GetString(0), reader.GetFieldValue<byte[]>(1)));
        }
        await Do(connection, $"drop table keys.secret; {Table}", CancellationToken.None);
        foreach (var key in keys)
            await Insert(connection, key, CancellationToken.None);
    }

    private async Task Insert(NpgsqlConnection connection, OwnKey key, CancellationToken cancellation)
    {
        var wrapped = await master.Wrap(key, cancellation);
        await Do(
            connection, "insert into keys.secret (name, master, wrapped) values ($1, $2, $3) on conflict do nothing", cancellation,
            wrapped.Name, wrapped.Master, wrapped.Wrapped);
    }

    // Who wraps waits for who wraps anew, so that nothing is left with a master key that is dropped then.
    private static Task OneAtATime(NpgsqlConnection connection, CancellationToken cancellation) =>
        Do(connection, "lock table keys.secret in share row exclusive mode", cancellation);

    private static async Task<List<WrappedOwnKey>> All(NpgsqlConnection connection, CancellationToken cancellation)
    {
        var keys = new List<WrappedOwnKey>();
        await using var select = new NpgsqlCommand("select name, master, wrapped from keys.secret", connection);
        await using var reader = await select.ExecuteReaderAsync(cancellation);
        while (await reader.ReadAsync(cancellation))
            keys.Add(new(reader.GetString(0), reader.GetString(1), reader.GetFieldValue<byte[]>(2)));
        return keys;
    }

    private static async Task<bool> Has(NpgsqlConnection connection, string column, CancellationToken cancellation)
    {
        await using var ask = new NpgsqlCommand(
            "select exists (select from information_schema.columns where table_schema = 'keys' and table_name = 'secret' and column_name = $1)", connection);
        ask.Parameters.Add(new() { Value = column });
        return (bool)(await ask.ExecuteScalarAsync(cancellation))!;
    }

    private static async Task Do(NpgsqlConnection connection, string statement, CancellationToken cancellation, params object[] values)
    {
        await using var command = new NpgsqlCommand(statement, connection);
        foreach (var value in values)
            command.Parameters.Add(new() { Value = value });
        await command.ExecuteNonQueryAsync(cancellation);
    }
}
