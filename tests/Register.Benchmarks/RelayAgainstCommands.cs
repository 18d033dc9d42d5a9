using System.Diagnostics;
using Marten;
using Npgsql;
using Register.Domain;
using Register.EventStore;
using Register.EventStore.EventStoreDb;
using Register.EventStore.Keys;
using Register.EventStore.Ledger;
using Register.EventStore.Marten;
using Register.EventStore.Relay;
using Sonographer.Register.V1;

namespace Register.Benchmarks;

/// <summary>The relay, from EventStoreDB into Marten's tables, against commands over gRPC: it must be able to catch up with them.</summary>
internal static class RelayAgainstCommands
{
    private const int Events = 20_000;

    public static async Task Run(string connectionString, string copyConnectionString)
    {
        await using var server = await LedgerServer.Start();
        using var ledger = new EventStoreDbLedger(server.Settings, TimeProvider.System);
        await Fill(ledger);
        await using var copies = NpgsqlDataSource.Create(copyConnectionString);
        using (var keys = new PersonKeys(copies, MasterKeyFile.Open(Path.Combine(Directory.CreateTempSubdirectory().FullName, "master.key"))))
        using (var store = DocumentStore.For(options =>
        {
            options.Connection(copyConnectionString);
            options.UseLedger(new(keys));
        }))
        {
            await store.Storage.ApplyAllConfiguredChangesToDatabaseAsync();
        }

        await using var service = await RunningService.Start(connectionString);
        var headers = await service.LoggedIn("applicant");
        var clients = Enumerable.Range(0, Load.Callers).Select(i => new ApplicationsService.ApplicationsServiceClient(service.For(i))).ToArray();
        async Task Submit(int caller) => await clients[caller].SubmitApplicationAsync(
            new() { RequestId = Guid.NewGuid().ToString("D"), Application = CommandsAgainstInserts.AnApplication() }, headers);

        await Load.Rate(Submit, Load.WarmUp);
        await Copy(ledger, copies);
        var pairs = new List<(double Ours, double Peer)>();
        for (var i = 0; i < Load.Pairs; i++)
        {
            var relayed = await Copy(ledger, copies);
            pairs.Add((relayed, await Load.Rate(Submit, Load.Measured)));
        }
        Load.Print("Relay into Marten's tables, events", "commands over gRPC (SubmitApplication)", pairs, Load.Callers);
    }

    // Three events to a stream, as large as most are.
    private static Task Fill(EventStoreDbLedger ledger) => Parallel.ForEachAsync(
        Enumerable.Range(0, Events / 3), new ParallelOptions { MaxDegreeOfParallelism = 32 }, async (_, cancellation) =>
            await ledger.Append(new ApplicationId(Guid.NewGuid()).Stream, 0, [Samples.Event(), Samples.Event(), Samples.Event()], cancellation));

    // All of it, onto nothing.
    private static async Task<double> Copy(EventStoreDbLedger ledger, NpgsqlDataSource copies)
    {
        await using (var empty = copies.CreateCommand(
            $"truncate register.mt_events, register.mt_streams cascade; drop schema if exists relay cascade; {MartenCopy.Tables}"))
        {
            await empty.ExecuteNonQueryAsync();
        }
        var end = await ledger.LastPosition(CancellationToken.None);
        var progress = new RelayProgress(TimeProvider.System);
        using var stop = new CancellationTokenSource();
        var watch = Stopwatch.StartNew();
        var relay = new LedgerRelay(ledger, new MartenCopy(copies), progress).Run(stop.Token);
        while (progress.Status.Copied < end && !relay.IsCompleted)
            await Task.Delay(1);
        var taken = watch.Elapsed.TotalSeconds;
        await stop.CancelAsync();
        try
        {
            await relay;
        }
        catch (OperationCanceledException)
        {
            // It would have gone on.
        }
        return progress.Status.Events / taken;
    }
}
