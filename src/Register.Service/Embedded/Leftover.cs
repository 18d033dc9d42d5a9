using System.Diagnostics;

namespace Register.Service.Embedded;

/// <summary>
/// What a service that was killed, or a machine that lost power, left in the cluster. The number in a pid file proves nothing after a
/// reboot, when any process may bear it: only a socket that answers shows that the server runs.
/// </summary>
internal static class Leftover
{
    // A server that has just been launched writes its pid file a moment before it listens.
    private static readonly TimeSpan UntilItListens = TimeSpan.FromSeconds(5);

    /// <summary>Stops a server that still runs and removes the lock files of one that does not. Returns whether one ran.</summary>
    public static async Task<bool> End(Server server, ClusterHome home, SocketFolder socket, CancellationToken cancellationToken)
    {
        var waited = Stopwatch.StartNew();
        while (home.ServerProcess is { } id && !await socket.Answers(cancellationToken) && IsPostgres(id) && waited.Elapsed < UntilItListens)
            await Task.Delay(TimeSpan.FromMilliseconds(50), cancellationToken);

        var ran = await socket.Answers(cancellationToken);
        if (ran)
            await server.Stop();
        File.Delete(home.PidFile);
        socket.RemoveLock();
        return ran;
    }

    private static bool IsPostgres(int processId)
    {
        try
        {
            using var process = Process.GetProcessById(processId);
            return process.ProcessName is "postgres" or "postmaster";
        }
        catch (ArgumentException)
        {
            return false;
        }
    }
}
