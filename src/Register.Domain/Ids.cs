using System.Diagnostics.CodeAnalysis;

namespace Register.Domain;

/// <summary>The id of a programme.</summary>
public readonly record struct ProgrammeId(Guid Value) : IParsable<ProgrammeId>
{
    public StreamId Stream => new("programme", ToString());

    public static ProgrammeId Parse(string s, IFormatProvider? provider) =>
        TryParse(s, provider, out var id) ? id : throw new FormatException("An id is a UUID in small letters.");

    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out ProgrammeId result) =>
        ResourceId.TryParse(s, v => new(v), out result);

    public override string ToString() => Value.ToString("D");
}

/// <summary>The id of an application.</summary>
public readonly record struct ApplicationId(Guid Value) : IParsable<ApplicationId>
{
    public StreamId Stream => new("application", ToString());

    public static ApplicationId Parse(string s, IFormatProvider? provider) =>
        TryParse(s, provider, out var id) ? id : throw new FormatException("An id is a UUID in small letters.");

    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out ApplicationId result) =>
        ResourceId.TryParse(s, v => new(v), out result);

    public override string ToString() => Value.ToString("D");
}

/// <summary>The id of an apprenticeship.</summary>
public readonly record struct ApprenticeshipId(Guid Value) : IParsable<ApprenticeshipId>
{
    public StreamId Stream => new("apprenticeship", ToString());

    public static ApprenticeshipId Parse(string s, IFormatProvider? provider) =>
        TryParse(s, provider, out var id) ? id : throw new FormatException("An id is a UUID in small letters.");

    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out ApprenticeshipId result) =>
        ResourceId.TryParse(s, v => new(v), out result);

    public override string ToString() => Value.ToString("D");
}

/// <summary>The id of a fitness-to-practise case.</summary>
public readonly record struct CaseId(Guid Value) : IParsable<CaseId>
{
    public StreamId Stream => new("case", ToString());

    public static CaseId Parse(string s, IFormatProvider? provider) =>
        TryParse(s, provider, out var id) ? id : throw new FormatException("An id is a UUID in small letters.");

    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out CaseId result) =>
        ResourceId.TryParse(s, v => new(v), out result);

    public override string ToString() => Value.ToString("D");
}

file static class ResourceId
{
    public static bool TryParse<TId>(string? s, Func<Guid, TId> of, [MaybeNullWhen(false)] out TId id)
    {
        // Only the canonical form: one resource, one name.
        var parsed = Guid.TryParseExact(s, "D", out var value) && value.ToString("D") == s;
        id = parsed ? of(value) : default;
        return parsed;
    }
}
