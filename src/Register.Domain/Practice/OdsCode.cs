using System.Diagnostics.CodeAnalysis;

namespace Register.Domain.Practice;

/// <summary>An organisation's code at the NHS Organisation Data Service: 3 to 10 capital letters and digits.</summary>
public readonly record struct OdsCode : IParsable<OdsCode>
{
    private readonly string? _value;

    private OdsCode(string value) => _value = value;

    public static OdsCode Parse(string s, IFormatProvider? provider) =>
        TryParse(s, provider, out var code) ? code : throw new FormatException("An ODS code is 3 to 10 capital letters and digits.");

    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out OdsCode result)
    {
        var isCode = s is { Length: >= 3 and <= 10 } && s.All(c => char.IsAsciiLetterUpper(c) || char.IsAsciiDigit(c));
        result = isCode ? new(s!) : default;
        return isCode;
    }

    public override string ToString() => _value ?? "";
}
