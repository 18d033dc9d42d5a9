using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Register.Service.Tests.Audit;

/// <summary>An export's manifest, written by the rule that its format gives and not by the client's code.</summary>
internal static class ManifestFile
{
    private static readonly string[] Order =
        ["formatVersion", "register", "resource", "startTime", "endTime", "untilPosition", "eventsPerFile", "count", "files", "sha256", "content"];

    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static JsonObject Read(string folder) => JsonNode.Parse(File.ReadAllText(At(folder)))!.AsObject();

    /// <summary>Writes it with its own hash: the SHA-256 of itself with an empty sha256.</summary>
    public static void WriteSealed(string folder, JsonObject manifest)
    {
        manifest["sha256"] = "";
        var text = Ordered(manifest);
        manifest["sha256"] = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
        File.WriteAllText(At(folder), Ordered(manifest));
    }

    private static string Ordered(JsonObject manifest) =>
        new JsonObject(Order.Where(manifest.ContainsKey).Select(name => KeyValuePair.Create(name, manifest[name]?.DeepClone()))).ToJsonString(Indented);

    private static string At(string folder) => Path.Combine(folder, "manifest.json");
}
