using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using Register.EventStore;

namespace Register.Service.Audit;

/// <summary>States as JSON for an auditor: written as events are, only what is kept and nothing computed from it, sets in one order.</summary>
internal static class StateJson
{
    private static readonly JsonSerializerOptions Options =
        EventJson.Configure(new JsonSerializerOptions { IgnoreReadOnlyProperties = true, Converters = { new SetConverterFactory() } });

    /// <summary>A state as a JSON object.</summary>
    public static JsonObject Of(object state) => JsonSerializer.SerializeToNode(state, state.GetType(), Options)!.AsObject();

    // The order in which a set is walked may be another in another process: nothing became different by that.
    private sealed class SetConverterFactory : JsonConverterFactory
    {
        public override bool CanConvert(Type typeToConvert) =>
            typeToConvert.IsGenericType && typeToConvert.GetGenericTypeDefinition() == typeof(ImmutableHashSet<>);

        public override JsonConverter CreateConverter(Type typeToConvert, JsonSerializerOptions options) =>
            (JsonConverter)Activator.CreateInstance(typeof(SetConverter<>).MakeGenericType(typeToConvert.GetGenericArguments()))!;
    }

    private sealed class SetConverter<T> : JsonConverter<ImmutableHashSet<T>>
    {
        public override ImmutableHashSet<T> Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            throw new NotSupportedException("A state is shown, never read back.");

        public override void Write(Utf8JsonWriter writer, ImmutableHashSet<T> value, JsonSerializerOptions options)
        {
            writer.WriteStartArray();
            foreach (var item in value.Select(item => JsonSerializer.Serialize(item, options)).Order(StringComparer.Ordinal))
                writer.WriteRawValue(item);
            writer.WriteEndArray();
        }
    }
}
