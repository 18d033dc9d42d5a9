using System.Globalization;
using System.Text.RegularExpressions;

namespace Register.Service.Embedded;

/// <summary>The server programs of one PostgreSQL installation: distributions keep them off the PATH, several versions side by side.</summary>
internal sealed partial record PostgresPrograms(string Folder, int Major)
{
    public const int OldestMajor = 13;

    public string Initdb => Path.Combine(Folder, "initdb");

    public string PgCtl => Path.Combine(Folder, "pg_ctl");

    /// <param name="clusterMajor">The version of an existing cluster, which no other version can open; null when there is none yet.</param>
    public static async Task<PostgresPrograms> Find(int? clusterMajor, CancellationToken cancellationToken)
    {
        var others = new List<PostgresPrograms>();
        foreach (var folder in (await Folders(cancellationToken)).Where(IsComplete).Distinct())
        {
            var programs = new PostgresPrograms(folder, await MajorOf(folder, cancellationToken));
            if (programs.Major == (clusterMajor ?? programs.Major) && programs.Major >= OldestMajor)
                return programs;
            others.Add(programs);
        }

        var found = others.Count == 0
            ? "and no server programs (initdb, pg_ctl, postgres) were found"
            : "and only these were found: " + string.Join(", ", others.Select(p => $"{p.Major} in {p.Folder}"));
        throw clusterMajor is { } major && others.Exists(p => p.Major >= OldestMajor)
            ? new EmbeddedPostgresException($"The cluster was made by PostgreSQL {major}, {found}. Install version {major}, or upgrade the cluster with pg_upgrade.")
            : new PostgresMissingException(found);
    }

    private static bool IsComplete(string folder) =>
        File.Exists(Path.Combine(folder, "initdb")) && File.Exists(Path.Combine(folder, "pg_ctl")) && File.Exists(Path.Combine(folder, "postgres"));

    private static async Task<IEnumerable<string>> Folders(CancellationToken cancellationToken) =>
    [
        .. await ConfiguredFolder(cancellationToken),
        .. SearchPath.FindAll("postgres").Select(Resolve),
        .. NewestFirst("/usr/lib/postgresql", "*", "bin"),
        .. NewestFirst("/usr", "pgsql-*", "bin"),
        .. NewestFirst("/opt/homebrew/opt", "postgresql*", "bin"),
        .. NewestFirst("/usr/local/opt", "postgresql*", "bin"),
        .. NewestFirst("/Applications/Postgres.app/Contents/Versions", "*", "bin"),
    ];

    private static async Task<string[]> ConfiguredFolder(CancellationToken cancellationToken)
    {
        if (SearchPath.Find("pg_config") is not { } pgConfig)
            return [];
        var answer = await Command.Try([pgConfig, "--bindir"], "/", cancellationToken);
        return answer.IsSuccess ? [answer.StandardOutput.Trim()] : [];
    }

    private static string Resolve(string program) =>
        Path.GetDirectoryName(File.ResolveLinkTarget(program, returnFinalTarget: true)?.FullName ?? program)!;

    private static IEnumerable<string> NewestFirst(string parent, string pattern, string child) =>
        !Directory.Exists(parent)
            ? []
            : Directory.EnumerateDirectories(parent, pattern)
                .OrderByDescending(folder => decimal.TryParse(VersionInName().Match(folder).Value, CultureInfo.InvariantCulture, out var version) ? version : 0)
                .Select(folder => Path.Combine(folder, child));

    private static async Task<int> MajorOf(string folder, CancellationToken cancellationToken)
    {
        var answer = await Command.Try([Path.Combine(folder, "postgres"), "--version"], "/", cancellationToken);
        return int.TryParse(MajorInAnswer().Match(answer.StandardOutput).Groups[1].Value, CultureInfo.InvariantCulture, out var major) ? major : 0;
    }

    [GeneratedRegex(@"\d+(\.\d+)?$")]
    private static partial Regex VersionInName();

    [GeneratedRegex(@"\(PostgreSQL\) (\d+)")]
    private static partial Regex MajorInAnswer();
}
