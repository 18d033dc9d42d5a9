namespace Register.Service.Embedded;

/// <summary>
/// As whom the server's programs run: an ordinary user as themselves; root as <c>postgres</c>, because PostgreSQL refuses to run as root.
/// </summary>
internal sealed class ServerAccount
{
    private const string Name = "postgres";

    private readonly string[] _ownership;
    private readonly string[] _become;

    private ServerAccount(string[] ownership, string[] become) => (_ownership, _become) = (ownership, become);

    /// <summary>The server is another user than the service, who may not be able to enter every folder the service can.</summary>
    public bool IsOther => _become.Length > 0;

    public static async Task<ServerAccount> Choose(CancellationToken cancellationToken)
    {
        if (!Environment.IsPrivilegedProcess)
            return new([], []);

        var user = await Identity("-u", cancellationToken);
        var group = await Identity("-g", cancellationToken);
        string[] become =
            SearchPath.Find("setpriv") is { } setpriv ? [setpriv, "--reuid", user, "--regid", group, "--init-groups", "--"]
            : SearchPath.Find("runuser") is { } runuser ? [runuser, "-u", Name, "--"]
            : SearchPath.Find("su") is { } su ? [su, Name, "-s", "/bin/sh", "-c", "exec \"$@\"", "--", "sh"]
            : throw new EmbeddedPostgresException("The service runs as root and PostgreSQL refuses to: one of setpriv, runuser or su is needed to run it as postgres.");
        return new(["-o", user, "-g", group], become);
    }

    /// <summary>Runs a program as this account, in a folder that it can enter.</summary>
    /// <exception cref="EmbeddedPostgresException">The program failed; the message holds what it wrote to its error output.</exception>
    public Task Run(string program, IEnumerable<string> arguments, string folder, CancellationToken cancellationToken) =>
        Command.Run([.. _become, program, .. arguments], folder, cancellationToken);

    public async Task<bool> CanEnter(string folder, CancellationToken cancellationToken) =>
        !IsOther || (await Command.Try([.. _become, "/bin/sh", "-c", "cd \"$1\"", "sh", folder], "/", cancellationToken)).IsSuccess;

    /// <summary>Makes a folder that only this account (and root) can enter, or makes an existing one so.</summary>
    /// <exception cref="EmbeddedPostgresException">The folder belongs to somebody else.</exception>
    public async Task GiveFolder(string folder, CancellationToken cancellationToken)
    {
        if (new DirectoryInfo(folder).LinkTarget is not null)
            throw new EmbeddedPostgresException($"{folder} is a symbolic link where a private folder is wanted: remove it.");
        await Command.Run(["install", "-d", "-m", "700", .. _ownership, folder], "/", cancellationToken);
    }

    private static async Task<string> Identity(string which, CancellationToken cancellationToken)
    {
        var answer = await Command.Try(["id", which, Name], "/", cancellationToken);
        return answer.IsSuccess
            ? answer.StandardOutput.Trim()
            : throw new EmbeddedPostgresException(
                $"The service runs as root, PostgreSQL refuses to, and there is no user '{Name}' to run it as. " +
                "Run the service as an ordinary user, or install PostgreSQL from the system's packages (they add the user).");
    }
}
