using System.Collections.Immutable;

namespace Register.Domain.Education;

/// <summary>What came of one row of a pass list (R6).</summary>
public enum PassListOutcome
{
    Added = 1,
    Unchanged,
    Superseded,
    Rejected,
}

/// <summary>One row of a pass list, judged by itself: a bad one does not lose the others.</summary>
/// <param name="Award">The award as it stands, or would, in the programme's pass lists.</param>
/// <param name="Problems">Everything that keeps it off the list; their fields are those of the row.</param>
public sealed record PassListRow(ListedAward Award, PassListOutcome Outcome, ImmutableArray<Rejection> Problems)
{
    /// <summary>Whether the row changes what stands.</summary>
    public bool Changes => Outcome is PassListOutcome.Added or PassListOutcome.Superseded;
}

/// <summary>Judges the rows of a pass list. Pure: the same list on the same state has the same results, however often it is asked for.</summary>
public static class PassListRows
{
    /// <summary>What comes of each row, in the order of the list.</summary>
    public static ImmutableArray<PassListRow> Of(SubmitPassList list, ProgrammeState state)
    {
        var seen = new HashSet<string>();
        return [.. list.Awards.Select(award => Judge(award, list.CorrectionReason is not null, state, twice: !seen.Add(award.CandidateNumber)))];
    }

    private static PassListRow Judge(ListedAward row, bool corrects, ProgrammeState state, bool twice)
    {
        var programme = state.Accreditation!;
        var listed = state.Awards.GetValueOrDefault(row.CandidateNumber);
        var award = row with
        {
            PracticeAreas = row.PracticeAreas.IsEmpty ? programme.PracticeAreas : row.PracticeAreas,
            RatifiedOn = row.RatifiedOn ?? listed?.RatifiedOn,
        };

        var problems = Problems(award, listed, corrects, state, programme, twice).ToImmutableArray();
        var outcome = problems.IsEmpty
            ? award == listed ? PassListOutcome.Unchanged
            : state.Listings.ContainsKey(award.CandidateNumber) || listed is not null ? PassListOutcome.Superseded
            : PassListOutcome.Added
            : PassListOutcome.Rejected;
        return new(award, outcome, problems);
    }

    private static IEnumerable<Rejection> Problems(
        ListedAward award, ListedAward? listed, bool corrects, ProgrammeState state, ProgrammeEvent.Accredited programme, bool twice)
    {
        if (award.PracticeAreas.Except(programme.PracticeAreas).Any())
            yield return Rejection.Of("AREA_NOT_COVERED", "The programme does not cover each of these practice areas.", "practice_areas");
        if (award.CohortStart > award.RatifiedOn)
            yield return Rejection.Invalid("cohort_start", "COHORT_AFTER_RATIFICATION", "The cohort started after this award was ratified.");
        if (twice)
            yield return Rejection.Invalid("candidate_number", "CANDIDATE_TWICE", "This candidate number is on the list twice.");
        if (!corrects && listed is not null && listed != award)
            yield return Rejection.Of(
                "CANDIDATE_ALREADY_LISTED",
                "This candidate number is on an earlier list with other particulars: a correction needs a reason (R6).",
                "candidate_number");
        if (!corrects && listed is null && state.Listings.ContainsKey(award.CandidateNumber))
            yield return Rejection.Of(
                "AWARD_WITHDRAWN", "This candidate's award was withdrawn: to list it again needs a reason (R6).", "candidate_number");
    }
}
