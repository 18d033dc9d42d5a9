using System.Globalization;

namespace Register.Service.Embedded;

/// <summary>One cluster and its server process: initialise, start, stop.</summary>
internal sealed class Server(PostgresPrograms programs, ServerAccount account, ClusterHome home, SocketFolder socket, EmbeddedPostgresOptions options)
{
    private const string Unfinished = "initialising-";

    private ServerGuard? _guard;

    /// <summary>Does nothing when the cluster exists. A cluster half made by a service that was killed has another name and is made again.</summary>
    public async Task Initialise(CancellationToken cancellationToken)
    {
        foreach (var leftover in Directory.EnumerateDirectories(home.Folder, Unfinished + "*"))
            Directory.Delete(leftover, recursive: true);
        if (home.IsInitialised)
            return;

        var name = Unfinished + Guid.NewGuid().ToString("n");
        string[] durability = options.Durable ? [] : ["--no-sync"];
        await account.Run(
            programs.Initdb,
            ["-D", name, "--username", SocketFolder.User, "--encoding=UTF8", "--locale=C", "--auth=trust", .. durability],
            home.Folder, cancellationToken);
        var folder = Path.Combine(home.Folder, name);
        await File.AppendAllTextAsync(Path.Combine(folder, "postgresql.conf"), $"\ninclude = '{ServerSettings.FileName}'\n", cancellationToken);
        Directory.Move(folder, home.Cluster);
        home.Record();
    }

    public async Task Start(CancellationToken cancellationToken)
    {
        await File.WriteAllTextAsync(Path.Combine(home.Cluster, ServerSettings.FileName), ServerSettings.Text(options, socket), cancellationToken);
        var logged = home.LogLength;
        try
        {
            // Minutes, because a server that was killed first replays its log.
            await Control("start", ["--log", ClusterHome.LogName], cancellationToken);
            _guard = new ServerGuard(home.ServerProcess ?? throw new EmbeddedPostgresException("It stopped at once."), options.DeleteWhenStopped ? home.Folder : null);
        }
        catch (EmbeddedPostgresException e)
        {
            throw new EmbeddedPostgresException($"PostgreSQL did not start: {e.Message} Its log, {home.Log}, says: {home.LogFrom(logged)}", e);
        }
    }

    /// <summary>Disconnects every session, writes everything out and returns when the process is gone.</summary>
    public async Task Stop()
    {
        await Control("stop", ["--mode=fast"], CancellationToken.None);
        if (_guard is not null)
            await _guard.Release();
    }

    // Names relative to the working folder: pg_ctl puts them into a shell command with no regard for what is in them.
    private Task Control(string action, string[] arguments, CancellationToken cancellationToken) =>
        account.Run(programs.PgCtl, [action, "-D", ClusterHome.ClusterName, "--silent", "--wait", "--timeout=300", .. arguments], home.Folder, cancellationToken);
}
