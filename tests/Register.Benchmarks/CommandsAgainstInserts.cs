using System.Globalization;
using Npgsql;
using Sonographer.Register.V1;

namespace Register.Benchmarks;

/// <summary>Durable commands over gRPC, against plain INSERT … COMMIT of one row.</summary>
internal static class CommandsAgainstInserts
{
    public static async Task Run(string connectionString)
    {
        await using var service = await RunningService.Start(connectionString);
        var headers = await service.LoggedIn("applicant");
        var clients = Enumerable.Range(0, Load.Callers).Select(i => new ApplicationsService.ApplicationsServiceClient(service.For(i))).ToArray();

        await using var peers = new NpgsqlDataSourceBuilder(connectionString) { ConnectionStringBuilder = { MaxPoolSize = Load.Callers } }.Build();
        await using (var table = peers.CreateCommand("create table peer (id uuid primary key, body jsonb not null)"))
            await table.ExecuteNonQueryAsync();
        var body = AnApplication().ToString();

        await Load.Compare(
            "Commands over gRPC (SubmitApplication)",
            async caller => await clients[caller].SubmitApplicationAsync(
                new() { RequestId = Guid.NewGuid().ToString("D"), Application = AnApplication() }, headers),
            "INSERT … COMMIT",
            async _ =>
            {
                await using var insert = peers.CreateCommand("insert into peer values ($1, $2::jsonb)");
                insert.Parameters.Add(new() { Value = Guid.NewGuid() });
                insert.Parameters.Add(new() { Value = body });
                await insert.ExecuteNonQueryAsync();
            });
    }

    private static int s_applicant;

    /// <summary>An application of a person who has not applied yet.</summary>
    internal static Application AnApplication() => new()
    {
        Route = EntryRoute.UkApproved,
        FullName = $"Zoë O'Brien {InLetters(Interlocked.Increment(ref s_applicant))}",
        DateOfBirth = new() { Year = 1995, Month = 2, Day = 28 },
        Email = "zoe@example.org",
        PracticeTown = "Carlisle",
        Programme = "programmes/0189f7ea-ae2c-7809-8aeb-b819cf5e9e7f",
        CandidateNumber = "C1",
        Declarations = new() { Indemnity = true, Truthful = true },
        FeeReference = "FEE-1",
    };

    private static string InLetters(int number) => string.Concat(number.ToString("X", CultureInfo.InvariantCulture).Select(c => (char)(c + ('a' - '0'))));
}
