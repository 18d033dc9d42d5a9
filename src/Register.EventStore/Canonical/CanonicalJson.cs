using System.Buffers;
using System.Text;
using System.Text.Json;

namespace Register.EventStore.Canonical;

/// <summary>JSON in the one spelling that RFC 8785 gives it: no whitespace, properties in the order of their UTF-16 code units, strings with as few
/// escapes as there can be, numbers as ECMAScript writes a double.</summary>
public static class CanonicalJson
{
    private static readonly JsonDocumentOptions Strict = new() { AllowDuplicateProperties = false };
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);
    private static readonly SearchValues<char> Escaped = SearchValues.Create([.. Enumerable.Range(0, 0x20).Select(c => (char)c), '"', '\\']);

    /// <summary>The canonical bytes of a JSON text in UTF-8.</summary>
    /// <param name="json">The text.</param>
    /// <param name="numbersAreKept">Refuses a number whose value would change, because no double has it.</param>
    /// <exception cref="JsonException">It is no JSON, a property is there twice, a text is not Unicode, or a number is not within what a double holds.</exception>
    public static byte[] Of(ReadOnlyMemory<byte> json, bool numbersAreKept = false)
    {
        var text = new StringBuilder(json.Length);
        try
        {
            using var document = JsonDocument.Parse(json, Strict);
            Write(document.RootElement, text, numbersAreKept);
            return Utf8.GetBytes(text.ToString());
        }
        catch (Exception e) when (e is InvalidOperationException or EncoderFallbackException)
        {
            throw new JsonException("A text in it is not Unicode: half of a surrogate pair, or bytes that are not UTF-8.", e);
        }
    }

    private static void Write(JsonElement value, StringBuilder text, bool numbersAreKept)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.Object:
                WriteAll('{', value.EnumerateObject().Select(p => (p.Name, p.Value)).OrderBy(p => p.Name, StringComparer.Ordinal), '}', property =>
                {
                    Write(property.Name, text);
                    text.Append(':');
                    Write(property.Value, text, numbersAreKept);
                });
                break;
            case JsonValueKind.Array:
                WriteAll('[', value.EnumerateArray(), ']', item => Write(item, text, numbersAreKept));
                break;
            case JsonValueKind.String:
                Write(value.GetString()!, text);
                break;
            case JsonValueKind.Number:
                text.Append(CanonicalNumber.Of(value.GetRawText(), numbersAreKept));
                break;
            default:
                text.Append(value.GetRawText());
                break;
        }

        void WriteAll<T>(char open, IEnumerable<T> parts, char close, Action<T> write)
        {
            text.Append(open);
            var isFirst = true;
            foreach (var part in parts)
            {
                if (!isFirst)
                    text.Append(',');
                isFirst = false;
                write(part);
            }
            text.Append(close);
        }
    }

    private static void Write(string value, StringBuilder text)
    {
        text.Append('"');
        var rest = value.AsSpan();
        for (int next; (next = rest.IndexOfAny(Escaped)) >= 0; rest = rest[(next + 1)..])
        {
            text.Append(rest[..next]);
            _ = rest[next] switch
            {
                '"' => text.Append("\\\""),
                '\\' => text.Append("\\\\"),
                '\b' => text.Append("\\b"),
                '\t' => text.Append("\\t"),
                '\n' => text.Append("\\n"),
                '\f' => text.Append("\\f"),
                '\r' => text.Append("\\r"),
                var control => text.Append("\\u00").Append(Convert.ToHexStringLower([(byte)control])),
            };
        }
        text.Append(rest).Append('"');
    }
}
