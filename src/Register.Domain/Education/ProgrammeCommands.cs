namespace Register.Domain.Education;

/// <summary>Put a programme on the list of accredited programmes.</summary>
public sealed record AccreditProgramme(ProgrammeId Id, ProgrammeEvent.Accredited Accreditation) : ICommand<ProgrammeState, ProgrammeEvent>
{
    public StreamId Stream => Id.Stream;

    public bool OpensStream => true;

    public Decision<ProgrammeEvent> Decide(ProgrammeState state, DecisionContext context) => ProgrammeDecider.Accredit(this, state);
}
