using Register.Domain.Applications;
using static Register.Service.Audit.Narrative.InWords;

namespace Register.Service.Audit.Narrative;

/// <summary>What was done to an application.</summary>
internal static class ApplicationDeeds
{
    public static string? Of(ApplicationEvent e) => e switch
    {
        ApplicationEvent.Submitted s => $"submitted the application of {s.Person.FullName} by the route {InWords.Of(s.Route)}, with the fee {s.FeeReference}",
        ApplicationEvent.EvidenceChecked c =>
            $"checked the evidence of {InWords.Of(c.Evidence)} and found it {(c.Satisfied ? "satisfactory" : "not satisfactory")}{Because(c.Note)}",
        ApplicationEvent.Granted g => $"granted the application with effect from {InWords.Of(g.On)}, for the practice areas {InWords.Of(g.PracticeAreas)}{Because(g.Reasons)}",
        ApplicationEvent.Refused r => $"refused the application on {InWords.Of(r.On)}{Because(r.Reasons)}",
        ApplicationEvent.Withdrawn => "withdrew the application",
        ErasureEvent.Erased => "erased the personal data of the application",
        DraftEvent.Saved => "saved a draft of the application",
        DocumentEvent.Attached a => $"attached a document ({a.MediaType.ToString().ToUpperInvariant()}, {a.Size} bytes) as evidence of {InWords.Of(a.Evidence)}",
        InformationEvent.Requested r => $"asked the applicant for information by {InWords.Of(r.DueOn)}{Because(r.Question)}",
        InformationEvent.Answered a => $"answered what was asked{Because(a.Answer)}",
        AssessmentEvent.AssessorAppointed a => $"appointed {a.Assessor} to assess the application",
        AssessmentEvent.FindingRecorded f => $"recorded the finding of the assessor {f.Assessor} that the applicant {Found(f.Finding)}{Because(f.Reasons)}",
        ComparabilityEvent.Assessed { Measure: { } measure } a =>
            $"found the qualification not comparable without a compensation measure, {InWords.Of(measure)}{Because(a.Reasons)}",
        ComparabilityEvent.Assessed a => $"found the qualification comparable{Because(a.Reasons)}",
        ComparabilityEvent.MeasureCompleted m => $"recorded that the applicant {(m.Passed ? "passed" : "did not pass")} the compensation measure{Because(m.Note)}",
        AppealEvent.Lodged a => $"lodged an appeal on {InWords.Of(a.On)}{Because(a.Grounds)}",
        AppealEvent.Decided d => $"decided the appeal on {InWords.Of(d.On)}, which was {InWords.Of(d.Outcome)}{Because(d.Reasons)}",
        IdentityEvent.Claimed => "established that this is the only application of its person",
        IdentityEvent.TurnedAway t => $"turned the application away, because the same person has {IdentityDeeds.Another(t.By)} already",
        IdentityEvent.FoundDistinct d => $"found that the applicant is another person of the same name and date of birth{Because(d.Reasons)}",
        _ => null,
    };

    private static string Found(Finding finding) => finding == Finding.DoesNotMeetStandard ? "does not meet the standard" : "meets the standard";
}
