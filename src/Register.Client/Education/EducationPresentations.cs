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
            new("Accredited", Accredited),
            new("Awards", p => $"{p.AwardCount}"),
        ],
        Details:
        [
            new("Programme", p => p.Name),
            new("Provider", p => $"{p.ProviderName} ({p.Provider})"),
            new("Title", p => p.Title),
            new("Award", p => $"{p.Award}, level {p.AcademicLevel}, {Words.Of(p.Kind)}"),
            new("Practice areas", p => Areas(p.PracticeAreas)),
            new("Accredited", Accredited),
            new("Conditions", p => string.Join("; ", p.Conditions.Select(Condition))),
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
        new("Corrected", a => a.CorrectionReason),
    ];

    public static readonly Presentation<Award> Award = new(Name: a => a.Name, Columns: AwardFacts, Details: AwardFacts);

    public static readonly Presentation<Provider> Provider = new(
        Name: p => p.Provider_,
        Columns:
        [
            new("Provider", p => p.Provider_),
            new("Name", p => p.ProviderName),
            new("Programmes", p => string.Join("; ", p.Programmes.Select(programme => $"{programme.Title} ({programme.Award})"))),
        ],
        Details: []);

    public static readonly Presentation<PassList> PassList = new(
        Name: l => $"{l.Programme} {Dates.Text(l.CohortStart)}",
        Columns:
        [
            new("Programme", l => l.Programme),
            new("Provider", l => l.Provider),
            new("Title", l => l.Title),
            new("Cohort start", l => Dates.Text(l.CohortStart)),
            new("Awards", l => $"{l.AwardCount}"),
            new("Ratified", l => $"{l.RatifiedCount}"),
            new("State", l => Words.Of(l.State)),
            new("Submitted", l => Dates.Text(l.SubmitTime)),
            new("Corrections", l => $"{l.CorrectionCount}"),
        ],
        Details: []);

    private static string Accredited(Programme programme) => programme.Intervals.Count == 0
        ? "withdrawn"
        : string.Join(", ", programme.Intervals.Select(i => $"{Dates.Text(i.AccreditedFrom)} to {Dates.Text(i.AccreditedTo)}"));

    private static string Condition(AccreditationCondition condition)
    {
        var due = condition.DueOn is null ? "" : $", due {Dates.Text(condition.DueOn)}";
        var end = condition.Outcome == ConditionOutcome.Unspecified ? "" : $", {Words.Of(condition.Outcome)} on {Dates.Text(condition.EndedOn)}";
        return $"{condition.Number}. {condition.Text}{due}{end}";
    }

    public static string Areas(IEnumerable<PracticeArea> areas) => string.Join(", ", areas.Select(Words.Of));
}
