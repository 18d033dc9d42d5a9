using System.Diagnostics;
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

    // As who runs the register does it: the schema "keys", whole, with PostgreSQL's own programs.
    protected override async Task Prepare()
    {
        var programs = await Programs();
        var keys = Path.Combine(DataDirectory, "keys.dump");
        await Run(Path.Combine(programs, "pg_dump"), from.ConnectionString, "--schema=keys", "--format=custom", $"--file={keys}");
        await Run(Path.Combine(programs, "pg_restore"), ConnectionString, "--exit-on-error", keys);
        File.Delete(keys);
    }

    private async Task<string> Programs()
    {
        await using var connection = new NpgsqlConnection(from.ConnectionString);
        await connection.OpenAsync();
        await using var select = new NpgsqlCommand("select setting from pg_config where name = 'BINDIR'", connection);
        return (string)(await select.ExecuteScalarAsync())!;
    }

    private static async Task Run(string program, string connectionString, params string[] arguments)
    {
        var to = new NpgsqlConnectionStringBuilder(connectionString);
        var start = new ProcessStartInfo(
            program, [$"--host={to.Host}", $"--port={to.Port}", $"--username={to.Username}", $"--dbname={to.Database}", "--no-password", .. arguments])
        {
            RedirectStandardError = true,
        };
        using var running = Process.Start(start)!;
        var said = await running.StandardError.ReadToEndAsync();
        await running.WaitForExitAsync();
        Assert.True(running.ExitCode == 0, said);
    }
}
