using System.Text.RegularExpressions;

namespace Register.Client.Input;

/// <summary>Resource names, taken forgivingly: `1f0c` as well as `programmes/1f0c`, `SON1` as well as `registrants/SON1`.</summary>
internal static partial class ResourceNames
{
    public const string Programmes = "programmes";
    public const string Apprenticeships = "apprenticeships";
    public const string Applications = "applications";
    public const string Registrants = "registrants";
    public const string CpdAudits = "cpdaudits";
    public const string Cases = "cases";
    public const string Identities = "identities";
    public const string Preceptorships = "preceptorships";
    public const string Departments = "departments";
    public const string Practices = "practices";

    public const string Numbers = "numbers";

    private static readonly string[] Collections =
        [Programmes, Apprenticeships, Applications, Registrants, CpdAudits, Cases, Identities, Preceptorships, Departments, Practices, Numbers];

    /// <summary>The full name, or null if the text names something of another collection, or nothing.</summary>
    public static string? In(string collection, string text) => text.Trim() switch
    {
        "" => null,
        var id when !id.Contains('/') => $"{collection}/{Id(collection, id)}",
        var name when name.Split('/') is [var c, { Length: > 0 } id] && c == collection => $"{c}/{Id(c, id)}",
        _ => null,
    };

    /// <summary>The full name of anything that has a history: a bare number is a registrant's.</summary>
    public static string? Any(string text) =>
        RegistrationNumber().IsMatch(text)
            ? In(Registrants, text)
            : Collections.Where(c => text.StartsWith($"{c}/", StringComparison.Ordinal)).Select(c => In(c, text)).FirstOrDefault();

    // The register writes SON and ODS codes in capitals; people do not always.
    private static string Id(string collection, string id) => collection is Registrants or Practices or Departments ? id.ToUpperInvariant() : id;

    [GeneratedRegex(@"^SON\d+$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex RegistrationNumber();
}
