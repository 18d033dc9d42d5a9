using System.Globalization;
using System.Text;
using Register.Domain;

namespace Register.Service.Audit.Narrative;

/// <summary>Values as they are written in a sentence.</summary>
internal static class InWords
{
    private const int LongestQuotation = 300;

    private static readonly HashSet<string> Acronyms = ["uk", "cpd", "hcpc", "nmc", "gmc", "rct", "pvrs", "nhs"];

    /// <summary>"23 November 2026".</summary>
    public static string Of(DateOnly date) => date.ToString("d MMMM yyyy", CultureInfo.InvariantCulture);

    /// <summary>"lack of competence", "UK approved", "band 8A".</summary>
    public static string Of(Enum value) => Spaced(value.ToString());

    /// <summary>"obstetric, vascular and breast"; "none" of none.</summary>
    public static string Of<T>(IReadOnlyCollection<T> values) where T : Enum => Joined([.. values.Select(v => Of(v))]);

    /// <summary>A list as it is said.</summary>
    public static string Joined(IReadOnlyList<string> items) => items switch
    {
        [] => "none",
        [var one] => one,
        _ => $"{string.Join(", ", items.SkipLast(1))} and {items[^1]}",
    };

    /// <summary>"1 candidate", "2 candidates".</summary>
    public static string Count(int count, string noun) => string.Create(CultureInfo.InvariantCulture, $"{count} {noun}{(count == 1 ? "" : "s")}");

    /// <summary>What somebody wrote, on one line, and shortened where it is long: the event's data has all of it.</summary>
    public static string Quoted(string text)
    {
        var line = string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        return $"“{(line.Length > LongestQuotation ? $"{line[..LongestQuotation].TrimEnd()}…" : line)}”";
    }

    /// <summary>": “In order.”", or nothing where nothing was written.</summary>
    public static string Because(string? text) => string.IsNullOrWhiteSpace(text) ? "" : $": {Quoted(text)}";

    /// <summary>The words of a role.</summary>
    public static string Role(string role) => role switch
    {
        Roles.FtpOfficer => "fitness-to-practise officer",
        Roles.Panel => "panel member",
        Roles.EducationProvider => "education provider",
        _ => role,
    };

    /// <summary>The words that a name of code is made of.</summary>
    public static string Spaced(string name)
    {
        var words = new StringBuilder();
        for (var i = 0; i < name.Length; i++)
        {
            if (i > 0 && char.IsLower(name[i - 1]) && !char.IsLower(name[i]))
                words.Append(' ');
            words.Append(i > 0 && char.IsDigit(name[i - 1]) ? name[i] : char.ToLowerInvariant(name[i]));
        }
        return string.Join(' ', words.ToString().Split(' ').Select(w => Acronyms.Contains(w) ? w.ToUpperInvariant() : w));
    }
}
