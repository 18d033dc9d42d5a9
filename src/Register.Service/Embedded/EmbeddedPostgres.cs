namespace Register.Service.Embedded;

/// <summary>
/// A private PostgreSQL cluster in the data directory, for a register on one machine with nothing to configure. The server lives as long as
/// this object: disposing it stops the server. Only the account that runs the service can connect.
/// </summary>
public sealed partial class EmbeddedPostgres : IAsyncDisposable
{
    internal const string Database = "register";

    private readonly DataDirectoryLock _claim;
    private readonly ClusterHome _home;
    private readonly SocketFolder _socket;
    private readonly Server _server;
    private readonly bool _deleteWhenStopped;
    private readonly ILogger _logger;
    private int _stops;

    private EmbeddedPostgres(
        DataDirectoryLock claim, ClusterHome home, SocketFolder socket, PostgresPrograms programs, Server server, bool deleteWhenStopped, ILogger logger)
    {
        (_claim, _home, _socket, _server, _deleteWhenStopped, _logger) = (claim, home, socket, server, deleteWhenStopped, logger);
        Archive = new(programs, socket);
    }

    /// <summary>The database of the register. Its user owns the cluster and may make other databases.</summary>
    public string ConnectionString => _socket.ConnectionTo(Database).ConnectionString;

    /// <summary>Copies of that database.</summary>
    public Archive Archive { get; }

    /// <summary>Starts the server, making the cluster first when the data directory has none. Succeeds a service that was killed.</summary>
    /// <exception cref="PostgresMissingException">The machine has no PostgreSQL server programs that are new enough.</exception>
    /// <exception cref="EmbeddedPostgresException">Another service uses the data directory, or the server does not start; the message says why.</exception>
    public static async Task<EmbeddedPostgres> Start(
        string dataDirectory, EmbeddedPostgresOptions? options, ILogger logger, CancellationToken cancellationToken)
    {
        if (OperatingSystem.IsWindows())
            throw new EmbeddedPostgresException("The embedded PostgreSQL runs on Linux and macOS. Set ConnectionStrings:Register to a server.");

        options ??= new();
        var directory = Directory.CreateDirectory(dataDirectory).FullName;
        var claim = DataDirectoryLock.Take(directory);
        try
        {
            var account = await ServerAccount.Choose(cancellationToken);
            var home = await ClusterHome.Open(directory, account, cancellationToken);
            var socket = await SocketFolder.Open(home, account, cancellationToken);
            var programs = await PostgresPrograms.Find(home.Major, cancellationToken);
            var server = new Server(programs, account, home, socket, options);
            await server.Initialise(cancellationToken);
            if (await Leftover.End(server, home, socket, cancellationToken))
                LogLeftover(logger, home.Folder);
            try
            {
                await server.Start(cancellationToken);
                await Databases.Ensure(Database, socket, cancellationToken);
            }
            catch
            {
                await Leftover.End(server, home, socket, CancellationToken.None);
                throw;
            }

            LogStarted(logger, programs.Major, home.Folder);
            return new(claim, home, socket, programs, server, options.DeleteWhenStopped, logger);
        }
        catch
        {
            claim.Dispose();
            throw;
        }
    }

    /// <summary>The connection string of another database of the same cluster, which is created when absent.</summary>
    public async Task<string> ConnectionStringFor(string database, CancellationToken cancellationToken = default)
    {
        await Databases.Ensure(database, _socket, cancellationToken);
        return _socket.ConnectionTo(database).ConnectionString;
    }

    /// <summary>Ends every session and returns when the server's process is gone.</summary>
    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Increment(ref _stops) > 1)
            return;
        try
        {
            await _server.Stop();
            _socket.Close(_home);
            if (_deleteWhenStopped)
                _home.Forget();
            LogStopped(_logger, _home.Folder);
        }
        finally
        {
            _claim.Dispose();
        }
    }

    [LoggerMessage(LogLevel.Information, "PostgreSQL {Major} started in {Folder}.")]
    private static partial void LogStarted(ILogger logger, int major, string folder);

    [LoggerMessage(LogLevel.Information, "PostgreSQL stopped in {Folder}.")]
    private static partial void LogStopped(ILogger logger, string folder);

    [LoggerMessage(LogLevel.Warning, "A PostgreSQL that outlived its service was stopped in {Folder}, to be started anew.")]
    private static partial void LogLeftover(ILogger logger, string folder);
}
