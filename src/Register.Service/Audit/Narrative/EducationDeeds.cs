using Register.Domain.Apprenticeships;
using Register.Domain.Education;
using static Register.Service.Audit.Narrative.InWords;

namespace Register.Service.Audit.Narrative;

/// <summary>What was done to a programme, its pass lists and its apprentices.</summary>
internal static class EducationDeeds
{
    public static string? Of(ProgrammeEvent e) => e switch
    {
        ProgrammeEvent.Accredited a =>
            $"accredited the {InWords.Of(a.Kind)} {Quoted(a.Title)} of {a.ProviderName} ({a.Award}, level {a.AcademicLevel}) from {InWords.Of(a.From)} to {InWords.Of(a.To)}, for {InWords.Of(a.PracticeAreas)}",
        ProgrammeEvent.AwardListed l => $"listed the award of {Candidate(l.Award)}",
        AccreditationEvent.Renewed r => $"renewed the accreditation from {InWords.Of(r.From)} to {InWords.Of(r.To)}",
        AccreditationEvent.ConditionSet c =>
            $"set condition {c.Number} on the accreditation on {InWords.Of(c.On)}{(c.DueOn is { } due ? $", to be met by {InWords.Of(due)}" : "")}{Because(c.Text)}",
        AccreditationEvent.ConditionEnded c => $"recorded condition {c.Number} as {InWords.Of(c.Outcome)} on {InWords.Of(c.On)}{Because(c.Note)}",
        AccreditationEvent.Withdrawn w => $"withdrew the accreditation with effect from {InWords.Of(w.From)}{Because(w.Reason)}",
        PassListEvent.AwardSuperseded s => $"corrected what the pass list says of {Candidate(s.Award)}{Because(s.Reason)}",
        PassListEvent.AwardsRatified r =>
            $"recorded that the exam board ratified the awards of {Count(r.CandidateNumbers.Length, "candidate")} on {InWords.Of(r.RatifiedOn)}",
        PassListEvent.AwardWithdrawn w => $"took the award of candidate {w.CandidateNumber} off the pass lists{Because(w.Reason)}",
        _ => null,
    };

    public static string? Of(ApprenticeshipEvent e) => e switch
    {
        ApprenticeshipEvent.Enrolled a => $"enrolled {a.FullName} as an apprentice of the employer {a.Employer} from {InWords.Of(a.StartedOn)}",
        ApprenticeshipEvent.HoursRecorded h =>
            $"recorded {h.WorkingHours} hours of work, {h.OffTheJobHours} of them off the job, from {InWords.Of(h.From)} to {InWords.Of(h.To)}",
        ApprenticeshipEvent.GatewayPassed g =>
            $"recorded that the gateway was passed on {InWords.Of(g.On)}, after {g.WorkingHours} hours of work, {g.OffTheJobHours} of them off the job",
        ApprenticeshipEvent.Assessed a => $"recorded the end-point assessment of {InWords.Of(a.On)} as {InWords.Of(a.Outcome)}",
        _ => null,
    };

    private static string Candidate(ListedAward award) =>
        $"{award.FullName}, candidate {award.CandidateNumber} of the cohort of {InWords.Of(award.CohortStart)}, {(award.RatifiedOn is { } day ? $"ratified on {InWords.Of(day)}" : "not ratified yet")}";
}
