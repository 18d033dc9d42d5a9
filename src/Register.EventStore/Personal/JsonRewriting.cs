using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Register.EventStore.Personal;

/// <summary>Writes JSON anew, value by value, what does not change as it is.</summary>
internal static class JsonRewriting
{
    private static readonly JsonWriterOptions Writing = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true };

    /// <summary>Writes the value that the reader is at; the reader is at its end afterwards.</summary>
    public delegate void Value(ref Utf8JsonReader reader, Utf8JsonWriter writer);

    /// <summary>The JSON with its value written by a function.</summary>
    public static ReadOnlyMemory<byte> Rewrite(ReadOnlyMemory<byte> json, Value value)
    {
        var buffer = new ArrayBufferWriter<byte>(Math.Max(1, json.Length * 2));
        using (var writer = new Utf8JsonWriter(buffer, Writing))
        {
            var reader = new Utf8JsonReader(json.Span);
            reader.Read();
            value(ref reader, writer);
        }
        return buffer.WrittenMemory;
    }

    /// <summary>Writes the name that the reader is at; the reader is at its value afterwards.</summary>
    public static void Name(ref Utf8JsonReader reader, Utf8JsonWriter writer)
    {
        if (reader.ValueIsEscaped)
            writer.WritePropertyName(reader.GetString()!);
        else
            writer.WritePropertyName(reader.ValueSpan);
        reader.Read();
    }

    /// <summary>The value that the reader is at, as it is written in the JSON; the reader is at its end afterwards.</summary>
    public static ReadOnlySpan<byte> Raw(ReadOnlyMemory<byte> json, ref Utf8JsonReader reader)
    {
        var start = (int)reader.TokenStartIndex;
        reader.Skip();
        return json.Span[start..(int)reader.BytesConsumed];
    }

    /// <summary>The path of a property below a path (RFC 6901).</summary>
    public static string Below(string path, string name) =>
        name.AsSpan().ContainsAny('~', '/')
            ? $"{path}/{name.Replace("~", "~0", StringComparison.Ordinal).Replace("/", "~1", StringComparison.Ordinal)}"
            : $"{path}/{name}";
}
