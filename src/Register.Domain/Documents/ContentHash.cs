using System.Diagnostics.CodeAnalysis;

namespace Register.Domain.Documents;

/// <summary>What a document is stored and found by: the SHA-256 of its content, as 64 small hexadecimal digits.</summary>
public readonly record struct ContentHash : IParsable<ContentHash>
{
    private readonly string? _digits;

    private ContentHash(string digits) => _digits = digits;

    /// <summary>The id for a hash of 32 bytes.</summary>
    public static ContentHash Of(ReadOnlySpan<byte> hash) => Parse(Convert.ToHexStringLower(hash), null);

    public static ContentHash Parse(string s, IFormatProvider? provider) =>
        TryParse(s, provider, out var hash) ? hash : throw new FormatException("A SHA-256 is 64 small hexadecimal digits.");

    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out ContentHash result)
    {
        var parsed = HexDigits.Are(s);
        result = parsed ? new(s!) : default;
        return parsed;
    }

    /// <summary>The 32 bytes.</summary>
    public byte[] ToBytes() => Convert.FromHexString(ToString());

    public override string ToString() => _digits ?? new string('0', HexDigits.Length);
}
