using Register.Client.Input;
using Register.Client.Terminal;
using Proto = Sonographer.Register.V1;

namespace Register.Client.Practice;

internal static class PracticePresentation
{
    private static readonly IReadOnlyList<Fact<Proto.Practice>> Facts =
    [
        new("Registrant", p => p.Registrant),
        new("Tier", p => p.Tier == CareerTier.Unspecified ? "" : Words.Of(p.Tier)),
        new("Band", p => Bands.Of(p.Band)),
        new("Job title", p => p.JobTitle),
        new("Employers", p => string.Join("\n", p.CurrentEmployments.Select(Employment))),
        new("Declared tiers", p => string.Join("\n", p.Tiers.Select(t => $"{Words.Of(t.Tier)} from {Dates.Text(t.From)}: {t.Evidence}"))),
        new("Declared bands", p => string.Join("\n", p.Bands.Select(b => $"{Bands.Of(b.Band)} from {Dates.Text(b.From)}: {b.Evidence}"))),
        new("Declared titles", p => string.Join("\n", p.JobTitles.Select(j => $"{j.Title} from {Dates.Text(j.From)}: {j.Evidence}"))),
        new("Declared employers", p => string.Join("\n", p.Employments.Select(Employment))),
        new("CPD", p => string.Join("\n", p.CpdRecords.Select(Cpd))),
        new("CPD hours", p => p.CpdHours > 0 ? p.CpdHours.ToString(CultureInfo.InvariantCulture) : ""),
        new("Version", p => $"{p.Version}"),
    ];

    public static readonly Presentation<Proto.Practice> Practice = new(Name: p => p.Registrant, Columns: [.. Facts.Take(5)], Details: Facts);

    public static readonly Presentation<Organisation> Organisation = ListOf<Organisation>(
        o => o.OdsCode,
        new("ODS code", o => o.OdsCode),
        new("Name", o => o.Title),
        new("Region", o => RegionWords.Of(o.Region)));

    public static readonly Presentation<Preceptorship> Preceptorship = ListOf<Preceptorship>(
        p => p.Name,
        new("Preceptorship", p => p.Name),
        new("Registrant", p => p.Registrant),
        new("Department", p => p.DepartmentEndorsed ? $"{p.Department} (endorsed)" : $"{p.Department} (not endorsed)"),
        new("From", p => Dates.Text(p.From)),
        new("Signed off", p => string.Join("; ", p.SignOffs.Select(s => $"{s.Capability} on {Dates.Text(s.On)} by {s.SignedBy}"))),
        new("Outstanding", p => string.Join("; ", p.OutstandingCapabilities)),
        new("Completed", p => Dates.Text(p.CompletedOn)),
        new("Version", p => $"{p.Version}"));

    public static readonly Presentation<Department> Department = ListOf<Department>(
        d => d.Name,
        new("Department", d => d.Name),
        new("Organisation", d => d.OrganisationName),
        new("Endorsed today", d => d.Endorsed ? "yes" : "no"),
        new("Endorsements", d => string.Join("; ", d.Endorsements.Select(e => $"{Dates.Text(e.From)} to {Dates.Text(e.To)}"))),
        new("Version", d => $"{d.Version}"));

    private static Presentation<T> ListOf<T>(Func<T, string> name, params IReadOnlyList<Fact<T>> facts) => new(name, facts, facts);

    private static string Employment(Employment e) => string.Create(
        CultureInfo.InvariantCulture,
        $"{e.EmployerName} ({e.Employer}), {Words.Of(e.Setting)}, {RegionWords.Of(e.Region)}, {e.WholeTimeEquivalent:0.##} WTE, from {Dates.Text(e.From)}{(e.To is null ? "" : $" to {Dates.Text(e.To)}")}");

    private static string Cpd(CpdRecord c) =>
        string.Create(CultureInfo.InvariantCulture, $"{Dates.Text(c.On)}: {c.Hours:0.##} h, {Words.Of(c.Kind)}. {c.Reflection}");
}
