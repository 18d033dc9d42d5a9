using Npgsql;
using Register.EventStore;
using Register.Service.Hosting;
using Register.Views.Registration;

namespace Register.Service.Verification;

/// <summary>Makes what the public reads, and what names are found by, once the tables of the views are there.</summary>
internal sealed class PublicTables(NpgsqlDataSource dataSource) : IHostedService
{
    /// <exception cref="ConfigurationException">PostgreSQL lacks the extension pg_trgm, or does not let the register have it.</exception>
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        try
        {
            await OwnTables.Make(dataSource, $"{PublishedEntries.Statements}\n{NameIndex.Statements}");
        }
        catch (PostgresException e) when (e.SqlState is
            PostgresErrorCodes.FeatureNotSupported or PostgresErrorCodes.UndefinedFile or PostgresErrorCodes.UndefinedObject
            or PostgresErrorCodes.InsufficientPrivilege)
        {
            throw new ConfigurationException(
                $"PostgreSQL does not give the register its extension pg_trgm, by which names are searched: {e.MessageText} It is part of PostgreSQL's "
                + "contrib package; where the register's role may not create it, an administrator does, in a schema of its search path: create extension pg_trgm.");
        }
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
