namespace Register.Service.Embedded;

/// <summary>One service per data directory. The operating system ends the claim with the process, however that ends.</summary>
internal sealed class DataDirectoryLock : IDisposable
{
    private readonly FileStream _file;

    private DataDirectoryLock(FileStream file) => _file = file;

    public static DataDirectoryLock Take(string dataDirectory)
    {
        try
        {
            return new(new FileStream(Path.Combine(dataDirectory, "postgres.lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None));
        }
        catch (IOException e)
        {
            throw new EmbeddedPostgresException($"Another service uses the data directory {dataDirectory}. Stop it, or give this one a directory of its own.", e);
        }
    }

    public void Dispose() => _file.Dispose();
}
