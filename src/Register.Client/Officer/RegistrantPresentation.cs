using Register.Client.Education;
using Register.Client.Input;
using Register.Client.Terminal;

namespace Register.Client.Officer;

internal static class RegistrantPresentation
{
    public static readonly Presentation<Registrant> Registrant = new(
        Name: r => r.RegistrationNumber,
        Columns:
        [
            new("Number", r => r.RegistrationNumber),
            new("Name", r => r.FullName),
            new("Status", r => StatusWords.Of(r.Status)),
            new("Registered", r => $"{Dates.Text(r.RegisteredFrom)} to {Dates.Text(r.PeriodEnd)}"),
            new("Town", r => r.PracticeTown),
        ],
        Details:
        [
            new("Number", r => r.RegistrationNumber),
            new("Name", r => r.FullName),
            new("Status", r => StatusWords.Of(r.Status)),
            new("Registered", r => $"{Dates.Text(r.RegisteredFrom)} to {Dates.Text(r.PeriodEnd)}"),
            new("Date of birth", r => Dates.Text(r.DateOfBirth)),
            new("Email", r => r.Email),
            new("Town", r => r.PracticeTown),
            new("Practice areas", r => EducationPresentations.Areas(r.PracticeAreas)),
            new("Route", r => Words.Of(r.Route)),
            new("Application", r => r.Application),
            new("Timeline", r => string.Join('\n', r.Timeline.Select(Interval))),
            new("Version", r => $"{r.Version}"),
        ]);

    private static string Interval(StatusInterval interval)
    {
        var from = interval.From is null ? "" : $"from {Dates.Text(interval.From)} ";
        var to = interval.To is null ? "without end" : $"to {Dates.Text(interval.To)}";
        return $"{from}{to}: {StatusWords.Of(interval.Status)}";
    }
}
