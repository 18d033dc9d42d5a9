namespace Register.Domain.Documents;

/// <summary>What kinds of files the register takes as evidence.</summary>
public enum MediaType
{
    Pdf = 1,
    Png,
    Jpeg,
}

/// <summary>Tells the kind of a file by how it begins, whatever it is called.</summary>
public static class FileSignature
{
    private static readonly (MediaType Type, byte[] Beginning)[] Known =
    [
        (MediaType.Pdf, [.. "%PDF-"u8]),                                          // ISO 32000-1, 7.5.2
        (MediaType.Png, [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]),        // ISO/IEC 15948, 5.2
        (MediaType.Jpeg, [0xFF, 0xD8, 0xFF]),                                     // ISO/IEC 10918-1, B.1.1.3: SOI, then a marker
    ];

    /// <summary>The kind of a file; null when it is none of those the register takes.</summary>
    public static MediaType? Of(ReadOnlySpan<byte> content)
    {
        foreach (var (type, beginning) in Known)
        {
            if (content.StartsWith(beginning))
                return type;
        }
        return null;
    }
}
