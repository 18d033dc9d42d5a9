using System.Collections.Immutable;

namespace Register.Domain.Education;

/// <summary>Add a cohort's awards to a programme, each row by itself (R6).</summary>
/// <param name="CorrectionReason">Why rows that differ from what stands supersede it; null when none may.</param>
public sealed record SubmitPassList(ProgrammeId Id, ImmutableArray<ListedAward> Awards, string? CorrectionReason = null) : ICommand<ProgrammeState, ProgrammeEvent>
{
    public StreamId Stream => Id.Stream;

    public Decision<ProgrammeEvent> Decide(ProgrammeState state, DecisionContext context) => PassListDecider.Submit(this, state, context);
}

/// <summary>Say that the exam board has ratified awards: those of a whole cohort, or the candidates named (R6).</summary>
public sealed record RatifyPassList(ProgrammeId Id, DateOnly? CohortStart, ImmutableArray<string> CandidateNumbers, DateOnly RatifiedOn) : ICommand<ProgrammeState, ProgrammeEvent>
{
    public StreamId Stream => Id.Stream;

    public Decision<ProgrammeEvent> Decide(ProgrammeState state, DecisionContext context) => PassListDecider.Ratify(this, state, context);
}

/// <summary>Take one candidate's award off the pass lists (R6).</summary>
public sealed record WithdrawAward(ProgrammeId Id, string CandidateNumber, string Reason) : ICommand<ProgrammeState, ProgrammeEvent>
{
    public StreamId Stream => Id.Stream;

    public Decision<ProgrammeEvent> Decide(ProgrammeState state, DecisionContext context) => PassListDecider.Withdraw(this, state, context);
}

/// <summary>List the award that an apprenticeship has led to; the exam board ratifies it like any other (R6).</summary>
public sealed record ListApprenticeAward(ProgrammeId Id, ListedAward Award, ApprenticeshipId Apprenticeship) : ICommand<ProgrammeState, ProgrammeEvent>
{
    public StreamId Stream => Id.Stream;

    // What the provider's own list says of the candidate meanwhile stands: nobody waits for an answer whom a refusal could reach.
    public Decision<ProgrammeEvent> Decide(ProgrammeState state, DecisionContext context) =>
        state.Accreditation is null || state.Listings.ContainsKey(Award.CandidateNumber) || state.Awards.ContainsKey(Award.CandidateNumber)
            ? Decision.Nothing
            : new ProgrammeEvent.AwardListed(
                Award.PracticeAreas.IsEmpty ? Award with { PracticeAreas = state.Accreditation.PracticeAreas } : Award, context.Now, Apprenticeship);
}
