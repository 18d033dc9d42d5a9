using System.Collections;
using System.Globalization;
using System.Reflection;

namespace Register.Service.Audit.Narrative;

/// <summary>Tells any event by its name and its facts, so that one that nobody has written a sentence for is told all the same.</summary>
public static class PlainFacts
{
    private const int HashLength = 32;

    /// <summary>"recorded “hearing held”, committee health, on 23 November 2026". Ids and instants, which say nothing to a person, are left out.</summary>
    /// <param name="name">The event's name.</param>
    /// <param name="data">The event.</param>
    public static string Of(string name, object data) => string.Join(", ", Facts(data).Prepend($"recorded “{name.Replace('-', ' ')}”"));

    private static IEnumerable<string> Facts(object record) =>
        from property in record.GetType().GetProperties(BindingFlags.Public | BindingFlags.Instance)
        where property.CanWrite && property.GetIndexParameters().Length == 0
        let value = property.GetValue(record)
        let label = InWords.Spaced(property.Name)
        from fact in Facts(label, value)
        select fact;

    private static IEnumerable<string> Facts(string label, object? value) => value switch
    {
        null or DateTimeOffset or Guid => [],
        bool yes => [yes ? label : $"not {label}"],
        string text => text.Length == 0 || IsId(text) ? [] : [$"{label} {InWords.Quoted(text)}"],
        DateOnly date => [$"{label} {InWords.Of(date)}"],
        Enum word => [$"{label} {InWords.Of(word)}"],
        IEnumerable items => Items(label, items),
        IFormattable number when number.GetType().IsPrimitive || number is decimal => [$"{label} {number.ToString(null, CultureInfo.InvariantCulture)}"],
        _ when IsIdentifier(value) => IsId(value.ToString()!) ? [] : [$"{label} {value}"],
        _ => Facts(value).Select(fact => label.Length > 0 ? $"{label}: {fact}" : fact),
    };

    private static IEnumerable<string> Items(string label, IEnumerable items)
    {
        // An array that an older event does not have is not even empty.
        if (items.GetType().GetProperty("IsDefault")?.GetValue(items) is true)
            return [];
        var told = items.Cast<object?>().Select(item => string.Join(", ", Facts("", item)).Trim()).Where(item => item.Length > 0).ToList();
        return told.Count == 0 ? [] : [$"{label} {InWords.Joined(told)}"];
    }

    private static bool IsIdentifier(object value) =>
        value.GetType().GetInterfaces().Any(i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(IParsable<>));

    private static bool IsId(string text) => Guid.TryParse(text, out _) || (text.Length >= HashLength && text.All(char.IsAsciiHexDigit));
}
