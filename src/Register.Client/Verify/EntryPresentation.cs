using Register.Client.Education;
using Register.Client.Input;
using Register.Client.Terminal;

namespace Register.Client.Verify;

internal static class EntryPresentation
{
    public static readonly Presentation<PublicEntry> Entry = new(
        Name: e => e.RegistrationNumber,
        Columns:
        [
            new("Number", e => e.RegistrationNumber),
            new("Name", e => e.FullName),
            new("Status", Status),
            new("Since", e => Dates.Text(e.StatusSince)),
            new("Registered until", e => Dates.Text(e.PeriodEnd)),
            new("Town", e => e.PracticeTown),
            new("Restrictions", e => string.Join("; ", e.Restrictions)),
        ],
        Details:
        [
            new("Number", e => e.RegistrationNumber),
            new("Name", e => e.FullName),
            new("Status", Status),
            new("Since", e => Dates.Text(e.StatusSince)),
            new("Registered", e => e.RegisteredFrom is null ? "" : $"{Dates.Text(e.RegisteredFrom)} to {Dates.Text(e.PeriodEnd)}"),
            new("Practice areas", e => EducationPresentations.Areas(e.PracticeAreas)),
            new("Added areas", e => EducationPresentations.Areas(e.AddedPracticeAreas)),
            new("Annotations", e => string.Join('\n', e.Annotations.Where(a => a.PracticeArea == PracticeArea.Unspecified).Select(Annotation))),
            new("Town", e => e.PracticeTown),
            new("Restrictions", e => string.Join('\n', e.Restrictions)),
            new("Hearings", e => string.Join('\n', e.Hearings.Select(Hearing))),
            new("As at", e => Dates.Text(e.AsAt)),
            new("Answered", e => Dates.Text(e.AnswerTime)),
            new("Tag", e => e.Etag),
        ]);

    public static string Hearing(PublicHearing hearing) => $"{Dates.Text(hearing.HearingDate)}: {hearing.Allegations}";

    private static string Annotation(PublicAnnotation annotation) => $"{Words.Of(annotation.Kind)} from {Dates.Text(annotation.StartDate)}";

    public static string Status(PublicEntry entry) => StatusWords.Of(entry.Status, entry.NotRegisteredReason);
}
