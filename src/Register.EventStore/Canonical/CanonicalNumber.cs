using System.Globalization;
using System.Text.Json;

namespace Register.EventStore.Canonical;

/// <summary>A number as ECMAScript writes the double that it stands for (ECMA-262, Number::toString; RFC 8785, 3.2.2.3).</summary>
internal static class CanonicalNumber
{
    private const int LargestWithoutExponent = 21;
    private const int SmallestWithoutExponent = -6;

    /// <summary>The canonical spelling.</summary>
    /// <param name="json">A number as JSON has it.</param>
    /// <param name="isKept">Refuses one whose value no double has in its shortest spelling.</param>
    /// <exception cref="JsonException">It is beyond what a double holds, or its value would change.</exception>
    public static string Of(string json, bool isKept)
    {
        var value = double.Parse(json, NumberStyles.Float, CultureInfo.InvariantCulture);
        if (!double.IsFinite(value))
            throw new JsonException($"The number {json} is beyond what a double holds.");
        // The shortest digits that give the same double: .NET and ECMAScript agree on these, and only lay them out differently.
        var number = Decimal(value.ToString("R", CultureInfo.InvariantCulture));
        if (isKept && number != Decimal(json))
            throw new JsonException($"The number {json} is more exact than a double.");
        return number.Digits.Length == 0 ? "0" : Layout(number);
    }

    // The number is 0.digits times ten to the power of its scale.
    private static string Layout((bool IsNegative, string Digits, int Scale) number)
    {
        var (isNegative, digits, scale) = number;
        var text = scale switch
        {
            > LargestWithoutExponent or <= SmallestWithoutExponent => WithExponent(digits, scale - 1),
            <= 0 => $"0.{new string('0', -scale)}{digits}",
            _ when digits.Length <= scale => digits.PadRight(scale, '0'),
            _ => $"{digits[..scale]}.{digits[scale..]}",
        };
        return isNegative ? $"-{text}" : text;
    }

    private static string WithExponent(string digits, int exponent)
    {
        var mantissa = digits.Length == 1 ? digits : $"{digits[0]}.{digits[1..]}";
        return string.Create(CultureInfo.InvariantCulture, $"{mantissa}e{(exponent < 0 ? "" : "+")}{exponent}");
    }

    // A spelling of a number without what does not count: zeros at either end, and where its point and its exponent are.
    private static (bool IsNegative, string Digits, int Scale) Decimal(string spelling)
    {
        var isNegative = spelling.StartsWith('-');
        var unsigned = isNegative ? spelling[1..] : spelling;
        var e = unsigned.IndexOfAny(['e', 'E']);
        var exponent = 0;
        if (e >= 0 && !int.TryParse(unsigned[(e + 1)..], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out exponent))
            throw new JsonException("A number's exponent is beyond what a double holds.");
        var mantissa = e < 0 ? unsigned : unsigned[..e];
        var point = mantissa.IndexOf('.', StringComparison.Ordinal);
        var whole = point < 0 ? mantissa.Length : point;
        var digits = mantissa.Replace(".", "", StringComparison.Ordinal);
        var significant = digits.TrimStart('0');
        var scale = whole - (digits.Length - significant.Length) + exponent;
        significant = significant.TrimEnd('0');
        return significant.Length == 0 ? (false, "", 0) : (isNegative, significant, scale);
    }
}
