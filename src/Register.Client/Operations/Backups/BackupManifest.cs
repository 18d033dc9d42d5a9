using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Serialization;
using Register.Client.Errors;

namespace Register.Client.Operations.Backups;

/// <summary>What a backup is, in a file beside it: whether it is whole and as it was taken is seen without the register.</summary>
/// <param name="FormatVersion">Of this file: <see cref="CurrentFormat"/>.</param>
/// <param name="Register">The address of the register it is of.</param>
/// <param name="CreateTime">When it was taken, UTC.</param>
/// <param name="PostgresVersion">The major version of the PostgreSQL that wrote it.</param>
/// <param name="EventCount">How many events are in it.</param>
/// <param name="LedgerPosition">The last position of the ledger that is in it.</param>
/// <param name="Size">How many bytes the backup has.</param>
/// <param name="BackupSha256">Of those bytes, in small hexadecimal digits.</param>
/// <param name="Sha256">Of this manifest with this field empty, in small hexadecimal digits.</param>
internal sealed record BackupManifest(
    int FormatVersion,
    string Register,
    DateTimeOffset CreateTime,
    int PostgresVersion,
    long EventCount,
    long LedgerPosition,
    long Size,
    string BackupSha256,
    string Sha256)
{
    public const int CurrentFormat = 1;

    /// <summary>What <see cref="Sha256"/> has to be.</summary>
    [JsonIgnore]
    public string Hash => Convert.ToHexStringLower(SHA256.HashData(Written(this with { Sha256 = "" })));

    public static BackupManifest Of(Backup backup, string register) => new(
        CurrentFormat, register, backup.CreateTime.ToDateTimeOffset(), backup.PostgresVersion, backup.EventCount, backup.LedgerPosition, backup.Size, backup.Sha256, "");

    /// <summary>Where the manifest of a backup is.</summary>
    public static FileInfo Beside(FileInfo backup) => new(backup.FullName + ".manifest.json");

    /// <summary>Reads the manifest of a backup, and believes it only if it is as it was written.</summary>
    /// <exception cref="CommandFailure">There is none, or it was changed.</exception>
    public static BackupManifest Read(FileInfo backup)
    {
        var file = Beside(backup);
        if (!file.Exists)
            throw Altered("MANIFEST_MISSING", $"There is no {file.Name} beside the backup.");
        var bytes = File.ReadAllBytes(file.FullName);
        if (Parse(bytes) is not { Register: not null, BackupSha256: not null } manifest)
            throw Altered("MANIFEST_ALTERED", $"{file.Name} is no manifest of a backup.");
        if (manifest.FormatVersion != CurrentFormat)
            throw Altered("FORMAT_UNKNOWN", $"{file.Name} is of format {manifest.FormatVersion}; this client knows format {CurrentFormat}.");
        if (manifest.Sha256 != manifest.Hash || !bytes.AsSpan().SequenceEqual(manifest.Sealed()))
            throw Altered("MANIFEST_ALTERED", $"{file.Name} is not as it was written: by its own content its sha256 is {manifest.Hash}.");
        return manifest;
    }

    /// <summary>The manifest as its file holds it.</summary>
    public byte[] Sealed() => Written(this with { Sha256 = Hash });

    /// <summary>Holds a file against it.</summary>
    /// <exception cref="CommandFailure">It is not the backup that was taken.</exception>
    public async Task Check(FileInfo backup, CancellationToken cancelled)
    {
        if (backup.Length != Size)
            throw Altered("BACKUP_ALTERED", $"{backup.Name} has {backup.Length:N0} bytes where its manifest says {Size:N0}.");
        await using var content = backup.OpenRead();
        if (Convert.ToHexStringLower(await SHA256.HashDataAsync(content, cancelled)) != BackupSha256)
            throw Altered("BACKUP_ALTERED", $"{backup.Name} is not as it was taken: its sha256 is not what its manifest says.");
    }

    /// <summary>What the backup says of itself to the register.</summary>
    public Backup ToBackup() => new()
    {
        CreateTime = Google.Protobuf.WellKnownTypes.Timestamp.FromDateTimeOffset(CreateTime),
        PostgresVersion = PostgresVersion,
        EventCount = EventCount,
        LedgerPosition = LedgerPosition,
        Size = Size,
        Sha256 = BackupSha256,
    };

    private static CommandFailure Altered(string code, string message) => new(ExitCode.Refused, code, message);

    private static BackupManifest? Parse(byte[] bytes)
    {
        try
        {
            return JsonSerializer.Deserialize(bytes, BackupManifestJson.Default.BackupManifest);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static byte[] Written(BackupManifest manifest) => JsonSerializer.SerializeToUtf8Bytes(manifest, BackupManifestJson.Default.BackupManifest);
}

[JsonSourceGenerationOptions(WriteIndented = true, NewLine = "\n", PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(BackupManifest))]
internal sealed partial class BackupManifestJson : JsonSerializerContext;
