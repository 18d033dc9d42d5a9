using System.Globalization;

namespace Register.Domain.Tests;

/// <summary>Those who act in the tests, and the days they act on.</summary>
internal static class Cast
{
    public static readonly Actor Amara = new("applicant-amara", Roles.Applicant);
    public static readonly Actor Bryn = new("applicant-bryn", Roles.Applicant);
    public static readonly Actor Accreditor = new("accreditor", Roles.Accreditor, "CASE");
    public static readonly Actor Leeds = new("leeds-registry", Roles.EducationProvider, "LEEDS");
    public static readonly Actor Cardiff = new("cardiff-registry", Roles.EducationProvider, "CARDIFF");
    public static readonly Actor FirstOfficer = new("officer-1", Roles.Registrar);
    public static readonly Actor SecondOfficer = new("officer-2", Roles.Registrar);
    public static readonly Actor FtpOfficer = new("ftp-officer", Roles.FtpOfficer);

    public static DateOnly Day(string iso) => DateOnly.ParseExact(iso, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>Noon UTC, which is the same date in London all year round.</summary>
    public static DateTimeOffset NoonOf(DateOnly day) => new(day, new TimeOnly(12, 0), TimeSpan.Zero);

    public static DateTimeOffset NoonOf(string iso) => NoonOf(Day(iso));

    public static DecisionContext On(this Actor actor, DateOnly day) => new(NoonOf(day), actor);

    public static DecisionContext On(this Actor actor, string iso) => actor.On(Day(iso));
}
