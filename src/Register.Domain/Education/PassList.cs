using System.Collections.Immutable;
using System.Diagnostics;

namespace Register.Domain.Education;

/// <summary>What happens to awards after they were first listed (R6).</summary>
public abstract record PassListEvent : ProgrammeEvent
{
    /// <summary>A corrected list took the place of what stood for one candidate.</summary>
    public sealed record AwardSuperseded(ListedAward Award, [Personal] string Reason, DateTimeOffset At) : PassListEvent;

    /// <summary>The exam board ratified the awards of these candidates.</summary>
    public sealed record AwardsRatified(ImmutableArray<string> CandidateNumbers, DateOnly RatifiedOn, DateTimeOffset At) : PassListEvent;

    /// <summary>An award was taken off the pass lists.</summary>
    public sealed record AwardWithdrawn(string CandidateNumber, [Personal] string Reason, DateTimeOffset At) : PassListEvent;
}

/// <summary>One candidate's award (R6). The order of its practice areas means nothing.</summary>
/// <param name="RatifiedOn">The day the exam board ratified it; until then it counts for nothing.</param>
public sealed record ListedAward(
    string CandidateNumber,
    [Personal] string FullName,
    [Personal] DateOnly DateOfBirth,
    ImmutableArray<PracticeArea> PracticeAreas,
    DateOnly CohortStart,
    DateOnly? RatifiedOn)
{
    public bool Equals(ListedAward? other) =>
        other is not null
        && (CandidateNumber, FullName, DateOfBirth, CohortStart, RatifiedOn)
            == (other.CandidateNumber, other.FullName, other.DateOfBirth, other.CohortStart, other.RatifiedOn)
        && PracticeAreas.Order().SequenceEqual(other.PracticeAreas.Order());

    public override int GetHashCode() => HashCode.Combine(CandidateNumber, DateOfBirth, CohortStart, RatifiedOn);
}

/// <summary>How a candidate's award came to where it stands.</summary>
/// <param name="SubmittedAt">When it was first listed; not known of the register's first days.</param>
/// <param name="Corrections">How often a corrected list has superseded it.</param>
/// <param name="CorrectionReason">Why, the last time.</param>
/// <param name="Apprenticeship">The apprenticeship that led to it, where one did.</param>
/// <param name="WithdrawalReason">Why it was taken off the lists, while it is off them.</param>
public sealed record Listing(
    DateTimeOffset? SubmittedAt,
    int Corrections = 0,
    string? CorrectionReason = null,
    ApprenticeshipId? Apprenticeship = null,
    string? WithdrawalReason = null);

/// <summary>Folds what happens on pass lists.</summary>
internal static class PassListFold
{
    public static ProgrammeState Listed(ProgrammeState state, ProgrammeEvent.AwardListed e) => state with
    {
        Awards = state.Awards.SetItem(e.Award.CandidateNumber, e.Award),
        Listings = state.Listings.SetItem(e.Award.CandidateNumber, new(e.At, Apprenticeship: e.Apprenticeship)),
    };

    public static ProgrammeState Evolve(ProgrammeState state, PassListEvent e) => e switch
    {
        PassListEvent.AwardSuperseded s => state with
        {
            Awards = state.Awards.SetItem(s.Award.CandidateNumber, s.Award),
            Listings = With(state, s.Award.CandidateNumber, known =>
                known with { Corrections = known.Corrections + 1, CorrectionReason = s.Reason, WithdrawalReason = null }),
        },
        PassListEvent.AwardsRatified r => state with
        {
            Awards = state.Awards.SetItems(r.CandidateNumbers.Select(n => KeyValuePair.Create(n, state.Awards[n] with { RatifiedOn = r.RatifiedOn }))),
        },
        PassListEvent.AwardWithdrawn w => state with
        {
            Awards = state.Awards.Remove(w.CandidateNumber),
            Listings = With(state, w.CandidateNumber, known => known with { WithdrawalReason = w.Reason }),
        },
        _ => throw new UnreachableException(),
    };

    private static ImmutableDictionary<string, Listing> With(ProgrammeState state, string candidate, Func<Listing, Listing> change) =>
        state.Listings.SetItem(candidate, change(state.Listings.GetValueOrDefault(candidate) ?? new(null)));
}
