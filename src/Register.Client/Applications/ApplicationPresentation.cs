using Register.Client.Input;
using Register.Client.Terminal;

namespace Register.Client.Applications;

internal static class ApplicationPresentation
{
    public static readonly Presentation<Application> Application = new(
        Name: a => a.Name,
        Columns:
        [
            new("Application", a => a.Name),
            new("Name", a => a.FullName),
            new("State", a => Words.Of(a.State)),
            new("Route", a => Words.Of(a.Route)),
            new("Submitted", a => Dates.Text(a.SubmitTime)),
            new("Age in days", a => $"{a.AgeDays}"),
            new("Checked", a => $"{a.Checks.Count(c => c.Outcome == CheckOutcome.Satisfied)} of {a.RequiredEvidence.Count}"),
            new("Number", a => a.RegistrationNumber),
        ],
        Details:
        [
            new("Application", a => a.Name),
            new("State", a => Words.Of(a.State)),
            new("Registration number", a => a.RegistrationNumber),
            new("Route", a => Words.Of(a.Route)),
            new("Name", a => a.FullName),
            new("Date of birth", a => Dates.Text(a.DateOfBirth)),
            new("Email", a => a.Email),
            new("Town", a => a.PracticeTown),
            new("Programme", a => a.Programme),
            new("Candidate number", a => a.CandidateNumber),
            new("Fee reference", a => a.FeeReference),
            new("Character", a => a.Declarations?.Character ?? ""),
            new("Health", a => a.Declarations?.Health ?? ""),
            new("Indemnity", a => a.Declarations is null ? "" : a.Declarations.Indemnity ? "in place" : "not in place"),
            new("Submitted", a => Dates.Text(a.SubmitTime)),
            new("Checks", a => string.Join('\n', a.Checks.Select(Check))),
            new("Evidence needed", a => string.Join(", ", a.RequiredEvidence.Select(Words.Of))),
            new("Questions", a => string.Join('\n', a.InformationRequests.Select(Question))),
            new("Assessors", a => string.Join('\n', a.Assessors.Select(Finding))),
            new("Comparability", a => a.Comparability is { } c ? $"{(c.Met ? "met" : "not met yet")}: {c.Reasons}" : ""),
            new("Appeal", a => a.Appeal is { } p ? $"{p.Grounds} ({Words.Of(p.Outcome)}) {p.Reasons}" : ""),
            new("Appeal until", a => Dates.Text(a.AppealUntil)),
            new("Decided", a => Dates.Text(a.DecideTime)),
            new("Reasons", a => a.DecisionReasons),
            new("Version", a => $"{a.Version}"),
        ]);

    private static string Question(InformationRequest r) =>
        $"{r.Number}. {r.Question} (due {Dates.Text(r.DueOn)}): {(r.Answer.Length > 0 ? r.Answer : "no answer yet")}";

    private static string Finding(Assessor a) =>
        a.Finding == Sonographer.Register.V1.Finding.Unspecified ? $"{a.Assessor_}: no finding yet" : $"{a.Assessor_}: {Words.Of(a.Finding)}: {a.Reasons}";

    private static string Check(EvidenceCheck check)
    {
        var note = check.Note.Length > 0 ? $": {check.Note}" : "";
        return $"{Words.Of(check.Evidence)} {Words.Of(check.Outcome)} by {check.Officer}, {Dates.Text(check.CheckTime)}{note}";
    }
}
