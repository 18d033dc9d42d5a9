using System.Diagnostics.CodeAnalysis;

namespace Register.Domain.Identity;

/// <summary>Names a person without telling who it is: 64 small hexadecimal digits of a keyed hash over name and date of birth (R14, R37).</summary>
public readonly record struct IdentityId : IParsable<IdentityId>
{
    private readonly string? _digits;

    private IdentityId(string digits) => _digits = digits;

    /// <summary>The stream of claims on this identity.</summary>
    public StreamId Stream => new("identity", ToString());

    /// <summary>The id for a hash of 32 bytes.</summary>
    public static IdentityId Of(ReadOnlySpan<byte> hash) => Parse(Convert.ToHexStringLower(hash), null);

    public static IdentityId Parse(string s, IFormatProvider? provider) =>
        TryParse(s, provider, out var id) ? id : throw new FormatException("An identity is 64 small hexadecimal digits.");

    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out IdentityId result)
    {
        var parsed = HexDigits.Are(s);
        result = parsed ? new(s!) : default;
        return parsed;
    }

    public override string ToString() => _digits ?? new string('0', HexDigits.Length);
}
