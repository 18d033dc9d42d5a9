using System.Collections.Immutable;
using Register.Domain;
using Register.Domain.FitnessToPractise;
using Register.Service.Edge;
using Proto = Sonographer.Register.V1;

namespace Register.Service.FitnessToPractise;

/// <summary>Reads what requests about cases have in common.</summary>
internal static class CaseReading
{
    private const int MostMembers = 25, LongestSubject = 255, LongestReference = 100;

    /// <summary>The case that a request is about.</summary>
    public static CaseId Case(this RequestReader read, string name) => read.Resource<CaseId>("name", name, "cases");

    /// <summary>How a court or another body names something.</summary>
    public static string Reference(this RequestReader read, string field, string value) => read.Line(field, value, LongestReference);

    /// <summary>A sanction, where the request has one.</summary>
    public static SanctionTerms? Terms(this RequestReader read, string field, Proto.SanctionTerms? terms)
    {
        if (terms is null)
            return null;
        var kind = read.Word<SanctionKind>($"{field}.kind", terms.Kind);
        var text = read.Prose($"{field}.public_text", terms.PublicText);
        if (terms.Months < 0)
            read.Wrong($"{field}.months", "NEGATIVE", "A number of months is not negative.");
        return new(kind, terms.Months == 0 ? null : terms.Months, text);
    }

    /// <summary>An interim order, where the request has one.</summary>
    public static InterimTerms? Terms(this RequestReader read, string field, Proto.InterimOrder? order) => order is null
        ? null
        : new(
            read.Word<InterimOrderKind>($"{field}.kind", order.Kind),
            read.Date($"{field}.until", order.Until),
            read.Prose($"{field}.public_text", order.PublicText));

    /// <summary>The members of a committee.</summary>
    public static ImmutableArray<string> Members(this RequestReader read, string field, IReadOnlyList<string> members)
    {
        if (members.Count == 0)
            read.Wrong(field, "REQUIRED", "A committee has members.");
        if (members.Count > MostMembers)
            read.Wrong(field, "TOO_MANY", $"A committee has at most {MostMembers} members.");
        return members.Count > MostMembers ? [] : [.. members.Select((member, i) => read.Subject($"{field}[{i}]", member))];
    }

    /// <summary>The subject of a token.</summary>
    public static string Subject(this RequestReader read, string field, string value) => read.Line(field, value, LongestSubject);
}
