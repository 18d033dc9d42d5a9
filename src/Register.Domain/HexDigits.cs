namespace Register.Domain;

/// <summary>Hashes of 32 bytes in their one written form.</summary>
internal static class HexDigits
{
    /// <summary>How many digits a hash of 32 bytes has.</summary>
    public const int Length = 64;

    /// <summary>Whether a text is 64 small hexadecimal digits.</summary>
    public static bool Are(string? s) => s is { Length: Length } && s.All(char.IsAsciiHexDigitLower);
}
