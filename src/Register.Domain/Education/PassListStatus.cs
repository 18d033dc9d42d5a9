namespace Register.Domain.Education;

/// <summary>How far the exam board has come with a pass list (R6).</summary>
public enum PassListState
{
    Unratified = 1,
    PartlyRatified,
    Ratified,
}

/// <summary>The pass list of one cohort, as it stands, without its candidates.</summary>
/// <param name="SubmittedAt">When its first award was listed; not known of the register's first days.</param>
/// <param name="CorrectionCount">How many times an award on it was superseded.</param>
public sealed record PassList(DateOnly CohortStart, int AwardCount, int RatifiedCount, DateTimeOffset? SubmittedAt, int CorrectionCount)
{
    public PassListState State => RatifiedCount == 0 ? PassListState.Unratified
        : RatifiedCount < AwardCount ? PassListState.PartlyRatified
        : PassListState.Ratified;

    /// <summary>The pass lists of a programme, in order of cohorts.</summary>
    public static IEnumerable<PassList> Of(ProgrammeState programme) =>
        from award in programme.Awards.Values
        let listing = programme.Listings.GetValueOrDefault(award.CandidateNumber)
        group (award, listing) by award.CohortStart into cohort
        orderby cohort.Key
        select new PassList(
            cohort.Key,
            cohort.Count(),
            cohort.Count(a => a.award.RatifiedOn is not null),
            cohort.Min(a => a.listing?.SubmittedAt),
            cohort.Sum(a => a.listing?.Corrections ?? 0));
}
