using Register.Domain.FitnessToPractise;
using static Register.Service.Audit.Narrative.InWords;

namespace Register.Service.Audit.Narrative;

/// <summary>What was done in a fitness-to-practise case.</summary>
internal static class CaseDeeds
{
    public static string? Of(CaseEvent e) => e switch
    {
        CaseEvent.ConcernRaised c => $"raised a concern received on {InWords.Of(c.ReceivedOn)}, of {InWords.Of(c.Ground)}{About(c)}{Because(c.Concern)}",
        CaseEvent.InterimOrderImposed o =>
            $"imposed an interim order of {InWords.Of(o.Kind)} from {InWords.Of(o.From)} to {InWords.Of(o.Until)}, to be reviewed by {InWords.Of(o.FirstReviewBy)}{Because(o.PublicText)}",
        CaseEvent.InterimOrderRevoked r => $"revoked the interim order with effect from {InWords.Of(r.On)}",
        CaseEvent.Closed { As: { } way } c => $"closed the case on {InWords.Of(c.On)}, {Way(way)}{Because(c.Reasons)}",
        CaseEvent.Closed c => $"closed the case on {InWords.Of(c.On)}{Because(c.Reasons)}",
        ConcernEvent.RegistrantAttached a => $"recorded that the case is about the registrant {a.Registrant}",
        ConcernEvent.Reopened r => $"reopened the case with a new concern received on {InWords.Of(r.ReceivedOn)}, of {InWords.Of(r.Ground)}{Because(r.Concern)}",
        InquiryEvent.Triaged t => $"found at triage that the concern {(t.ThresholdMet ? "meets" : "does not meet")} the threshold{Because(t.Reasons)}",
        InquiryEvent.InvestigationReported i => $"reported the investigation, with the allegations{Because(i.Allegations)}",
        InquiryEvent.Answered { ReferredTo: { } committee } a => $"recorded that there is a case to answer before the {InWords.Of(committee)} committee{Because(a.Reasons)}",
        InquiryEvent.Answered a => $"recorded that there is no case to answer{Because(a.Reasons)}",
        CommitteeEvent.Convened c =>
            $"convened the {InWords.Of(c.Kind)} committee of {Joined(c.Members)}, with {c.Chair} in the chair",
        CommitteeEvent.HearingScheduled h => $"scheduled a hearing of the {InWords.Of(h.Committee)} committee on {InWords.Of(h.HearingOn)}{Because(h.Allegations)}",
        InterimOrderEvent.Reviewed r =>
            $"reviewed the interim order on {InWords.Of(r.On)} and {Reviewed(r)}{Because(r.Reasons)}",
        InterimOrderEvent.Extended x => $"recorded that the court extended the interim order to {InWords.Of(x.Until)} ({x.CourtReference})",
        DecisionEvent.Recorded d =>
            $"recorded decision {d.Number} as chair, on the occasion of {InWords.Of(d.Occasion)}: {InWords.Of(d.Outcome)}{Sanction(d.Terms)}{Because(d.Reasons)}",
        DecisionEvent.Confirmed d => $"confirmed decision {d.Number} of the chair {d.Chair} as the second member",
        SanctionEvent.NoticeServed n => $"recorded that the registrant was notified of decision {n.Decision} on {InWords.Of(n.NotifiedOn)}",
        SanctionEvent.AppealLodged a => $"recorded an appeal against decision {a.Decision}, lodged on {InWords.Of(a.LodgedOn)}{Because(a.Grounds)}",
        SanctionEvent.AppealDisposed d =>
            $"recorded the outcome of {InWords.Of(d.DisposedOn)} of the appeal against decision {d.Decision} ({d.Reference}): {InWords.Of(d.Outcome)}{Sanction(d.Varied)}",
        AgreementEvent.Recorded a => $"recorded an agreement to remove the entry{Because(a.Reasons)}",
        AgreementEvent.Confirmed a => $"confirmed the agreement to remove the entry that {a.RecordedBy} recorded",
        _ => null,
    };

    private static string About(CaseEvent.ConcernRaised concern) => concern.Registrant is { } number ? $", about the registrant {number}" : "";

    private static string Way(ClosedAs way) => way switch
    {
        ClosedAs.ByOfficer => "by an officer",
        ClosedAs.Joined => "joined to another case",
        ClosedAs.NoAction => "with no action",
        ClosedAs.NoCaseToAnswer => "with no case to answer",
        _ => InWords.Of(way),
    };

    private static string Sanction(SanctionTerms? terms) =>
        terms is null ? "" : $", {InWords.Of(terms.Kind)}{(terms.Months is { } months ? $" for {Count(months, "month")}" : "")}";

    private static string Reviewed(InterimOrderEvent.Reviewed review) => review switch
    {
        { Outcome: InterimReviewOutcome.Revoke } => "revoked it",
        { Varied: { } terms } => $"varied it to {InWords.Of(terms.Kind)} until {InWords.Of(terms.Until)}, to be reviewed again by {InWords.Of(review.NextReviewBy)}",
        _ => $"continued it, to be reviewed again by {InWords.Of(review.NextReviewBy)}",
    };
}
