namespace Register.Domain;

/// <summary>Which kind of "no" a rejection is; the edge turns it into a status.</summary>
public enum RejectionKind
{
    /// <summary>The input itself is wrong: it would be wrong in any state.</summary>
    Invalid,

    /// <summary>A rule stands in the way in this state.</summary>
    Refused,

    /// <summary>There is no such thing, or the caller may not know of it.</summary>
    NotFound,

    /// <summary>The caller may know of it but not do this.</summary>
    Forbidden,
}

/// <summary>Why a command is turned down, in words a person can act on.</summary>
/// <param name="Kind">Which kind of "no".</param>
/// <param name="Code">A stable code in capitals, the reason for machines.</param>
/// <param name="Message">The reason for people; never holds personal data (R37).</param>
/// <param name="Field">The field it is about, as the contract names it.</param>
public sealed record Rejection(RejectionKind Kind, string Code, string Message, string? Field = null)
{
    /// <summary>A rule stands in the way.</summary>
    public static Rejection Of(string code, string message, string? field = null) => new(RejectionKind.Refused, code, message, field);

    /// <summary>The input is wrong in any state.</summary>
    public static Rejection Invalid(string field, string code, string message) => new(RejectionKind.Invalid, code, message, field);

    /// <summary>There is no such thing.</summary>
    public static Rejection NotFound(string code, string message) => new(RejectionKind.NotFound, code, message);

    /// <summary>It is not the caller's to do.</summary>
    public static Rejection Forbidden(string code, string message) => new(RejectionKind.Forbidden, code, message);
}
