using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Register.Domain;

namespace Register.EventStore;

/// <summary>How events are written: System.Text.Json, camelCase, enums by name, ids as their text, any script in clear UTF-8.</summary>
public static class EventJson
{
    /// <summary>The one set of options for events and views.</summary>
    public static JsonSerializerOptions Options { get; } = Configure(new JsonSerializerOptions { TypeInfoResolver = new DefaultJsonTypeInfoResolver() });

    /// <summary>Gives other options the same form.</summary>
    public static JsonSerializerOptions Configure(JsonSerializerOptions options)
    {
        options.PropertyNamingPolicy = JsonNamingPolicy.CamelCase;
        options.Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping;
        options.DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull; // a field added later changes nothing of what was stored before
        options.Converters.Add(new JsonStringEnumConverter(JsonNamingPolicy.CamelCase, allowIntegerValues: false));
        options.Converters.Add(new IdConverterFactory());
        options.Converters.Add(new DateConverter());
        return options;
    }

    /// <summary>Writes an id of the domain as its text, which its <see cref="IParsable{TSelf}"/> reads back.</summary>
    private sealed class IdConverterFactory : JsonConverterFactory
    {
        public override bool CanConvert(Type typeToConvert) =>
            typeToConvert is { IsValueType: true, Namespace: not null }
            && typeToConvert.Namespace.StartsWith("Register.Domain", StringComparison.Ordinal)
            && typeToConvert.GetInterfaces().Any(i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(IParsable<>));

        public override JsonConverter CreateConverter(Type typeToConvert, JsonSerializerOptions options) =>
            (JsonConverter)Activator.CreateInstance(typeof(IdConverter<>).MakeGenericType(typeToConvert))!;
    }

    /// <summary>Writes a date as ISO 8601, and an erased one as such.</summary>
    private sealed class DateConverter : JsonConverter<DateOnly>
    {
        public override DateOnly Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            reader.ValueTextEquals(Erased.Text) ? Erased.Date : JsonMetadataServices.DateOnlyConverter.Read(ref reader, typeToConvert, options);

        public override void Write(Utf8JsonWriter writer, DateOnly value, JsonSerializerOptions options)
        {
            if (value == Erased.Date)
                writer.WriteStringValue(Erased.Text);
            else
                JsonMetadataServices.DateOnlyConverter.Write(writer, value, options);
        }

        public override DateOnly ReadAsPropertyName(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            JsonMetadataServices.DateOnlyConverter.ReadAsPropertyName(ref reader, typeToConvert, options);

        public override void WriteAsPropertyName(Utf8JsonWriter writer, DateOnly value, JsonSerializerOptions options) =>
            JsonMetadataServices.DateOnlyConverter.WriteAsPropertyName(writer, value, options);
    }

    private sealed class IdConverter<TId> : JsonConverter<TId> where TId : struct, IParsable<TId>
    {
        public override TId Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            TId.Parse(reader.GetString() ?? throw new JsonException("An id is a text."), null);

        public override void Write(Utf8JsonWriter writer, TId value, JsonSerializerOptions options) => writer.WriteStringValue(value.ToString());

        public override TId ReadAsPropertyName(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            Read(ref reader, typeToConvert, options);

        public override void WriteAsPropertyName(Utf8JsonWriter writer, TId value, JsonSerializerOptions options) =>
            writer.WritePropertyName(value.ToString()!);
    }
}
