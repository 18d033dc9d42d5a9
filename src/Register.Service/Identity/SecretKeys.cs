using System.Security.Cryptography;
using Npgsql;
using Register.EventStore;
using Register.Service.Hosting;

namespace Register.Service.Identity;

/// <summary>Keys that the register makes for itself at its first start, apart from the events, the same for all instances.</summary>
internal static class SecretKeys
{
    private const string Tables = """
        create schema if not exists keys;
        create table if not exists keys.secret (name text primary key, value bytea not null);
        """;

    private const int Length = 32;

    /// <summary>A key of 32 random bytes under a name; whoever is first makes it.</summary>
    public static async Task<byte[]> Get(NpgsqlDataSource dataSource, string name)
    {
        await OwnTables.Make(dataSource, Tables);
        await using (var offer = dataSource.CreateCommand("insert into keys.secret (name, value) values ($1, $2) on conflict do nothing"))
        {
            offer.Parameters.Add(new() { Value = name });
            offer.Parameters.Add(new() { Value = RandomNumberGenerator.GetBytes(Length) });
            await offer.ExecuteNonQueryAsync();
        }
        await using var read = dataSource.CreateCommand("select value from keys.secret where name = $1");
        read.Parameters.Add(new() { Value = name });
        return (byte[])(await read.ExecuteScalarAsync())!;
    }
}
