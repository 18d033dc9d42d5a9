using Npgsql;

namespace Register.Service.Leadership;

/// <summary>The lock that one instance on a database holds at a time: PostgreSQL lets go of it when its connection ends, however that happens.</summary>
internal sealed class LeaderLock : IAsyncDisposable
{
    private const long Key = 0x534F4E_4C454144; // "SONLEAD"
    private const int AnswersWithinSeconds = 5;

    private readonly NpgsqlConnection _connection;

    private LeaderLock(NpgsqlConnection connection) => _connection = connection;

    /// <summary>Takes the lock; null where another instance holds it.</summary>
    public static async Task<LeaderLock?> TryTake(NpgsqlDataSource dataSource, CancellationToken cancellation)
    {
        var connection = await dataSource.OpenConnectionAsync(cancellation);
        try
        {
            // A machine that lost its power closes no connection: the server has to look.
            await using var take = new NpgsqlBatch(connection)
            {
                BatchCommands =
                {
                    new("set tcp_keepalives_idle = 5"), new("set tcp_keepalives_interval = 2"), new("set tcp_keepalives_count = 3"),
                    new($"select pg_try_advisory_lock({Key})"),
                },
            };
            if (await take.ExecuteScalarAsync(cancellation) is true)
                return new(connection);
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
        await connection.DisposeAsync();
        return null;
    }

    /// <summary>Returns if the lock is still held.</summary>
    /// <exception cref="NpgsqlException">Nobody knows.</exception>
    public async Task Check(CancellationToken cancellation)
    {
        await using var ask = new NpgsqlCommand("select 1", _connection) { CommandTimeout = AnswersWithinSeconds };
        await ask.ExecuteScalarAsync(cancellation);
    }

    public async ValueTask DisposeAsync()
    {
        try
        {
            // A connection goes back to its pool with what it holds.
            await using var release = new NpgsqlCommand($"select pg_advisory_unlock({Key})", _connection) { CommandTimeout = AnswersWithinSeconds };
            await release.ExecuteScalarAsync();
        }
        catch (Exception e) when (e is NpgsqlException or InvalidOperationException)
        {
            // It is broken, and with it the lock is gone.
        }
        await _connection.DisposeAsync();
    }
}
