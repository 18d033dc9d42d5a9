namespace Register.Domain.Education;

/// <summary>Whether an award on a pass list supports registration (R4, R5, R6, R10).</summary>
public static class Qualification
{
    /// <summary>Everything that keeps the award from counting; empty when it counts.</summary>
    public static IEnumerable<Rejection> Shortfalls(
        ProgrammeState programme, string candidateNumber, DateOnly dateOfBirth, DateOnly appliedOn, LegalRegime regime)
    {
        if (programme.Accreditation is null)
        {
            yield return Rejection.Of("PROGRAMME_NOT_FOUND", "The programme named is not on the list of accredited programmes (R10).", "programme");
            yield break;
        }
        if (programme.Accreditation.Kind == AwardKind.FocusedCourse)
            yield return Rejection.Of("FOCUSED_COURSE", "A focused course alone does not support first registration (R5).", "programme");

        if (!programme.Awards.TryGetValue(candidateNumber, out var award))
        {
            yield return Rejection.Of("AWARD_NOT_LISTED", "No pass list of the programme names this candidate number (R10).", "candidate_number");
            yield break;
        }
        if (award.DateOfBirth != dateOfBirth)
            yield return Rejection.Of("AWARD_OF_ANOTHER_PERSON", "The award under this candidate number is another person's.", "candidate_number");
        if (!programme.WasAccreditedOn(award.CohortStart))
            yield return Rejection.Of("NOT_ACCREDITED_AT_COHORT_START", "The programme was not accredited when the cohort started (R4).", "programme");
        if (award.RatifiedOn.AddYears(regime.QualificationValidYears) < appliedOn)
            yield return Rejection.Of(
                "AWARD_TOO_OLD", $"The award was ratified more than {regime.QualificationValidYears} years before the application (R10).", "candidate_number");
    }
}
