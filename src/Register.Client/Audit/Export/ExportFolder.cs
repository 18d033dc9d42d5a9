using Register.Client.Errors;

namespace Register.Client.Audit.Export;

/// <summary>The directory of an export. It holds personal data: what is made here only its owner can read.</summary>
internal sealed class ExportFolder(string path)
{
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    public string Path { get; } = path;

    public bool Exists => Directory.Exists(Path);

    /// <summary>The names of the files in it.</summary>
    public IReadOnlyList<string> Files => Exists ? [.. Directory.EnumerateFileSystemEntries(Path).Select(f => System.IO.Path.GetFileName(f)).Order(StringComparer.Ordinal)] : [];

    public bool Holds(string name) => File.Exists(At(name));

    public byte[] ReadManifest() => File.ReadAllBytes(At(Manifest.FileName));

    public void Create()
    {
        if (OperatingSystem.IsWindows())
            Directory.CreateDirectory(Path);
        else
            Directory.CreateDirectory(Path, OwnerOnly | UnixFileMode.UserExecute);
    }

    /// <summary>Writes a new manifest and moves it into place, so that there is a whole one at any time.</summary>
    public void Write(Manifest manifest)
    {
        var draft = $"{Manifest.FileName}.draft";
        using (var file = OpenToWrite(draft, FileMode.Create))
        {
            file.Write(manifest.Sealed());
            file.Flush(flushToDisk: true);
        }
        File.Move(At(draft), At(Manifest.FileName), overwrite: true);
    }

    public FileStream OpenToRead(string name) =>
        new(At(name), new FileStreamOptions { Mode = FileMode.Open, Access = FileAccess.Read, BufferSize = 0, Options = FileOptions.SequentialScan });

    /// <summary>Opens a file for this process alone.</summary>
    public FileStream OpenToWrite(string name, FileMode mode = FileMode.OpenOrCreate)
    {
        var options = new FileStreamOptions { Mode = mode, Access = FileAccess.ReadWrite, Share = FileShare.None, BufferSize = 1 << 16 };
        if (!OperatingSystem.IsWindows() && !Holds(name))
            options.UnixCreateMode = OwnerOnly;
        return new FileStream(At(name), options);
    }

    /// <summary>Refuses what cannot be an export's directory.</summary>
    public void RefuseOtherThings()
    {
        if (File.Exists(Path))
            throw CommandFailure.WrongInput($"{Path} is a file: an export wants a directory.");
        if (Files is [var first, ..])
            throw CommandFailure.WrongInput($"{Path} holds {first} and no {Manifest.FileName}: an export wants an empty directory, or one that it began in.");
    }

    private string At(string name) => System.IO.Path.Combine(Path, name);
}
