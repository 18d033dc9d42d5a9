using System.Collections.Immutable;

namespace Register.Domain.Education;

/// <summary>Accredit a programme for a further interval, right after the last one or after a gap (R4).</summary>
public sealed record RenewAccreditation(ProgrammeId Id, DateOnly From, DateOnly To) : ICommand<ProgrammeState, ProgrammeEvent>
{
    public StreamId Stream => Id.Stream;

    public Decision<ProgrammeEvent> Decide(ProgrammeState state, DecisionContext context) => AccreditationDecider.Renew(this, state, context);
}

/// <summary>A condition to set: what has to be met, and by when.</summary>
public sealed record NewCondition(string Text, DateOnly? DueOn);

/// <summary>Set conditions; those in force already are not set again (R4).</summary>
public sealed record SetAccreditationConditions(ProgrammeId Id, ImmutableArray<NewCondition> Conditions) : ICommand<ProgrammeState, ProgrammeEvent>
{
    public StreamId Stream => Id.Stream;

    public Decision<ProgrammeEvent> Decide(ProgrammeState state, DecisionContext context) => AccreditationDecider.SetConditions(this, state, context);
}

/// <summary>End a condition: it was met, or is lifted without (R4).</summary>
public sealed record LiftAccreditationCondition(ProgrammeId Id, int Number, ConditionOutcome Outcome, string Note) : ICommand<ProgrammeState, ProgrammeEvent>
{
    public StreamId Stream => Id.Stream;

    public Decision<ProgrammeEvent> Decide(ProgrammeState state, DecisionContext context) => AccreditationDecider.LiftCondition(this, state, context);
}

/// <summary>Withdraw accreditation from a day on: today or later, because cohorts that have started relied on it (R4).</summary>
public sealed record WithdrawAccreditation(ProgrammeId Id, DateOnly From, string Reason) : ICommand<ProgrammeState, ProgrammeEvent>
{
    public StreamId Stream => Id.Stream;

    public Decision<ProgrammeEvent> Decide(ProgrammeState state, DecisionContext context) => AccreditationDecider.Withdraw(this, state, context);
}
