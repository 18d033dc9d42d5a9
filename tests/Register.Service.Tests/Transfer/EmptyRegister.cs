using Npgsql;
using Register.Service.Relaying;
using Register.Service.Tests.EventStore.StandIn;
using Register.Service.Tests.Running;

namespace Register.Service.Tests.Transfer;

/// <summary>A register without events, started to take a ledger in, to which the keys of another moved.</summary>
/// <param name="from">The other.</param>
/// <param name="nodes">How many nodes of a stand-in cluster keep its ledger; none where that is in PostgreSQL.</param>
public sealed class EmptyRegister(RunningRegister from, int nodes = 0) : RunningRegister
{
    private bool _isImporting = true;
    private StandInCluster? _cluster;

    public override async Task InitializeAsync()
    {
        if (nodes > 0)
            _cluster = await StandInCluster.Start(nodes);
        File.Copy(Path.Combine(from.DataDirectory, "master.key"), Path.Combine(DataDirectory, "master.key"));
        await base.InitializeAsync();
        await MoveKeys();
    }

    public override async Task DisposeAsync()
    {
        await base.DisposeAsync();
        if (_cluster is not null)
            await _cluster.DisposeAsync();
    }

    /// <summary>The import is done: it starts as a register.</summary>
    public async Task Open()
    {
        _isImporting = false;
        await Restart();
    }

    protected override IReadOnlyDictionary<string, string?> Settings => new Dictionary<string, string?>
    {
        ["Ledger:Importing"] = _isImporting ? "true" : null,
        [LedgerConfiguration.Key] = _cluster?.ConnectionString(),
    };

    private async Task MoveKeys()
    {
        await using var here = NpgsqlDataSource.Create(ConnectionString);
        await using var there = NpgsqlDataSource.Create(from.ConnectionString);
        await using (var make = here.CreateCommand("select setval('keys.person_block', 1000)"))
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
