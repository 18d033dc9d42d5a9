using System.Collections.Immutable;

namespace Register.Domain.Education;

/// <summary>Decides what happens to a programme's pass lists (R6).</summary>
public static class PassListDecider
{
    public static Decision<ProgrammeEvent> Submit(SubmitPassList command, ProgrammeState state, DecisionContext context)
    {
        if (NotYours(state, context) is { } refusal)
            return refusal;

        var problems = command.Awards.SelectMany(a => Problems(a.CohortStart, a.RatifiedOn, context.Today)).Distinct().ToImmutableArray();
        return problems.IsEmpty
            ? PassListRows.Of(command, state).Where(row => row.Changes).Select(row => EventOf(row, command, context)).ToImmutableArray()
            : problems;
    }

    public static Decision<ProgrammeEvent> Ratify(RatifyPassList command, ProgrammeState state, DecisionContext context)
    {
        if (NotYours(state, context) is { } refusal)
            return refusal;

        var awards = Named(command, state).ToImmutableArray();
        var unratified = awards.Where(a => a.RatifiedOn is null).ToImmutableArray();
        var problems = Problems(command, awards, unratified, context).ToImmutableArray();
        if (!problems.IsEmpty)
            return problems;
        return unratified.IsEmpty
            ? Decision.Nothing
            : new PassListEvent.AwardsRatified(
                [.. unratified.Select(a => a.CandidateNumber).Order(StringComparer.Ordinal)], command.RatifiedOn, context.Now);
    }

    public static Decision<ProgrammeEvent> Withdraw(WithdrawAward command, ProgrammeState state, DecisionContext context)
    {
        if (NotYours(state, context) is { } refusal)
            return refusal;
        if (state.Awards.ContainsKey(command.CandidateNumber))
            return new PassListEvent.AwardWithdrawn(command.CandidateNumber, command.Reason, context.Now);
        return state.Listings.ContainsKey(command.CandidateNumber)
            ? Decision.Nothing
            : Rejection.NotFound("AWARD_NOT_LISTED", "No pass list of the programme names this candidate number.");
    }

    private static Rejection? NotYours(ProgrammeState state, DecisionContext context) =>
        state.Accreditation is not { } programme ? Rejection.NotFound("PROGRAMME_NOT_FOUND", "There is no such programme.")
        : programme.Provider != context.Actor.Organisation
            ? Rejection.Forbidden("NOT_YOUR_PROGRAMME", "Only the provider of a programme submits its pass lists.")
        : null;

    private static ProgrammeEvent EventOf(PassListRow row, SubmitPassList command, DecisionContext context) =>
        row.Outcome == PassListOutcome.Superseded
            ? new PassListEvent.AwardSuperseded(row.Award, command.CorrectionReason!, context.Now)
            : new ProgrammeEvent.AwardListed(row.Award, context.Now);

    private static IEnumerable<ListedAward> Named(RatifyPassList command, ProgrammeState state)
    {
        var awards = command.CandidateNumbers.IsEmpty
            ? state.Awards.Values
            : command.CandidateNumbers.Distinct().Select(candidate => state.Awards.GetValueOrDefault(candidate)).OfType<ListedAward>();
        return awards.Where(award => command.CohortStart is null || award.CohortStart == command.CohortStart);
    }

    private static IEnumerable<Rejection> Problems(DateOnly cohortStart, DateOnly? ratifiedOn, DateOnly today)
    {
        if (ratifiedOn > today)
            yield return Rejection.Of("NOT_RATIFIED_YET", "An award counts for nothing before the exam board ratified it (R6).", "ratified_on");
        if (cohortStart > ratifiedOn)
            yield return Rejection.Invalid("cohort_start", "COHORT_AFTER_RATIFICATION", "The cohort started after its awards were ratified.");
        if (ratifiedOn is null && cohortStart > today)
            yield return Rejection.Of("COHORT_NOT_STARTED", "The cohort has not started yet.", "cohort_start");
    }

    private static IEnumerable<Rejection> Problems(
        RatifyPassList command, ImmutableArray<ListedAward> awards, ImmutableArray<ListedAward> unratified, DecisionContext context)
    {
        if (command.RatifiedOn > context.Today)
            yield return Rejection.Of("NOT_RATIFIED_YET", "A ratification is recorded when the exam board has met, not before (R6).", "ratified_on");

        if (unratified.Any(a => a.CohortStart > command.RatifiedOn))
            yield return Rejection.Invalid("ratified_on", "COHORT_AFTER_RATIFICATION", "The cohort started after its awards were ratified.");

        var byNumber = awards.ToDictionary(a => a.CandidateNumber);
        foreach (var (candidate, i) in command.CandidateNumbers.Select((candidate, i) => (candidate, i)))
        {
            if (!byNumber.TryGetValue(candidate, out var award))
                yield return Rejection.Of("AWARD_NOT_LISTED", "No pass list of this programme and cohort names this candidate number.", $"candidate_numbers[{i}]");
            else if (award.RatifiedOn is { } on && on != command.RatifiedOn)
                yield return RatifiedAlready($"candidate_numbers[{i}]");
        }
        if (!command.CandidateNumbers.IsEmpty)
            yield break;
        if (awards.IsEmpty)
            yield return Rejection.Of("COHORT_NOT_LISTED", "No pass list of this cohort was submitted.", "cohort_start");
        else if (unratified.IsEmpty && awards.All(a => a.RatifiedOn != command.RatifiedOn))
            yield return RatifiedAlready("ratified_on");
    }

    private static Rejection RatifiedAlready(string field) => Rejection.Of(
        "RATIFIED_ALREADY", "This was ratified on another day: correct the date by a corrected list, with its reason (R6).", field);
}
