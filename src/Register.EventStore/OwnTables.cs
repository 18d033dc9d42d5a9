using Npgsql;

namespace Register.EventStore;

/// <summary>Makes the tables that are neither events nor views, each kind in a schema of its own.</summary>
public static class OwnTables
{
    private const long SchemaLock = 0x534F4E_5343484D; // "SONSCHM"

    /// <summary>Runs statements that make what is not there yet. "If not exists" alone is no guard: two instances may start at the same moment.</summary>
    public static Task Make(NpgsqlDataSource dataSource, string statements) => Make(dataSource, async connection =>
    {
        await using var make = new NpgsqlCommand(statements, connection);
        await make.ExecuteNonQueryAsync();
    });

    /// <summary>As above, where it takes more than statements; all of it is one transaction.</summary>
    public static async Task Make(NpgsqlDataSource dataSource, Func<NpgsqlConnection, Task> make)
    {
        await using var connection = await dataSource.OpenConnectionAsync();
        await using var transaction = await connection.BeginTransactionAsync();
        await using (var turn = new NpgsqlCommand("select pg_advisory_xact_lock($1)", connection, transaction) { Parameters = { new() { Value = SchemaLock } } })
            await turn.ExecuteNonQueryAsync();
        await make(connection);
        await transaction.CommitAsync();
    }
}
