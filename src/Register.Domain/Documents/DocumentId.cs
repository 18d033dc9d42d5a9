using System.Diagnostics.CodeAnalysis;
using Register.Domain.Applications;

namespace Register.Domain.Documents;

/// <summary>The id of a document of one application: the same content for the same evidence is the same document.</summary>
public readonly record struct DocumentId(Guid Value) : IParsable<DocumentId>
{
    /// <summary>The id of a content attached for a kind of evidence.</summary>
    public static DocumentId Of(ApplicationId application, EvidenceKind evidence, ContentHash content) =>
        new(DerivedId.From(application.Value, $"document {evidence} {content}"));

    public static DocumentId Parse(string s, IFormatProvider? provider) =>
        TryParse(s, provider, out var id) ? id : throw new FormatException("An id is a UUID in small letters.");

    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out DocumentId result)
    {
        // Only the canonical form: one resource, one name.
        var parsed = Guid.TryParseExact(s, "D", out var value) && value.ToString("D") == s;
        result = parsed ? new(value) : default;
        return parsed;
    }

    public override string ToString() => Value.ToString("D");
}
