namespace Register.Service.Embedded;

/// <summary>Programs by name, as a shell would find them. The system folders are looked at too: an ordinary user's PATH often lacks sbin.</summary>
internal static class SearchPath
{
    public static string? Find(string program) => FindAll(program).FirstOrDefault();

    public static IEnumerable<string> FindAll(string program) =>
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
            .Concat(["/usr/bin", "/bin", "/usr/sbin", "/sbin"])
            .Select(folder => Path.Combine(folder, program))
            .Where(File.Exists);
}
