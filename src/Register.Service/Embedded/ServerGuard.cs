using System.Globalization;
using CliWrap;

namespace Register.Service.Embedded;

/// <summary>
/// Stops the server if this process dies without doing so (kill -9, an aborted test run). A small shell waits on a pipe: a line means that all
/// is done, the end of the pipe without one means that nobody is left to do it.
/// </summary>
internal sealed class ServerGuard
{
    private readonly TaskCompletionSource _stopped = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Task _shell;

    // A cluster of one run is deleted here and not in the service, which may be ended before it is through: a test host is.
    private const string Script = """
        trap '' INT TERM HUP
        read -r _ || kill -INT "$1"
        [ -n "$2" ] || exit 0
        while kill -0 "$1" 2>/dev/null; do sleep 0.1; done
        rm -rf -- "$2"
        """;

    /// <param name="serverProcess">The server to stop.</param>
    /// <param name="deletes">The folder to delete once it has stopped; none for a cluster that stays.</param>
    public ServerGuard(int serverProcess, string? deletes) =>
        // Ctrl-C reaches every process of the terminal: the shell must outlive it. INT asks PostgreSQL for a fast shutdown.
        _shell = Cli.Wrap("/bin/sh")
            .WithArguments(["-c", Script, "sh", serverProcess.ToString(CultureInfo.InvariantCulture), deletes ?? ""])
            .WithWorkingDirectory("/")
            .WithStandardInputPipe(PipeSource.Create(TellWhenStopped))
            .WithValidation(CommandResultValidation.None)
            .ExecuteAsync().Task;

    public async Task Release()
    {
        _stopped.TrySetResult();
        await _shell;
    }

    private async Task TellWhenStopped(Stream pipe, CancellationToken cancellationToken)
    {
        await _stopped.Task.WaitAsync(cancellationToken);
        await pipe.WriteAsync("\n"u8.ToArray(), cancellationToken);
    }
}
