using System.Globalization;
using System.Text;
using CliWrap;
using Npgsql;

namespace Register.Service.Embedded;

/// <summary>Copies of the register's database in the custom format of pg_dump, and the way back: into a database beside it, which then takes its place.</summary>
public sealed class Archive
{
    private const string Name = EmbeddedPostgres.Database, Restored = Name + "_restored", Before = Name + "_before";

    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(20);

    private readonly PostgresPrograms _programs;
    private readonly SocketFolder _socket;

    internal Archive(PostgresPrograms programs, SocketFolder socket) => (_programs, _socket) = (programs, socket);

    /// <summary>The major version of PostgreSQL.</summary>
    public int PostgresMajor => _programs.Major;

    /// <summary>Writes a copy as of an exported snapshot.</summary>
    /// <param name="emptied">The tables, with their schemas, whose rows are left out of it.</param>
    /// <param name="read">Takes the bytes as they come.</param>
    /// <exception cref="EmbeddedPostgresException">pg_dump failed; the message says why.</exception>
    public Task Write(string snapshot, IEnumerable<string> emptied, Func<Stream, CancellationToken, Task> read, CancellationToken cancellation) => Run(
        "pg_dump",
        [.. Connection(Name), "--format=custom", $"--snapshot={snapshot}", .. emptied.Select(table => $"--exclude-table-data={table}")],
        PipeSource.Null,
        PipeTarget.Create(read),
        cancellation);

    /// <summary>Loads a copy into a database beside the register's: all of it or nothing.</summary>
    /// <returns>A connection to that database.</returns>
    /// <exception cref="EmbeddedPostgresException">pg_restore failed; the message says why.</exception>
    public async Task<NpgsqlConnection> Load(Stream copy, CancellationToken cancellation)
    {
        await Discard(cancellation);
        await Databases.Ensure(Restored, _socket, cancellation);
        await Run(
            "pg_restore", [.. Connection(Restored), "--single-transaction", "--exit-on-error", "--no-owner"], PipeSource.FromStream(copy), PipeTarget.Null, cancellation);
        return await Open(Restored, cancellation);
    }

    /// <summary>A connection to the register's database that is in no pool.</summary>
    public Task<NpgsqlConnection> Open(CancellationToken cancellation) => Open(Name, cancellation);

    /// <summary>Puts the loaded database in the register's place, in one transaction, and ends every session on the one before.</summary>
    /// <param name="last">A session on the register's database that keeps others from writing. It is ended as the last: in between, nothing is written.</param>
    public async Task Replace(NpgsqlConnection last)
    {
        await using var swapping = await Open("postgres", CancellationToken.None);
        await using var transaction = await swapping.BeginTransactionAsync();
        // From here on nobody new gets in; it waits some seconds for those who are in to go.
        var away = Do(swapping, $"alter database {Name} rename to {Before}");
        await using (var ending = await Open("postgres", CancellationToken.None))
        {
            while (!away.IsCompleted && await Others(ending, last.ProcessID) > 0)
                await Task.Delay(Pause);
        }
        await last.CloseAsync();
        await away;
        await Do(swapping, $"alter database {Restored} rename to {Name}");
        await transaction.CommitAsync();
    }

    /// <summary>Removes what a restore has left beside the register's database.</summary>
    public async Task Discard(CancellationToken cancellation)
    {
        await using var connection = await Open("postgres", cancellation);
        await Do(connection, $"drop database if exists {Restored} with (force)");
        await Do(connection, $"drop database if exists {Before} with (force)");
    }

    // Ends every session but one, and says how many there were.
    private static async Task<long> Others(NpgsqlConnection connection, int last)
    {
        await using var end = new NpgsqlCommand("select count(pg_terminate_backend(pid)) from pg_stat_activity where datname = $1 and pid <> $2", connection)
        {
            Parameters = { new() { Value = Name }, new() { Value = last } },
        };
        return (long)(await end.ExecuteScalarAsync())!;
    }

    private static async Task Do(NpgsqlConnection connection, string statement)
    {
        await using var command = new NpgsqlCommand(statement, connection);
        await command.ExecuteNonQueryAsync();
    }

    private async Task<NpgsqlConnection> Open(string database, CancellationToken cancellation)
    {
        var settings = _socket.ConnectionTo(database);
        settings.Pooling = false;
        var connection = new NpgsqlConnection(settings.ConnectionString);
        await connection.OpenAsync(cancellation);
        return connection;
    }

    private string[] Connection(string database) =>
    [
        $"--host={_socket.Path}", string.Create(CultureInfo.InvariantCulture, $"--port={SocketFolder.Port}"), $"--username={SocketFolder.User}",
        $"--dbname={database}", "--no-password",
    ];

    private async Task Run(string program, string[] arguments, PipeSource input, PipeTarget output, CancellationToken cancellation)
    {
        var said = new StringBuilder();
        var path = Path.Combine(_programs.Folder, program);
        if (!File.Exists(path))
            throw new EmbeddedPostgresException($"There is no {program} in {_programs.Folder}: install PostgreSQL's client programs of version {_programs.Major}.");
        var result = await Cli.Wrap(path).WithArguments(arguments)
            .WithWorkingDirectory("/")
            .WithEnvironmentVariables(variables => variables.Set("LC_ALL", "C"))
            .WithStandardInputPipe(input).WithStandardOutputPipe(output).WithStandardErrorPipe(PipeTarget.ToStringBuilder(said))
            .WithValidation(CommandResultValidation.None)
            .ExecuteAsync(cancellation);
        if (!result.IsSuccess)
            throw new EmbeddedPostgresException($"{program} failed ({result.ExitCode}): {said.ToString().Trim()}");
    }
}
