using System.Diagnostics;
using Npgsql;
using Sonographer.Register.V1;

namespace Register.Benchmarks;

/// <summary>How long the slowest searches by name take over gRPC, against the slowest SELECTs of a row by its primary key.</summary>
internal static class SearchAgainstSelects
{
    private const int Count = 100_000;
    private const int Times = 2000;
    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(10);

    public static async Task Run(string connectionString)
    {
        await using var service = await RunningService.Start(connectionString);
        await Entries.Fill(service, Count);
        var client = new VerificationService.VerificationServiceClient(service.For(0));
        await using var peer = NpgsqlDataSource.Create(connectionString);
        await using (var analyze = peer.CreateCommand("vacuum analyze")) // as PostgreSQL does by itself some minutes after so much has come in
            await analyze.ExecuteNonQueryAsync();

        await Load.Rate(_ => Search(client, Query()), WarmUp, callers: 1);
        await Load.Rate(_ => Select(peer), WarmUp, callers: 1);
        var (searches, selects) = (new List<double>(), new List<double>());
        for (var i = 0; i < Times; i++)
        {
            searches.Add(await Milliseconds(() => Search(client, Query())));
            selects.Add(await Milliseconds(() => Select(peer)));
        }
        searches.Sort();
        selects.Sort();
        var (search, select) = (searches[Times * 99 / 100], selects[Times * 99 / 100]);
        Load.Print($"Search by name over gRPC among {Count}: median {searches[Times / 2]:F2} ms, p99 {search:F2} ms; SELECT by primary key: median {selects[Times / 2]:F2} ms, p99 {select:F2} ms");
        Load.Print($"  ratio of p99 to p99 {search / select:F1} ({Times} times each, in turn)");
    }

    // As written, the other way round, the beginning of a surname, and with two letters in the wrong order.
    private static string Query()
    {
        var name = Entries.NameOf(Random.Shared.Next(1, Count + 1));
        var words = name.Split(' ');
        return Random.Shared.Next(4) switch
        {
            0 => name,
            1 => $"{words[1]} {words[0]}",
            2 => words[1][..4],
            _ => $"{words[0]} {words[1][..2]}{words[1][3]}{words[1][2]}{words[1][4..]}",
        };
    }

    private static Task<SearchRegisterResponse> Search(VerificationService.VerificationServiceClient client, string query) =>
        client.SearchRegisterAsync(new() { Query = query }).ResponseAsync;

    private static async Task Select(NpgsqlDataSource peer)
    {
        await using var select = peer.CreateCommand("select data from register.mt_doc_registerentry where id = $1");
        select.Parameters.Add(new() { Value = $"registrant-SON{Random.Shared.Next(1, Count + 1)}" });
        await select.ExecuteScalarAsync();
    }

    private static async Task<double> Milliseconds(Func<Task> task)
    {
        var watch = Stopwatch.StartNew();
        await task();
        return watch.Elapsed.TotalMilliseconds;
    }
}
