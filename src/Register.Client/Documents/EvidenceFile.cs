using System.Security.Cryptography;
using Register.Client.Errors;

namespace Register.Client.Documents;

/// <summary>A file to attach: what the register wants to know of it before its content.</summary>
internal sealed record EvidenceFile(FileInfo File, MediaType MediaType, string Sha256, long Size)
{
    private const long Largest = 20_000_000;

    /// <summary>Looks at a file; only its hash is computed, it is not held in memory.</summary>
    /// <exception cref="CommandFailure">There is no such file, or the register would not take it.</exception>
    public static async Task<EvidenceFile> Of(FileInfo file, CancellationToken cancelled)
    {
        if (!file.Exists)
            throw CommandFailure.WrongInput($"There is no file '{file.Name}'.");
        if (file.Length is 0 or > Largest)
            throw CommandFailure.WrongInput($"The file has {file.Length:N0} bytes: a document has 1 to {Largest:N0}.");
        await using var content = file.OpenRead();
        var hash = Convert.ToHexStringLower(await SHA256.HashDataAsync(content, cancelled));
        return new(file, TypeOf(file), hash, file.Length);
    }

    private static MediaType TypeOf(FileInfo file) => file.Extension.ToUpperInvariant() switch
    {
        ".PDF" => MediaType.Pdf,
        ".PNG" => MediaType.Png,
        ".JPG" or ".JPEG" => MediaType.Jpeg,
        _ => throw CommandFailure.WrongInput("A document is a file that ends in .pdf, .png, .jpg or .jpeg."),
    };
}
