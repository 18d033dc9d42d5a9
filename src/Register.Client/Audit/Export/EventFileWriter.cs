using System.Security.Cryptography;
using System.Text;

namespace Register.Client.Audit.Export;

/// <summary>Writes one file of an export, from where it was broken off.</summary>
internal sealed class EventFileWriter : IDisposable
{
    private readonly string _name;
    private readonly FileStream _file;
    private readonly IncrementalHash _hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    private long _firstPosition;

    /// <summary>Opens a file. Of one that was broken off, everything up to its last complete line is kept and the rest dropped.</summary>
    /// <param name="folder">The export's directory.</param>
    /// <param name="name">The file's name.</param>
    /// <param name="after">The position of the last event before this file.</param>
    public EventFileWriter(ExportFolder folder, string name, long after)
    {
        (_name, LastPosition) = (name, after);
        _file = folder.OpenToWrite(name);
        var end = 0L;
        foreach (var (line, lineEnd) in EventLines.Of(_file))
        {
            if (EventLines.PlaceOf(line) is not { } place || place.Position <= LastPosition)
                break;
            Count(line.Span, place.Position);
            end = lineEnd;
        }
        _file.SetLength(end);
        _file.Position = end;
    }

    /// <summary>How many events are in the file.</summary>
    public long Events { get; private set; }

    /// <summary>The position of the last event written, in this file or before it.</summary>
    public long LastPosition { get; private set; }

    public void Write(string line, long position)
    {
        var bytes = Encoding.UTF8.GetBytes(line);
        _file.Write(bytes);
        _file.WriteByte((byte)'\n');
        Count(bytes, position);
    }

    /// <summary>Ends the file; its bytes are on the disk.</summary>
    public ManifestFile Finish()
    {
        _file.Flush(flushToDisk: true);
        return new(_name, Events, _firstPosition, LastPosition, Hex.Of(_hash.GetHashAndReset()));
    }

    /// <summary>There was nothing to write: there is no file.</summary>
    public void Abandon()
    {
        _file.Dispose();
        File.Delete(_file.Name);
    }

    public void Dispose()
    {
        _file.Dispose();
        _hash.Dispose();
    }

    private void Count(ReadOnlySpan<byte> line, long position)
    {
        _hash.AppendData(line);
        _hash.AppendData("\n"u8);
        if (Events++ == 0)
            _firstPosition = position;
        LastPosition = position;
    }
}
