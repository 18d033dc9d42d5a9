using Register.Client.Input;
using Register.Client.Terminal;

namespace Register.Client.Apprenticeships;

internal static class ApprenticeshipPresentation
{
    public static readonly Presentation<Apprenticeship> Apprenticeship = new(
        Name: a => a.Name,
        Columns:
        [
            new("Apprenticeship", a => a.Name),
            new("Name", a => a.FullName),
            new("Employer", a => a.Employer),
            new("Started", a => Dates.Text(a.StartedOn)),
            new("Off the job", Share),
            new("State", a => Words.Of(a.State)),
        ],
        Details:
        [
            new("Apprenticeship", a => a.Name),
            new("Name", a => a.FullName),
            new("Date of birth", a => Dates.Text(a.DateOfBirth)),
            new("Employer", a => a.Employer),
            new("Programme", a => a.Programme),
            new("Started", a => Dates.Text(a.StartedOn)),
            new("Off the job", Share),
            new("Gateway passed", a => Dates.Text(a.GatewayOn)),
            new("Assessments", a => string.Join("; ", a.Assessments.Select(Assessment))),
            new("State", a => Words.Of(a.State)),
            new("Version", a => $"{a.Version}"),
        ]);

    // Rounded down: 19.98% is not enough for the gateway and must not read as 20.0%.
    private static string Share(Apprenticeship a) => a.WorkingHours == 0
        ? ""
        : FormattableString.Invariant($"{a.OffTheJobHours} of {a.WorkingHours} hours, {1000L * a.OffTheJobHours / a.WorkingHours / 10m:0.0}%");

    private static string Assessment(EndPointAssessment a) =>
        $"{Words.Of(a.Outcome)} on {Dates.Text(a.AssessedOn)}{(a.CandidateNumber.Length > 0 ? $" as {a.CandidateNumber}" : "")}";
}
