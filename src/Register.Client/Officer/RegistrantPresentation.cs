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
            new("Status", Status),
            new("Registered", r => $"{Dates.Text(r.RegisteredFrom)} to {Dates.Text(r.PeriodEnd)}"),
            new("Town", r => r.PracticeTown),
        ],
        Details:
        [
            new("Number", r => r.RegistrationNumber),
            new("Name", r => r.FullName),
            new("Status", Status),
            new("Since", r => Dates.Text(r.StatusSince)),
            new("Next", r => r.NextStatus is null ? "" : Interval(r.NextStatus)),
            new("Orders", r => string.Join('\n', r.Orders.Select(Order))),
            new("Held by", r => string.Join('\n', r.Holds.Select(Hold))),
            new("Hearings", r => string.Join('\n', r.Hearings.Select(Hearing))),
            new("Registered", r => $"{Dates.Text(r.RegisteredFrom)} to {Dates.Text(r.PeriodEnd)}"),
            new("Date of birth", r => Dates.Text(r.DateOfBirth)),
            new("Names", r => r.Names.Count > 1 ? string.Join('\n', r.Names.Select(Name)) : ""),
            new("Email", r => r.Email),
            new("Phone", r => r.Phone),
            new("Address", r => r.Address is null ? "" : Address(r.Address)),
            new("Town", r => r.PracticeTown),
            new("Practice areas", r => EducationPresentations.Areas(r.PracticeAreas)),
            new("Added areas", r => EducationPresentations.Areas(r.AddedPracticeAreas)),
            new("Annotations", r => string.Join('\n', r.Annotations.Select(Annotation))),
            new("Other registrations", r => string.Join('\n', r.OtherRegistrations.Select(Other))),
            new("Route", r => Words.Of(r.Route)),
            new("Application", r => r.Application),
            new("Timeline", r => string.Join('\n', r.Timeline.Select(Interval))),
            new("Version", r => $"{r.Version}"),
        ]);

    private static string Status(Registrant registrant) =>
        StatusWords.Of(registrant.Status, registrant.NotRegisteredReason) + (registrant.SanctionPending ? " (sanction pending)" : "");

    private static string Order(EntryOrder order)
    {
        var told = order.NotifiedOn is null ? "" : $", told on {Dates.Text(order.NotifiedOn)}";
        var days = order.StartDate is null ? "waits for an appeal" : $"from {Dates.Text(order.StartDate)}{(order.EndDate is null ? "" : $" to {Dates.Text(order.EndDate)}")}";
        return $"{Words.Of(order.Kind)} {days}{told} ({order.Case}): {order.PublicText}";
    }

    private static string Hold(EntryHold hold) =>
        $"{hold.Case} from {Dates.Text(hold.StartDate)}{(hold.EndDate is null ? "" : $" to {Dates.Text(hold.EndDate)}")}";

    private static string Hearing(EntryHearing hearing) =>
        $"{Dates.Text(hearing.HearingDate)}, {Words.Of(hearing.Committee)} committee ({hearing.Case}){(hearing.Allegations.Length > 0 ? $": {hearing.Allegations}" : "")}";

    private static string Name(HeldName name)
    {
        var evidence = name.EvidenceReference.Length > 0 ? $" ({name.EvidenceReference})" : "";
        return $"from {Dates.Text(name.StartDate)}: {name.FullName}{evidence}";
    }

    private static string Address(PostalAddress address) =>
        string.Join(", ", new[] { address.Line1, address.Line2, address.Town, address.Postcode, address.Country }.Where(line => line.Length > 0));

    private static string Annotation(Annotation annotation)
    {
        var what = annotation.PracticeArea == PracticeArea.Unspecified ? Words.Of(annotation.Kind) : Words.Of(annotation.PracticeArea);
        var to = annotation.EndDate is null ? "" : $", revoked on {Dates.Text(annotation.EndDate)}: {annotation.RevocationReason}";
        string[] support = [annotation.Programme, annotation.CandidateNumber, annotation.EvidenceReference];
        return $"{annotation.AnnotationId} from {Dates.Text(annotation.StartDate)}: {what} ({string.Join(' ', support.Where(s => s.Length > 0))}){to}";
    }

    private static string Other(OtherRegistration other)
    {
        var to = other.EndDate is null ? "" : $" to {Dates.Text(other.EndDate)}";
        return $"{Words.Of(other.Body).ToUpperInvariant()} {other.Number} from {Dates.Text(other.StartDate)}{to}: "
            + $"{Words.Of(other.Status)}, checked {Dates.Text(other.CheckDate)}";
    }

    private static string Interval(StatusInterval interval)
    {
        var from = interval.From is null ? "" : $"from {Dates.Text(interval.From)} ";
        var to = interval.To is null ? "without end" : $"to {Dates.Text(interval.To)}";
        return $"{from}{to}: {StatusWords.Of(interval.Status, interval.Reason)}";
    }
}
