using Register.Domain.FitnessToPractise;
using Register.Domain.Registration;
using Register.Domain.Registration.Tenure;
using static Register.Service.Audit.Narrative.InWords;

namespace Register.Service.Audit.Narrative;

/// <summary>What was done to an entry on the register.</summary>
internal static class RegistrantDeeds
{
    public static string? Of(RegistrantEvent e) => e switch
    {
        RegistrantEvent.Registered r =>
            $"entered {r.Person.FullName} on the register as {r.Number} from {InWords.Of(r.From)} to {InWords.Of(r.PeriodEnd)}, practising in {r.PracticeTown}, for {InWords.Of(r.PracticeAreas)}",
        RegistrantEvent.RestrictionPlaced p =>
            $"placed an interim order of {InWords.Of(p.Kind)} on the entry from {InWords.Of(p.From)} to {InWords.Of(p.Until)}{Because(p.PublicText)}",
        RegistrantEvent.RestrictionLifted l => $"lifted the interim order from the entry with effect from {InWords.Of(l.On)}",
        RegistrantEvent.CaseRecorded c => $"took over on the entry what a case comes to: {Of(c.Standing)}",
        ParticularsEvent p => Of(p),
        TenureEvent t => Of(t),
        _ => null,
    };

    private static string Of(CaseStanding standing) => string.Join("; ",
    [
        $"held on the register from {InWords.Of(standing.HeldFrom)}{To(standing.HeldUntil)}",
        .. standing.InterimOrders.Select(o => $"interim {InWords.Of(o.Kind)} from {InWords.Of(o.From)}{To(o.Until)}{Because(o.PublicText)}"),
        .. standing.Sanctions.Select(s => s.From is { } from
            ? $"{InWords.Of(s.Kind)} from {InWords.Of(from)}{To(s.Until)}{Because(s.PublicText)}"
            : $"{InWords.Of(s.Kind)} once the appeal is disposed of{Because(s.PublicText)}"),
        .. standing.Hearings.Select(h => $"a hearing of the {InWords.Of(h.Committee)} committee on {InWords.Of(h.On)}"),
        .. standing.RestorationAllowedOn is { } allowed ? [$"restoration allowed on {InWords.Of(allowed)}"] : Array.Empty<string>(),
    ]);

    private static string To(DateOnly? last) => last is { } day ? $" to {InWords.Of(day)}" : "";

    private static string? Of(ParticularsEvent e) => e switch
    {
        ParticularsEvent.OtherRegistrationRecorded o =>
            $"recorded the registration {o.Number} with {InWords.Of(o.Body)} from {InWords.Of(o.From)}, {InWords.Of(o.Status)} as of {InWords.Of(o.CheckedOn)}",
        ParticularsEvent.OtherRegistrationEnded o => $"recorded that the registration {o.Number} with {InWords.Of(o.Body)} ended on {InWords.Of(o.On)}",
        ParticularsEvent.NameChanged n => $"changed the name to {n.FullName} from {InWords.Of(n.From)}, on the evidence of {n.EvidenceReference}",
        ParticularsEvent.NameCorrected n =>
            $"corrected the name recorded from {InWords.Of(n.Recorded)} to {n.FullName} from {InWords.Of(n.From)}{Because(n.Reason)}",
        ParticularsEvent.AddressChanged a => $"changed the address on {InWords.Of(a.On)}",
        ParticularsEvent.ContactChanged c => $"changed the contact details on {InWords.Of(c.On)}",
        ParticularsEvent.PracticeTownChanged t => $"changed the town of practice to {t.Town} from {InWords.Of(t.From)}",
        ParticularsEvent.AnnotationGranted g => $"granted the annotation {Annotation(g)} from {InWords.Of(g.From)}{Support(g.Award?.CandidateNumber, g.EvidenceReference)}",
        ParticularsEvent.AnnotationRevoked r => $"revoked an annotation with effect from {InWords.Of(r.On)}{Because(r.Reason)}",
        ParticularsEvent.AnnotationCorrected c =>
            $"corrected an annotation, which holds from {InWords.Of(c.From)}{Support(c.Award?.CandidateNumber, c.EvidenceReference)}{Because(c.Reason)}",
        _ => null,
    };

    private static string? Of(TenureEvent e) => e switch
    {
        TenureEvent.Renewed r => $"renewed the registration from {InWords.Of(r.From)} to {InWords.Of(r.PeriodEnd)}, with the fee {r.FeeReference}",
        TenureEvent.NoticeGiven n => $"gave the notice of {InWords.Of(n.Kind)} for the period that ends on {InWords.Of(n.PeriodEnd)}",
        TenureEvent.NotificationSent n => $"sent the notice of {InWords.Of(n.Kind)} for the period that ends on {InWords.Of(n.PeriodEnd)} by {n.Channel}",
        TenureEvent.HoldPlaced h => $"held the entry on the register from {InWords.Of(h.From)}, because a fitness-to-practise case is open",
        TenureEvent.HoldReleased h => $"released the hold on the entry with effect from {InWords.Of(h.On)}, because the case ended",
        TenureEvent.Lapsed l => $"recorded that the registration was not renewed and lapsed on {InWords.Of(l.On)}",
        TenureEvent.Left l => $"took the entry off the register on {InWords.Of(l.On)}, by the registrant's own wish",
        TenureEvent.RemovedByAgreement r => $"removed the entry by agreement on {InWords.Of(r.On)}{Because(r.Reasons)}",
        TenureEvent.StruckOff s => $"struck the entry off on {InWords.Of(s.On)}{Because(s.Reasons)}",
        TenureEvent.EntryRemoved r => $"removed the {InWords.Of(r.Fault)} entry on {InWords.Of(r.On)}{Because(r.Reasons)}",
        TenureEvent.RemovedForCpd r => $"removed the entry on {InWords.Of(r.On)}, after the CPD audit of the round of {InWords.Of(r.Round)}{Because(r.Reasons)}",
        TenureEvent.DeathRecorded d => $"recorded that the registrant died on {InWords.Of(d.DiedOn)}",
        TenureEvent.Returned r => $"brought the entry back by {InWords.Of(r.Way)} from {InWords.Of(r.From)} to {InWords.Of(r.PeriodEnd)}",
        TenureEvent.RestorationApplied r => $"recorded an application for restoration of {InWords.Of(r.On)}",
        TenureEvent.SelectedForCpdAudit s =>
            $"drew the registrant for the CPD audit of the round of {InWords.Of(s.Round)}, with a profile due by {InWords.Of(s.ProfileDueBy)}",
        TenureEvent.CpdProfileSubmitted s => $"handed in a CPD profile for the round of {InWords.Of(s.Round)}{Because(s.Profile)}",
        TenureEvent.CpdAuditDecided d =>
            $"decided the CPD audit of the round of {InWords.Of(d.Round)}: {InWords.Of(d.Outcome)}{(d.Until is { } until ? $", until {InWords.Of(until)}" : "")}{Because(d.Reasons)}",
        TenureEvent.CpdOutcomeAppealed a => $"appealed against the outcome of the CPD audit of the round of {InWords.Of(a.Round)}{Because(a.Grounds)}",
        TenureEvent.CpdAppealDecided d =>
            $"{(d.Allowed ? "allowed" : "dismissed")} the appeal in the CPD audit of the round of {InWords.Of(d.Round)}{Because(d.Reasons)}",
        _ => null,
    };

    private static string Annotation(ParticularsEvent.AnnotationGranted granted) =>
        granted.PracticeArea is { } area ? $"{InWords.Of(granted.Kind)} {InWords.Of(area)}" : InWords.Of(granted.Kind);

    private static string Support(string? candidate, string? evidence) =>
        candidate is not null ? $", supported by the award of candidate {candidate}"
        : evidence is not null ? $", supported by {Quoted(evidence)}"
        : "";
}
