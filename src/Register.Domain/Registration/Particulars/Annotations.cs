using System.Diagnostics.CodeAnalysis;
using Register.Domain.Applications;
using Register.Domain.Education;

namespace Register.Domain.Registration;

/// <summary>What an entry may be annotated with (R22).</summary>
public enum AnnotationKind
{
    /// <summary>One more practice area than those of the qualification.</summary>
    PracticeArea = 1,
    PreceptorshipCompleted,
    AdvancedLevel,
    ConsultantLevel,
    Reporting,
}

/// <summary>The id of an annotation, within its registrant.</summary>
public readonly record struct AnnotationId(Guid Value) : IParsable<AnnotationId>
{
    public static AnnotationId Parse(string s, IFormatProvider? provider) =>
        TryParse(s, provider, out var id) ? id : throw new FormatException("An id is a UUID in small letters.");

    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out AnnotationId result)
    {
        // Only the canonical form: one resource, one name.
        var parsed = Guid.TryParseExact(s, "D", out var value) && value.ToString("D") == s;
        result = new(parsed ? value : default);
        return parsed;
    }

    public override string ToString() => Value.ToString("D");
}

/// <summary>A dated grant on an entry, with what supports it: an award, or evidence (R22).</summary>
/// <param name="From">Its first day.</param>
/// <param name="RevokedOn">The first day without it; null while it stands.</param>
public sealed record Annotation(
    AnnotationId Id,
    AnnotationKind Kind,
    PracticeArea? PracticeArea,
    AwardReference? Award,
    [Personal] string? EvidenceReference,
    DateOnly From,
    DateOnly? RevokedOn = null,
    string? RevocationReason = null)
{
    /// <summary>Whether the entry carries it on a date.</summary>
    public bool IsHeldOn(DateOnly date) => From <= date && (RevokedOn is null || date < RevokedOn);

    /// <summary>Whether both would say the same thing of the entry on some day.</summary>
    public bool Overlaps(Annotation other) =>
        (Kind, PracticeArea) == (other.Kind, other.PracticeArea)
        && From < (other.RevokedOn ?? DateOnly.MaxValue)
        && other.From < (RevokedOn ?? DateOnly.MaxValue);
}
