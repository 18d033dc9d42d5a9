using System.Text.Json;

namespace Register.Client.Audit.Export;

/// <summary>What of an exported event tells its place.</summary>
internal readonly record struct EventPlace(long Position, string Resource, long Version);

/// <summary>JSON Lines of events, read byte by byte as they were written and in bounded memory.</summary>
internal static class EventLines
{
    /// <summary>The complete lines of a file, each without its newline, and where in the file the line after it starts. What follows the last newline is no line.</summary>
    /// <remarks>A line's bytes are good until the next is asked for.</remarks>
    /// <param name="file">The file, from its beginning.</param>
    /// <param name="read">Told every byte that is read, in order.</param>
    public static IEnumerable<(ReadOnlyMemory<byte> Line, long End)> Of(Stream file, Action<ReadOnlyMemory<byte>>? read = null)
    {
        var buffer = new byte[1 << 16];
        var (start, filled) = (0, 0);
        var end = 0L;
        while (true)
        {
            var newline = buffer.AsSpan(start, filled - start).IndexOf((byte)'\n');
            if (newline >= 0)
            {
                end += newline + 1;
                yield return (buffer.AsMemory(start, newline), end);
                start += newline + 1;
                continue;
            }

            buffer.AsSpan(start, filled - start).CopyTo(buffer);
            (start, filled) = (0, filled - start);
            if (filled == buffer.Length)
                Array.Resize(ref buffer, buffer.Length * 2);
            var count = file.Read(buffer, filled, buffer.Length - filled);
            if (count == 0)
                yield break;
            read?.Invoke(buffer.AsMemory(filled, count));
            filled += count;
        }
    }

    /// <summary>The place of the event on a line; null if there is no event on it.</summary>
    public static EventPlace? PlaceOf(ReadOnlyMemory<byte> line)
    {
        try
        {
            using var json = JsonDocument.Parse(line);
            var e = json.RootElement;
            return new(Number(e, "position"), Owner(e).GetString()!, Number(e, "version"));
        }
        catch (Exception exception) when (exception is JsonException or KeyNotFoundException or InvalidOperationException or FormatException or OverflowException)
        {
            return null;
        }
    }

    // A stored event names its stream, and one as an auditor reads it the resource that the stream is of.
    private static JsonElement Owner(JsonElement e) => e.TryGetProperty("stream", out var stream) ? stream : e.GetProperty("resource");

    // Protobuf's JSON mapping writes 64-bit numbers as strings.
    private static long Number(JsonElement e, string name) => long.Parse(e.GetProperty(name).GetString() ?? "", NumberStyles.None, CultureInfo.InvariantCulture);
}
