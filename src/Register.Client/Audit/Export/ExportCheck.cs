using System.Security.Cryptography;

namespace Register.Client.Audit.Export;

/// <summary>Verifies an export without the register: the manifest, every file's hash and counts, the order of the ledger, and that no stream lacks an event.</summary>
internal sealed class ExportCheck(ExportFolder folder)
{
    private readonly Dictionary<string, long> _versions = [];
    private long _position;

    /// <summary>Reads everything once, in bounded memory but for one number for each stream.</summary>
    /// <param name="done">Told how many KB have been read.</param>
    /// <returns>The manifest, all of which holds.</returns>
    /// <exception cref="Errors.CommandFailure">The first difference, by file and line.</exception>
    public Manifest Run(Action<int> done)
    {
        var manifest = ManifestSeal.Read(folder);
        if (!manifest.IsFinished)
            throw ManifestSeal.Altered("EXPORT_UNFINISHED", $"The export is not finished; {manifest.Count} events are in its finished files. Run the same export again.");
        var read = 0L;
        foreach (var file in manifest.Files)
            Check(file, manifest, count => done((int)((read += count) / 1024)));
        if (folder.Files.Except([Manifest.FileName, .. manifest.Files.Select(f => f.Name)]).FirstOrDefault() is { } stranger)
            throw ManifestSeal.Altered("FILE_UNKNOWN", $"{stranger} is not in the manifest.");
        if (manifest.Files.Sum(f => f.Count) != manifest.Count)
            throw ManifestSeal.Altered("COUNT_WRONG", $"The files hold {manifest.Files.Sum(f => f.Count)} events; the manifest says {manifest.Count}.");
        return manifest;
    }

    /// <summary>How much there is to read, in KB.</summary>
    public int Size => (int)(folder.Files.Where(folder.Holds).Sum(f => new FileInfo(Path.Combine(folder.Path, f)).Length) / 1024);

    private void Check(ManifestFile file, Manifest manifest, Action<int> read)
    {
        if (!folder.Holds(file.Name))
            throw ManifestSeal.Altered("FILE_MISSING", $"{file.Name} is missing.");
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        using var bytes = folder.OpenToRead(file.Name);
        var (count, first, end) = (0L, 0L, 0L);
        foreach (var (line, lineEnd) in EventLines.Of(bytes, Read))
        {
            var place = Follow(line, $"{file.Name}, line {++count}", manifest);
            if (count == 1)
                first = place.Position;
            end = lineEnd;
        }
        if (end < bytes.Length)
            throw ManifestSeal.Altered("LINE_TRUNCATED", $"{file.Name}, line {count + 1}: the line does not end.");
        if (count != file.Count)
            throw ManifestSeal.Altered("COUNT_WRONG", $"{file.Name}: there are {count} events; the manifest says {file.Count}.");
        if ((first, _position) != (file.FirstPosition, file.LastPosition))
        {
            throw ManifestSeal.Altered("POSITION_WRONG",
                $"{file.Name}: the positions are {first} to {_position}; the manifest says {file.FirstPosition} to {file.LastPosition}.");
        }
        if (Hex.Of(hash.GetHashAndReset()) is var found && found != file.Sha256)
            throw ManifestSeal.Altered("HASH_WRONG", $"{file.Name}: its bytes are not those that were written. The sha256 is {found}; the manifest says {file.Sha256}.");

        void Read(ReadOnlyMemory<byte> part)
        {
            hash.AppendData(part.Span);
            read(part.Length);
        }
    }

    private EventPlace Follow(ReadOnlyMemory<byte> line, string where, Manifest manifest)
    {
        if (EventLines.PlaceOf(line) is not { } place)
            throw ManifestSeal.Altered("NOT_AN_EVENT", $"{where}: this is not an event.");
        if (place.Position <= _position)
            throw ManifestSeal.Altered("ORDER_WRONG", $"{where}: position {place.Position} comes after position {_position}.");
        if (place.Position > manifest.UntilPosition)
            throw ManifestSeal.Altered("POSITION_WRONG", $"{where}: position {place.Position} is beyond the export's end, {manifest.UntilPosition}.");
        if (manifest.Resource is { } resource && place.Resource != resource)
            throw ManifestSeal.Altered("RESOURCE_WRONG", $"{where}: the event is of {place.Resource}, not of {resource}.");
        var expected = _versions.GetValueOrDefault(place.Resource) + 1;
        if (place.Version != expected)
            throw ManifestSeal.Altered("EVENT_MISSING", $"{where}: {place.Resource} is at version {place.Version}, where version {expected} should be.");
        (_versions[place.Resource], _position) = (place.Version, place.Position);
        return place;
    }
}
