using Npgsql;

namespace Register.Service.Embedded;

/// <summary>The databases of a cluster.</summary>
internal static class Databases
{
    public static async Task Ensure(string name, SocketFolder socket, CancellationToken cancellationToken)
    {
        var maintenance = socket.ConnectionTo("postgres");
        maintenance.Pooling = false;
        await using var connection = new NpgsqlConnection(maintenance.ConnectionString);
        await connection.OpenAsync(cancellationToken);
        await using var find = new NpgsqlCommand("select exists (select from pg_database where datname = $1)", connection);
        find.Parameters.Add(new() { Value = name });
        if (await find.ExecuteScalarAsync(cancellationToken) is true)
            return;

        // template0: nobody can be connected to it, which would make the copy fail.
        using var quoting = new NpgsqlCommandBuilder();
        await using var create = new NpgsqlCommand($"create database {quoting.QuoteIdentifier(name)} template template0", connection);
        try
        {
            await create.ExecuteNonQueryAsync(cancellationToken);
        }
        catch (PostgresException e) when (e.SqlState is PostgresErrorCodes.DuplicateDatabase or PostgresErrorCodes.UniqueViolation)
        {
            // Somebody else created it between the question and the statement.
        }
    }
}
