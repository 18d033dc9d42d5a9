using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Register.Client.Audit.Export;

/// <summary>What an export holds. It is written before the first event and after each file, so that an export that was broken off can go on.</summary>
/// <param name="FormatVersion">Of this file and of the lines: <see cref="CurrentFormat"/>.</param>
/// <param name="Register">The address of the register it is from.</param>
/// <param name="Resource">The one resource it is of; null for the whole ledger.</param>
/// <param name="StartTime">When it was begun, UTC.</param>
/// <param name="EndTime">When it was finished, UTC; null until then.</param>
/// <param name="UntilPosition">The position in the ledger up to which it goes.</param>
/// <param name="EventsPerFile">How many events a file holds; the last may hold fewer.</param>
/// <param name="Count">How many events are in the files.</param>
/// <param name="Files">The files that are finished, in order.</param>
/// <param name="Sha256">Of this manifest with this field empty, in small hexadecimal digits.</param>
/// <param name="Content">What its lines are: <see cref="StoredEvents"/>, or null for events as an auditor reads them.</param>
internal sealed record Manifest(
    int FormatVersion,
    string Register,
    string? Resource,
    DateTimeOffset StartTime,
    DateTimeOffset? EndTime,
    long UntilPosition,
    int EventsPerFile,
    long Count,
    ImmutableArray<ManifestFile> Files,
    string Sha256,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Content = null)
{
    public const int CurrentFormat = 1;
    public const string FileName = "manifest.json";

    /// <summary>Events as they are stored, which can be imported.</summary>
    public const string StoredEvents = "stored-events";

    // Any script in clear, as in the events.
    private static readonly ManifestJson Readable =
        new(new JsonSerializerOptions(ManifestJson.Default.Options) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });

    [JsonIgnore]
    public bool IsFinished => EndTime is not null;

    /// <summary>The manifest as its file holds it, sealed by its own hash.</summary>
    public byte[] Sealed() => Written(this with { Sha256 = Hash });

    /// <summary>What <see cref="Sha256"/> has to be.</summary>
    [JsonIgnore]
    public string Hash => Hex.Of(SHA256.HashData(Written(this with { Sha256 = "" })));

    /// <summary>Reads a manifest; null if these bytes are none.</summary>
    public static Manifest? Read(byte[] bytes)
    {
        try
        {
            var manifest = JsonSerializer.Deserialize(bytes, Readable.Manifest);
            return manifest is { Files.IsDefault: false, Register: not null, Sha256: not null } ? manifest : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>The name of the file with this number, from 1.</summary>
    public static string NameOf(int number) => string.Create(CultureInfo.InvariantCulture, $"events-{number:000000}.jsonl");

    private static byte[] Written(Manifest manifest) => JsonSerializer.SerializeToUtf8Bytes(manifest, Readable.Manifest);
}

/// <summary>A finished file of an export.</summary>
/// <param name="Name">Its name in the export's directory.</param>
/// <param name="Count">How many events it holds, one a line.</param>
/// <param name="FirstPosition">The position of its first event in the ledger.</param>
/// <param name="LastPosition">The position of its last.</param>
/// <param name="Sha256">Of all its bytes, in small hexadecimal digits.</param>
internal sealed record ManifestFile(string Name, long Count, long FirstPosition, long LastPosition, string Sha256);

internal static class Hex
{
    public static string Of(byte[] hash) => Convert.ToHexStringLower(hash);
}

[JsonSourceGenerationOptions(WriteIndented = true, NewLine = "\n", PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(Manifest))]
internal sealed partial class ManifestJson : JsonSerializerContext;
