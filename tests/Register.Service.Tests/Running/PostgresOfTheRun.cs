using Microsoft.Extensions.Logging.Abstractions;
using Register.Service.Embedded;

namespace Register.Service.Tests.Running;

/// <summary>One private PostgreSQL for the whole run; each test class has a database of its own in it.</summary>
public static class PostgresOfTheRun
{
    private static readonly Lazy<Task<EmbeddedPostgres>> Cluster = new(Start);

    /// <summary>A connection string to a fresh database.</summary>
    public static async Task<string> NewDatabase() =>
        await (await Cluster.Value).ConnectionStringFor($"test_{Guid.NewGuid():N}");

    private static async Task<EmbeddedPostgres> Start()
    {
        var folder = Directory.CreateTempSubdirectory("register-tests-").FullName;
        var cluster = await EmbeddedPostgres.Start(
            folder, new EmbeddedPostgresOptions { Durable = false, MaxConnections = 400, DeleteWhenStopped = true }, NullLogger.Instance, CancellationToken.None);
        AppDomain.CurrentDomain.ProcessExit += (_, _) =>
        {
            cluster.DisposeAsync().AsTask().Wait();
            Directory.Delete(folder, recursive: true);
        };
        return cluster;
    }
}
