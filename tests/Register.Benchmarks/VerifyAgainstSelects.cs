using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Register.Domain;
using Register.Domain.Education;
using Register.Domain.Registration;
using Register.EventStore;
using Register.Views;
using Register.Views.Registration;
using Sonographer.Register.V1;
using Area = Register.Domain.Education.PracticeArea;

namespace Register.Benchmarks;

/// <summary>A public check over gRPC, against a SELECT of the same row by its primary key.</summary>
internal static class VerifyAgainstSelects
{
    private const int Entries = 10_000;

    public static async Task Run(string connectionString)
    {
        await using var service = await RunningService.Start(connectionString);
        await Fill(service);
        var clients = Enumerable.Range(0, Load.Callers).Select(i => new VerificationService.VerificationServiceClient(service.For(i))).ToArray();
        await using var peers = new NpgsqlDataSourceBuilder(connectionString) { ConnectionStringBuilder = { MaxPoolSize = Load.Callers } }.Build();

        await Load.Compare(
            "Verify over gRPC",
            async caller => await clients[caller].VerifyRegistrationAsync(new() { RegistrationNumber = $"SON{Random.Shared.Next(1, Entries + 1)}" }),
            "SELECT by primary key",
            async _ =>
            {
                await using var select = peers.CreateCommand("select data from register.mt_doc_registerentry where id = $1");
                select.Parameters.Add(new() { Value = $"registrant-SON{Random.Shared.Next(1, Entries + 1)}" });
                await select.ExecuteScalarAsync();
            });
    }

    private static async Task Fill(RunningService service)
    {
        var store = service.Services.GetRequiredService<IEventStore>();
        var metadata = new EventMetadata(Guid.NewGuid(), "Fill", Actor.Register, DateTimeOffset.UnixEpoch, "fill");
        await Parallel.ForEachAsync(Enumerable.Range(1, Entries), new ParallelOptions { MaxDegreeOfParallelism = 128 }, async (n, cancellation) =>
        {
            var number = new RegistrationNumber(n);
            var registered = new RegistrantEvent.Registered(
                number, new(Guid.NewGuid()), $"applicant-{n}", new PersonDetails($"Person {n}", new DateOnly(1990, 1, 1), "p@example.org"),
                "Leeds", [Area.Obstetric, Area.Vascular], new DateOnly(2026, 3, 1), new DateOnly(2028, 2, 28));
            await store.Append(number.Stream, 0, [new NewEvent(Guid.NewGuid(), registered, metadata)], cancellation);
        });
        var views = service.Services.GetRequiredService<ViewReader>();
        while ((await views.First<RegisterEntry>(e => e.Id == $"registrant-SON{Entries}", CancellationToken.None)) is null)
            await Task.Yield();
    }
}
