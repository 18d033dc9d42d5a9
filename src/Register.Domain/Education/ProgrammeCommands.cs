using System.Collections.Immutable;

namespace Register.Domain.Education;

/// <summary>Put a programme on the list of accredited programmes.</summary>
public sealed record AccreditProgramme(ProgrammeId Id, ProgrammeEvent.Accredited Accreditation) : ICommand<ProgrammeState, ProgrammeEvent>
{
    public StreamId Stream => Id.Stream;

    public bool OpensStream => true;

    public Decision<ProgrammeEvent> Decide(ProgrammeState state, DecisionContext context) => ProgrammeDecider.Accredit(this, state);
}

/// <summary>Add a cohort's awards to a programme (R6).</summary>
public sealed record SubmitPassList(ProgrammeId Id, ImmutableArray<ListedAward> Awards) : ICommand<ProgrammeState, ProgrammeEvent>
{
    public StreamId Stream => Id.Stream;

    public Decision<ProgrammeEvent> Decide(ProgrammeState state, DecisionContext context) => ProgrammeDecider.Submit(this, state, context);
}
