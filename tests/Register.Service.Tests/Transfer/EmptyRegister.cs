using Npgsql;
using Register.Service.Tests.Running;

namespace Register.Service.Tests.Transfer;

/// <summary>A register without events, started to take a ledger in, to which the keys of another moved.</summary>
public sealed class EmptyRegister(RunningRegister from) : RunningRegister
{
    private bool _isImporting = true;

    public override async Task InitializeAsync()
    {
        File.Copy(Path.Combine(from.DataDirectory, "master.key"), Path.Combine(DataDirectory, "master.key"));
        await base.InitializeAsync();
        await MoveKeys();
    }

    /// <summary>The import is done: it starts as a register.</summary>
    public async Task Open()
    {
        _isImporting = false;
        await Restart();
    }

    protected override IReadOnlyDictionary<string, string?> Settings =>
        new Dictionary<string, string?> { ["Ledger:Importing"] = _isImporting ? "true" : null };

    private async Task MoveKeys()
    {
        await using var here = NpgsqlDataSource.Create(ConnectionString);
        await using var there = NpgsqlDataSource.Create(from.ConnectionString);
        await using (var make = here.CreateCommand("""
            create schema if not exists keys;
            create sequence if not exists keys.person_block;
            create table if not exists keys.person (
                id bigint primary key, master text not null, wrapped bytea, made_at timestamptz not null default now(), destroyed_at timestamptz);
            create table if not exists keys.secret (name text primary key, master text not null, wrapped bytea not null);
            select setval('keys.person_block', 1000)
            """))
            await make.ExecuteNonQueryAsync();
        await Copy(there, here, "select name, master, wrapped from keys.secret", "insert into keys.secret (name, master, wrapped) values ($1, $2, $3)");
        await Copy(there, here, "select id, master, wrapped from keys.person", "insert into keys.person (id, master, wrapped) values ($1, $2, $3)");
    }

    private static async Task Copy(NpgsqlDataSource from, NpgsqlDataSource to, string rows, string into)
    {
        await using var select = from.CreateCommand(rows);
        await using var row = await select.ExecuteReaderAsync();
        while (await row.ReadAsync())
        {
            await using var insert = to.CreateCommand(into);
            for (var column = 0; column < row.FieldCount; column++)
                insert.Parameters.Add(new() { Value = row.GetValue(column) });
            await insert.ExecuteNonQueryAsync();
        }
    }
}
