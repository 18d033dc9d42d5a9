using System.Text.Json;
using System.Text.Json.Nodes;
using Google.Protobuf;
using Google.Protobuf.Reflection;
using Register.Client.Errors;

namespace Register.Client.Input;

/// <summary>
/// Reads a message of the contract from a JSON file: protobuf's JSON mapping, and besides it dates as "2027-03-01" and
/// enums in words, which is how people write them.
/// </summary>
internal static class JsonInput
{
    private static readonly JsonDocumentOptions Lenient = new()
    {
        CommentHandling = JsonCommentHandling.Skip,
        AllowTrailingCommas = true,
        AllowDuplicateProperties = false,
    };

    public static async Task<T> Read<T>(FileInfo file, MessageParser<T> parser, CancellationToken cancelled)
        where T : class, IMessage<T>, new()
    {
        try
        {
            var json = JsonNode.Parse(await File.ReadAllTextAsync(file.FullName, cancelled), documentOptions: Lenient);
            Translate(json, new T().Descriptor);
            return parser.ParseJson(json?.ToJsonString() ?? "null");
        }
        catch (Exception exception) when (exception is JsonException or InvalidProtocolBufferException or FormatException)
        {
            throw CommandFailure.WrongInput($"{file.Name} cannot be read: {exception.Message}");
        }
    }

    private static void Translate(JsonNode? node, MessageDescriptor descriptor)
    {
        if (node is not JsonObject fields)
            return;
        foreach (var (key, value) in fields.ToList())
        {
            var field = descriptor.Fields.InDeclarationOrder().FirstOrDefault(f => f.JsonName == key || f.Name == key);
            if (field is null or { IsMap: true })
                continue; // not known: the parser says so
            if (field.IsRepeated && value is JsonArray items)
            {
                for (var i = 0; i < items.Count; i++)
                    items[i] = Translated(items[i]?.DeepClone(), field);
            }
            else
            {
                fields[key] = Translated(value?.DeepClone(), field);
            }
        }
    }

    private static JsonNode? Translated(JsonNode? value, FieldDescriptor field)
    {
        if (field.FieldType is FieldType.Message && field.MessageType.FullName == Date.Descriptor.FullName && TextOf(value) is { } text)
        {
            return Dates.TryParse(text, out var date)
                ? new JsonObject { ["year"] = date.Year, ["month"] = date.Month, ["day"] = date.Day }
                : throw new FormatException($"{field.Name}: '{text}' is not {Dates.Shape}.");
        }

        if (field.FieldType is FieldType.Enum && TextOf(value) is { } word)
            return ContractName(field.EnumType, word) ?? throw new FormatException($"{field.Name}: '{word}' is none of its values.");
        if (field.FieldType is FieldType.Message)
            Translate(value, field.MessageType);
        return value;
    }

    private static string? ContractName(EnumDescriptor type, string word)
    {
        var prefix = type.Values[0].Name[..^"UNSPECIFIED".Length];
        return type.Values.Select(v => v.Name)
            .FirstOrDefault(name => Words.Letters(word) == Words.Letters(name[prefix.Length..]) || word == name);
    }

    private static string? TextOf(JsonNode? value) => value is JsonValue scalar && scalar.TryGetValue<string>(out var text) ? text : null;
}
