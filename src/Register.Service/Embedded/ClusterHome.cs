using System.Globalization;

namespace Register.Service.Embedded;

/// <summary>
/// The folder that holds everything of the server: the cluster, its log, its socket. It is <c>postgres</c> in the data directory, except
/// when root's data directory is closed to the server's account; then it is elsewhere and <c>postgres.location</c> says where.
/// </summary>
internal sealed class ClusterHome
{
    public const string ClusterName = "cluster";
    public const string LogName = "server.log";

    private const string Elsewhere = "/var/lib/register";

    private readonly string _locationFile;

    private ClusterHome(string folder, string locationFile) => (Folder, _locationFile) = (folder, locationFile);

    public string Folder { get; }

    public string Cluster => Path.Combine(Folder, ClusterName);

    public string PidFile => Path.Combine(Cluster, "postmaster.pid");

    public string Log => Path.Combine(Folder, LogName);

    public long LogLength => File.Exists(Log) ? new FileInfo(Log).Length : 0;

    /// <summary>The cluster's folder appears whole, by a rename: if it is there it is initialised.</summary>
    public bool IsInitialised => Directory.Exists(Cluster);

    public int? Major => IsInitialised
        ? int.Parse(File.ReadAllText(Path.Combine(Cluster, "PG_VERSION")), CultureInfo.InvariantCulture)
        : null;

    /// <summary>The process that last wrote its number into the cluster; null when the server stopped in good order.</summary>
    public int? ServerProcess =>
        File.Exists(PidFile) && int.TryParse(File.ReadLines(PidFile).FirstOrDefault(), CultureInfo.InvariantCulture, out var id) ? id : null;

    public static async Task<ClusterHome> Open(string dataDirectory, ServerAccount account, CancellationToken cancellationToken)
    {
        var locationFile = Path.Combine(dataDirectory, "postgres.location");
        var home = new ClusterHome(await Choose(dataDirectory, locationFile, account, cancellationToken), locationFile);
        await account.GiveFolder(home.Folder, cancellationToken);
        return home;
    }

    /// <summary>Remembers a home elsewhere. Done when the cluster exists, so that a recorded cluster which is gone is known to be lost.</summary>
    public void Record()
    {
        if (Path.GetDirectoryName(Folder) == Elsewhere)
            File.WriteAllText(_locationFile, Folder + "\n");
    }

    /// <summary>What the log gained since it had the given length (0 to begin with).</summary>
    public string LogFrom(long length)
    {
        if (!File.Exists(Log))
            return "nothing";
        using var log = File.OpenText(Log);
        log.BaseStream.Position = length;
        return log.ReadToEnd().Trim();
    }

    /// <summary>Forgets a home elsewhere; its guard has deleted it.</summary>
    public void Forget() => File.Delete(_locationFile);

    private static async Task<string> Choose(string dataDirectory, string locationFile, ServerAccount account, CancellationToken cancellationToken)
    {
        var inside = Path.Combine(dataDirectory, "postgres");
        if (File.Exists(locationFile))
        {
            var recorded = (await File.ReadAllTextAsync(locationFile, cancellationToken)).Trim();
            return Directory.Exists(Path.Combine(recorded, ClusterName))
                ? recorded
                : throw new EmbeddedPostgresException($"The cluster that {locationFile} names is gone. Restore {recorded}, or remove the file to begin with an empty register.");
        }

        if (await account.CanEnter(dataDirectory, cancellationToken))
            return inside;
        if (Directory.Exists(Path.Combine(inside, ClusterName)))
            throw new EmbeddedPostgresException($"The user postgres can no longer enter {dataDirectory}, where its cluster is. Give it permission to pass (chmod o+x) on that folder and those above it.");

        // Not a name made from the data directory's: whoever deletes the data directory expects an empty register, not the old one back.
        await Command.Run(["install", "-d", "-m", "755", Elsewhere], "/", cancellationToken);
        return Path.Combine(Elsewhere, Guid.NewGuid().ToString("n"));
    }
}
