using Microsoft.Extensions.Logging.Abstractions;
using Register.Benchmarks;
using Register.Service.Embedded;

// Everything runs on this machine against a durable private PostgreSQL; only the ratios within one run mean anything.
var folder = Directory.CreateTempSubdirectory("register-benchmarks-").FullName;
try
{
    await using var postgres = await EmbeddedPostgres.Start(
        folder, new EmbeddedPostgresOptions { DeleteWhenStopped = true }, NullLogger.Instance, CancellationToken.None);
    var wanted = args.Length > 0 ? args : ["commands", "sealed", "verify", "bulk", "search", "timing", "visible", "start", "relay", "adapter"];
    foreach (var name in wanted)
    {
        var database = await postgres.ConnectionStringFor($"benchmark_{name}");
        await (name switch
        {
            "commands" => CommandsAgainstInserts.Run(database),
            "sealed" => SealedAgainstClear.Run(database, await postgres.ConnectionStringFor("benchmark_clear")),
            "verify" => VerifyAgainstSelects.Run(database),
            "bulk" => RosterAgainstCalls.Run(database),
            "search" => SearchAgainstSelects.Run(database),
            "timing" => TimingOfWhatIsNotPublic.Run(database),
            "visible" => CommitToView.Run(database),
            "start" => StopToReady.Run(database),
            "relay" => RelayAgainstCommands.Run(database, await postgres.ConnectionStringFor("benchmark_copy")),
            "adapter" => AdapterAgainstStub.Run(),
            _ => throw new ArgumentException($"There is no benchmark {name}: commands, sealed, verify, bulk, search, timing, visible, start, relay, adapter."),
        });
    }
}
finally
{
    Directory.Delete(folder, recursive: true);
}
