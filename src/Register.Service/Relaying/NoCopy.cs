using Npgsql;
using Register.Service.Hosting;

namespace Register.Service.Relaying;

/// <summary>Refuses to take a copy for the ledger: what were appended to it, the ledger would never have.</summary>
internal sealed class NoCopy(NpgsqlDataSource dataSource) : IHostedService
{
    /// <exception cref="ConfigurationException">PostgreSQL holds the copy of a ledger.</exception>
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        if (await Is("select to_regclass('relay.checkpoint') is not null", cancellationToken)
            && await Is("select exists (select from relay.checkpoint where position > 0)", cancellationToken))
        {
            throw new ConfigurationException(
                $"This PostgreSQL holds a copy of the ledger in EventStoreDB: name that with {LedgerConfiguration.Key}, or start on another database.");
        }
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    private async Task<bool> Is(string question, CancellationToken cancellation)
    {
        await using var select = dataSource.CreateCommand(question);
        return (bool)(await select.ExecuteScalarAsync(cancellation))!;
    }
}
