using Register.Client.Input;
using Register.Client.Terminal;

namespace Register.Client.Education;

internal static class EducationPresentations
{
    public static readonly Presentation<Programme> Programme = new(
        Name: p => p.Name,
        Columns:
        [
            new("Programme", p => p.Name),
            new("Provider", p => p.ProviderName),
            new("Title", p => p.Title),
            new("Award", p => p.Award),
            new("Level", p => $"{p.AcademicLevel}"),
            new("Accredited", p => $"{Dates.Text(p.AccreditedFrom)} to {Dates.Text(p.AccreditedTo)}"),
            new("Awards", p => $"{p.AwardCount}"),
        ],
        Details:
        [
            new("Programme", p => p.Name),
            new("Provider", p => $"{p.ProviderName} ({p.Provider})"),
            new("Title", p => p.Title),
            new("Award", p => $"{p.Award}, level {p.AcademicLevel}, {Words.Of(p.Kind)}"),
            new("Practice areas", p => Areas(p.PracticeAreas)),
            new("Accredited", p => $"{Dates.Text(p.AccreditedFrom)} to {Dates.Text(p.AccreditedTo)}"),
            new("Awards on pass lists", p => $"{p.AwardCount}"),
            new("Version", p => $"{p.Version}"),
        ]);

    private static readonly IReadOnlyList<Fact<Award>> AwardFacts =
    [
        new("Candidate number", a => a.CandidateNumber),
        new("Name", a => a.FullName),
        new("Date of birth", a => Dates.Text(a.DateOfBirth)),
        new("Practice areas", a => Areas(a.PracticeAreas)),
        new("Cohort start", a => Dates.Text(a.CohortStart)),
        new("Ratified", a => Dates.Text(a.RatifiedOn)),
    ];

    public static readonly Presentation<Award> Award = new(Name: a => a.Name, Columns: AwardFacts, Details: AwardFacts);

    public static string Areas(IEnumerable<PracticeArea> areas) => string.Join(", ", areas.Select(Words.Of));
}
