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

    /// <summary>A statement that makes an index where there is none. "Create index if not exists" locks the table, which others write to meanwhile, also
    /// when there is nothing to make.</summary>
    /// <param name="table">The table, with its schema.</param>
    /// <param name="what">What is indexed, as it comes after the table's name.</param>
    public static string Index(string table, string name, string what) => $"""
        do $index$ begin
          if to_regclass('{table[..table.IndexOf('.', StringComparison.Ordinal)]}.{name}') is null then create index {name} on {table} {what}; end if;
        end $index$;
        """;

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
