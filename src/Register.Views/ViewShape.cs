using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Schema;
using System.Text.Json.Serialization.Metadata;
using Register.EventStore;

namespace Register.Views;

/// <summary>Tells rows that this version of the register can read from those of another.</summary>
public static class ViewShape
{
    private static readonly JsonSerializerOptions Options = new(EventJson.Options) { TypeInfoResolver = new DefaultJsonTypeInfoResolver() };

    /// <summary>The shape of a view's rows: SHA-256, in small hexadecimal digits, over the JSON schema that they are written by.</summary>
    public static string Of(Type view) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Options.GetJsonSchemaAsNode(view).ToJsonString())));
}
