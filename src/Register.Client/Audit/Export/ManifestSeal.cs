using Register.Client.Errors;

namespace Register.Client.Audit.Export;

/// <summary>Reads an export's manifest, and believes it only if it is whole and as it was written.</summary>
internal static class ManifestSeal
{
    /// <summary>The manifest of an export.</summary>
    /// <exception cref="CommandFailure">There is none, or it was changed since it was written.</exception>
    public static Manifest Read(ExportFolder folder)
    {
        if (!folder.Holds(Manifest.FileName))
            throw Altered("MANIFEST_MISSING", $"{folder.Path} holds no export: there is no {Manifest.FileName} in it.");
        var bytes = folder.ReadManifest();
        if (Manifest.Read(bytes) is not { } manifest)
            throw Altered("MANIFEST_ALTERED", $"{Manifest.FileName} is not whole: it is no manifest of an export.");
        if (manifest.FormatVersion != Manifest.CurrentFormat)
            throw Altered("FORMAT_UNKNOWN", $"{Manifest.FileName} is of format {manifest.FormatVersion}; this client knows format {Manifest.CurrentFormat}.");
        if (manifest.Sha256 != manifest.Hash || !bytes.AsSpan().SequenceEqual(manifest.Sealed()))
            throw Altered("MANIFEST_ALTERED", $"{Manifest.FileName} is not as it was written: by its own content its sha256 is {manifest.Hash}, and it says {manifest.Sha256}.");
        if (manifest.Files.Where((file, i) => file.Name != Manifest.NameOf(i + 1)).FirstOrDefault() is { } stranger)
            throw Altered("MANIFEST_ALTERED", $"{Manifest.FileName} names {stranger.Name}, which is no file of an export or is not in its place.");
        return manifest;
    }

    /// <summary>An export is not what it says it is.</summary>
    public static CommandFailure Altered(string code, string message) => new(ExitCode.Refused, code, message);
}
