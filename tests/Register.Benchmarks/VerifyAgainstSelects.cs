using Npgsql;
using Sonographer.Register.V1;

namespace Register.Benchmarks;

/// <summary>A public check over gRPC, against a SELECT of the same row by its primary key.</summary>
internal static class VerifyAgainstSelects
{
    private const int Count = 10_000;

    public static async Task Run(string connectionString)
    {
        await using var service = await RunningService.Start(connectionString);
        await Entries.Fill(service, Count);
        var clients = Enumerable.Range(0, Load.Callers).Select(i => new VerificationService.VerificationServiceClient(service.For(i))).ToArray();
        await using var peers = new NpgsqlDataSourceBuilder(connectionString) { ConnectionStringBuilder = { MaxPoolSize = Load.Callers } }.Build();

        await Load.Compare(
            "Verify over gRPC",
            async caller => await clients[caller].VerifyRegistrationAsync(new() { RegistrationNumber = $"SON{Random.Shared.Next(1, Count + 1)}" }),
            "SELECT by primary key",
            async _ =>
            {
                await using var select = peers.CreateCommand("select data from register.mt_doc_registerentry where id = $1");
                select.Parameters.Add(new() { Value = $"registrant-SON{Random.Shared.Next(1, Count + 1)}" });
                await select.ExecuteScalarAsync();
            });
    }
}
