namespace Register.Domain;

/// <summary>Who acts: the subject of an access token in one role.</summary>
/// <param name="Subject">The token's subject: an opaque id, not a name.</param>
/// <param name="Role">One of <see cref="Roles"/>.</param>
/// <param name="Organisation">The organisation acted for, where the role has one: an ODS code or a provider's code.</param>
public sealed record Actor(string Subject, string Role, string? Organisation = null)
{
    /// <summary>The register itself, when one event leads to another command.</summary>
    public static Actor Register { get; } = new("register", Roles.Register);

    /// <summary>Anybody: somebody who calls without a token.</summary>
    public static Actor Public { get; } = new("public", Roles.Public);
}

/// <summary>The roles of the register's users, as access tokens name them.</summary>
public static class Roles
{
    public const string Applicant = "applicant";
    public const string Accreditor = "accreditor";
    public const string EducationProvider = "education-provider";
    public const string Registrar = "registrar";
    public const string FtpOfficer = "ftp-officer";
    public const string Panel = "panel";
    public const string Employer = "employer";
    public const string Auditor = "auditor";
    public const string Analyst = "analyst";

    /// <summary>Those who keep the service running.</summary>
    public const string Operator = "operator";

    /// <summary>The register itself; no token carries it.</summary>
    public const string Register = "register";

    /// <summary>Anybody without a token.</summary>
    public const string Public = "public";

    /// <summary>Every role that a token may carry.</summary>
    public static readonly IReadOnlyList<string> All =
        [Applicant, Accreditor, EducationProvider, Registrar, FtpOfficer, Panel, Employer, Auditor, Analyst, Operator];
}
