using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Schema;
using System.Text.Json.Serialization.Metadata;
using Register.Domain.Registration;
using Register.EventStore;
using Register.Views.Registration;

namespace Register.Views;

/// <summary>Tells rows that this version of the register can read from those of another.</summary>
public static class ViewShape
{
    private static readonly JsonSerializerOptions Options = new(EventJson.Options) { TypeInfoResolver = new DefaultJsonTypeInfoResolver() };

    // What a view writes beside its rows, and by what.
    private static readonly Dictionary<Type, Func<string>> Beside = new()
    {
        [typeof(RegisterEntry)] = () => SchemaOf(typeof(Publishable)) + JsonSerializer.Serialize(PublicationPolicy.All, Options),
    };

    /// <summary>The shape of a view's rows: SHA-256, in small hexadecimal digits, over the JSON schema that they are written by.</summary>
    public static string Of(Type view) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(SchemaOf(view) + Beside.GetValueOrDefault(view)?.Invoke())));

    private static string SchemaOf(Type type) => Options.GetJsonSchemaAsNode(type).ToJsonString();
}
