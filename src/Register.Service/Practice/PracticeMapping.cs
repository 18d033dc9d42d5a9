using Register.Domain.Practice;
using Register.Domain.Registration;
using Register.Service.Edge;
using Proto = Sonographer.Register.V1;

namespace Register.Service.Practice;

/// <summary>Practice as the contract shows it.</summary>
internal static class PracticeMapping
{
    public static Proto.Practice ToProto(RegistrationNumber number, PracticeState state, long version, DateOnly asAt)
    {
        var main = state.EmploymentsOn(asAt).ToList();
        return new()
        {
            Registrant = $"registrants/{number}",
            Tier = (Proto.CareerTier)(int)(state.TierOn(asAt) ?? 0),
            Band = (Proto.AgendaForChangeBand)(int)(state.BandOn(asAt) ?? 0),
            JobTitle = state.JobTitleOn(asAt) ?? "",
            CurrentEmployments = { main.Select(job => ToProto(state.Employments.First(e => e.Employment == job))) },
            Tiers = { state.Tiers.Select(ToProto) },
            Bands = { state.Bands.Select(ToProto) },
            JobTitles = { state.JobTitles.Select(ToProto) },
            Employments = { state.Employments.Select(ToProto) },
            CpdRecords = { state.Cpd.Select(ToProto) },
            CpdHours = (double)state.Cpd.Sum(c => c.Hours),
            Version = version,
        };
    }

    public static Proto.Organisation ToProto(Organisation organisation) =>
        new() { OdsCode = organisation.Code.ToString(), Title = organisation.Name, Region = (Proto.Region)(int)organisation.Region };

    private static Proto.TierFact ToProto(PracticeEvent.TierDeclared t) =>
        new() { Tier = (Proto.CareerTier)(int)t.Tier, From = t.From.ToProto(), Evidence = t.Evidence, DeclaredBy = t.By.Subject };

    private static Proto.BandFact ToProto(PracticeEvent.BandDeclared b) =>
        new() { Band = (Proto.AgendaForChangeBand)(int)b.Band, From = b.From.ToProto(), Evidence = b.Evidence, DeclaredBy = b.By.Subject };

    private static Proto.JobTitleFact ToProto(PracticeEvent.JobTitleDeclared j) =>
        new() { Title = j.Title, From = j.From.ToProto(), Evidence = j.Evidence, DeclaredBy = j.By.Subject };

    private static Proto.Employment ToProto(PracticeEvent.EmploymentDeclared e) => new()
    {
        Employer = e.Employment.Employer.ToString(),
        EmployerName = e.Employment.EmployerName,
        Region = (Proto.Region)(int)e.Employment.Region,
        Setting = (Proto.PracticeSetting)(int)e.Employment.Setting,
        WholeTimeEquivalent = (double)e.Employment.WholeTimeEquivalent,
        From = e.Employment.From.ToProto(),
        To = e.Employment.To?.ToProto(),
        Evidence = e.Evidence,
        DeclaredBy = e.By.Subject,
    };

    private static Proto.CpdRecord ToProto(CpdRecord c) =>
        new() { On = c.On.ToProto(), Hours = (double)c.Hours, Kind = (Proto.CpdKind)(int)c.Kind, Reflection = c.Reflection };
}
