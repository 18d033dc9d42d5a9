using System.Collections.Immutable;

namespace Register.Domain.Education;

/// <summary>Whether an award on a pass list supports registration or an annotation (R4, R5, R6, R8, R10, R22).</summary>
public static class Qualification
{
    /// <summary>Everything that keeps the award from supporting first registration; empty when it counts.</summary>
    public static IEnumerable<Rejection> Shortfalls(
        ProgrammeState programme, string candidateNumber, DateOnly dateOfBirth, DateOnly appliedOn, LegalRegime regime)
    {
        var focusedCourse = programme.Accreditation is { Kind: AwardKind.FocusedCourse };
        if (focusedCourse)
            yield return Rejection.Of("FOCUSED_COURSE", "A focused course alone does not support first registration (R5).", "programme");

        foreach (var shortfall in OfTheAward(programme, candidateNumber, dateOfBirth))
            yield return shortfall;

        if (Award(programme, candidateNumber)?.RatifiedOn?.AddYears(regime.QualificationValidYears) < appliedOn)
            yield return Rejection.Of(
                "AWARD_TOO_OLD", $"The award was ratified more than {regime.QualificationValidYears} years before the application (R10).", "candidate_number");
    }

    /// <summary>A legacy award is never on the UK-approved route, however good: it is recognised through the equivalence route only (R8).</summary>
    public static ImmutableArray<Rejection> Shortfalls(LegacyAward award) =>
        [Rejection.Of("LEGACY_AWARD", $"{LegacyAwards.NameOf(award)} is a legacy award: apply through the equivalence route instead (R8).", "programme")];

    /// <summary>Everything that keeps the award, of a whole programme or a focused course, from supporting an annotation for a practice area (R5, R22).</summary>
    /// <param name="on">The day the annotation would be granted.</param>
    public static IEnumerable<Rejection> AnnotationShortfalls(
        ProgrammeState programme, string candidateNumber, DateOnly dateOfBirth, PracticeArea area, DateOnly on)
    {
        foreach (var shortfall in OfTheAward(programme, candidateNumber, dateOfBirth))
            yield return shortfall;

        if (Award(programme, candidateNumber) is not { } award)
            yield break;
        if (award.RatifiedOn > on)
            yield return Rejection.Of("NOT_RATIFIED", "The exam board had not ratified the award by that day (R6).", "candidate_number");
        if (!award.PracticeAreas.Contains(area))
            yield return Rejection.Of("AREA_NOT_IN_AWARD", "The award does not cover this practice area (R22).", "practice_area");
    }

    private static IEnumerable<Rejection> OfTheAward(ProgrammeState programme, string candidateNumber, DateOnly dateOfBirth)
    {
        if (programme.Accreditation is null)
        {
            yield return Rejection.Of("PROGRAMME_NOT_FOUND", "The programme named is not on the list of accredited programmes (R10).", "programme");
            yield break;
        }
        if (Award(programme, candidateNumber) is not { } award)
        {
            yield return Rejection.Of("AWARD_NOT_LISTED", "No pass list of the programme names this candidate number (R10).", "candidate_number");
            yield break;
        }
        if (award.DateOfBirth != dateOfBirth)
            yield return Rejection.Of("AWARD_OF_ANOTHER_PERSON", "The award under this candidate number is another person's.", "candidate_number");
        if (!programme.WasAccreditedOn(award.CohortStart))
            yield return Rejection.Of("NOT_ACCREDITED_AT_COHORT_START", "The programme was not accredited when the cohort started (R4).", "programme");
        if (award.RatifiedOn is null)
            yield return Rejection.Of("NOT_RATIFIED", "The exam board has not ratified the award; before that it counts for nothing (R6).", "candidate_number");
    }

    private static ListedAward? Award(ProgrammeState programme, string candidateNumber) => programme.Awards.GetValueOrDefault(candidateNumber);
}
