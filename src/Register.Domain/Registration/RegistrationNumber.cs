using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace Register.Domain.Registration;

/// <summary>A registration number: SON and up to six digits, kept for life, never re-used, never padded with zeros (R16).</summary>
public readonly record struct RegistrationNumber : IParsable<RegistrationNumber>
{
    private const string Prefix = "SON";

    /// <param name="value">1 to 999,999.</param>
    public RegistrationNumber(int value)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(value, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(value, MaxValue);
        Value = value;
    }

    /// <summary>The last number there can be.</summary>
    public const int MaxValue = 999_999;

    /// <summary>The digits as a number.</summary>
    public int Value { get; }

    public StreamId Stream => new("registrant", ToString());

    public static RegistrationNumber Parse(string s, IFormatProvider? provider) =>
        TryParse(s, provider, out var number) ? number : throw new FormatException("A registration number is SON and up to six digits.");

    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out RegistrationNumber result)
    {
        result = default;
        if (s is null || !s.StartsWith(Prefix, StringComparison.Ordinal) || s.Length is < 4 or > 9 || s[3] == '0'
            || s.AsSpan(3).ContainsAnyExceptInRange('0', '9'))
            return false;
        result = new RegistrationNumber(int.Parse(s.AsSpan(3), NumberStyles.None, CultureInfo.InvariantCulture));
        return true;
    }

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Prefix}{Value}");
}
