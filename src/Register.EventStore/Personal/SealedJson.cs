using System.Text.Json;
using Register.Domain;
using static Register.EventStore.Personal.JsonRewriting;

namespace Register.EventStore.Personal;

/// <summary>JSON with some of its values sealed: in the place of each stands {"$key": the id of a person's key, "$sealed": the sealed value}.</summary>
internal static class SealedJson
{
    private const string Key = "$key";
    private const string Sealed = "$sealed";

    /// <summary>Seals a value, as it is written in JSON, at a path (RFC 6901).</summary>
    public delegate byte[] Seal(ReadOnlySpan<byte> value, string path);

    /// <summary>Opens what was sealed with a key at a path; null when the key is destroyed.</summary>
    public delegate byte[]? Open(long key, byte[] value, string path);

    /// <summary>Whether anything in it is sealed.</summary>
    public static bool IsIn(ReadOnlyMemory<byte> json) => json.Span.IndexOf("\"$sealed\""u8) >= 0;

    /// <summary>The first sealed value in it, as it is written.</summary>
    public static ReadOnlySpan<byte> FirstOf(ReadOnlyMemory<byte> json)
    {
        var reader = new Utf8JsonReader(json.Span);
        while (reader.Read())
        {
            if (reader.TokenType == JsonTokenType.PropertyName && reader.ValueTextEquals(Sealed) && reader.Read())
                return json.Span[(int)reader.TokenStartIndex..(int)reader.BytesConsumed];
        }
        return [];
    }

    /// <summary>The ids of the keys that something in it is sealed with.</summary>
    public static IReadOnlyCollection<long> KeysIn(ReadOnlyMemory<byte> json)
    {
        var keys = new HashSet<long>();
        if (!IsIn(json))
            return keys;
        var reader = new Utf8JsonReader(json.Span);
        while (reader.Read())
        {
            if (reader.TokenType == JsonTokenType.PropertyName && reader.ValueTextEquals(Key) && reader.Read())
                keys.Add(reader.GetInt64());
        }
        return keys;
    }

    /// <summary>The same JSON with its personal values sealed by a key; an empty text is not.</summary>
    public static ReadOnlyMemory<byte> SealAll(ReadOnlyMemory<byte> json, PersonalFields personal, long key, Seal seal)
    {
        return Rewrite(json, (ref Utf8JsonReader reader, Utf8JsonWriter writer) => Value(ref reader, writer, personal, ""));

        void Value(ref Utf8JsonReader reader, Utf8JsonWriter writer, PersonalFields? fields, string path)
        {
            if (fields is null || SaysNothing(ref reader))
            {
                writer.WriteRawValue(Raw(json, ref reader), skipInputValidation: true);
            }
            else if (fields.IsPersonal)
            {
                writer.WriteStartObject();
                writer.WriteNumber(Key, key);
                writer.WriteBase64String(Sealed, seal(Raw(json, ref reader), path));
                writer.WriteEndObject();
            }
            else if (reader.TokenType == JsonTokenType.StartObject)
            {
                writer.WriteStartObject();
                while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
                {
                    var below = fields.Property(ref reader);
                    var pathBelow = below is null ? path : Below(path, reader.GetString()!);
                    Name(ref reader, writer);
                    Value(ref reader, writer, below, pathBelow);
                }
                writer.WriteEndObject();
            }
            else
            {
                writer.WriteStartArray();
                for (var i = 0; reader.Read() && reader.TokenType != JsonTokenType.EndArray; i++)
                    Value(ref reader, writer, fields.Item, $"{path}/{i}");
                writer.WriteEndArray();
            }
        }
    }

    /// <summary>The same JSON with its sealed values opened, and <see cref="Erased.Text"/> in the place of those whose key is destroyed.</summary>
    public static ReadOnlyMemory<byte> OpenAll(ReadOnlyMemory<byte> json, Open open)
    {
        return Rewrite(json, (ref Utf8JsonReader reader, Utf8JsonWriter writer) => Value(ref reader, writer, ""));

        void Value(ref Utf8JsonReader reader, Utf8JsonWriter writer, string path)
        {
            if (reader.TokenType == JsonTokenType.StartObject)
            {
                Object(ref reader, writer, path);
            }
            else if (reader.TokenType == JsonTokenType.StartArray)
            {
                writer.WriteStartArray();
                for (var i = 0; reader.Read() && reader.TokenType != JsonTokenType.EndArray; i++)
                    Value(ref reader, writer, $"{path}/{i}");
                writer.WriteEndArray();
            }
            else
            {
                writer.WriteRawValue(Raw(json, ref reader), skipInputValidation: true);
            }
        }

        void Object(ref Utf8JsonReader reader, Utf8JsonWriter writer, string path)
        {
            reader.Read();
            if (reader.TokenType == JsonTokenType.PropertyName && (reader.ValueTextEquals(Key) || reader.ValueTextEquals(Sealed)))
            {
                var (key, value) = Parts(ref reader);
                if (open(key, value, path) is { } opened)
                    writer.WriteRawValue(opened, skipInputValidation: true);
                else
                    writer.WriteStringValue(Erased.Text);
                return;
            }
            writer.WriteStartObject();
            for (; reader.TokenType == JsonTokenType.PropertyName; reader.Read())
            {
                var pathBelow = Below(path, reader.GetString()!);
                Name(ref reader, writer);
                Value(ref reader, writer, pathBelow);
            }
            writer.WriteEndObject();
        }
    }

    /// <summary>The same JSON with <see cref="Erased.Text"/> in the place of every personal value.</summary>
    public static ReadOnlyMemory<byte> EraseAll(ReadOnlyMemory<byte> json, PersonalFields personal) =>
        OpenAll(SealAll(json, personal, 0, (_, _) => []), (_, _, _) => null);

    // Its length would tell that it is empty, sealed or not.
    private static bool SaysNothing(ref Utf8JsonReader reader) =>
        reader.TokenType == JsonTokenType.Null || (reader.TokenType == JsonTokenType.String && reader.ValueSpan.IsEmpty);

    private static (long Key, byte[] Value) Parts(ref Utf8JsonReader reader)
    {
        var (key, value) = (0L, Array.Empty<byte>());
        for (; reader.TokenType == JsonTokenType.PropertyName; reader.Read())
        {
            var isKey = reader.ValueTextEquals(Key);
            reader.Read();
            if (isKey)
                key = reader.GetInt64();
            else
                value = reader.GetBytesFromBase64();
        }
        return (key, value);
    }
}
