using System.Collections.Immutable;

namespace Register.Domain.Education;

/// <summary>Decides what happens to an accreditation after it was first given (R4).</summary>
public static class AccreditationDecider
{
    private static readonly Rejection Unknown = Rejection.NotFound("PROGRAMME_NOT_FOUND", "There is no such programme.");

    public static Decision<ProgrammeEvent> Renew(RenewAccreditation command, ProgrammeState state, DecisionContext context)
    {
        if (state.Accreditation is null)
            return Unknown;
        if (command.To < command.From)
            return Rejection.Invalid("accredited_to", "INTERVAL_EMPTY", "Accreditation ends before it starts.");

        var intervals = state.AccreditedIntervals();
        if (intervals.Contains(new(command.From, command.To)))
            return Decision.Nothing;
        return intervals.Any(i => command.From <= i.To)
            ? Rejection.Of(
                "ACCREDITED_ALREADY",
                $"The programme is accredited up to {intervals.Max(i => i.To):yyyy-MM-dd}: a renewal starts on a later day (R4).",
                "accredited_from")
            : new AccreditationEvent.Renewed(command.From, command.To, context.Today);
    }

    public static Decision<ProgrammeEvent> SetConditions(SetAccreditationConditions command, ProgrammeState state, DecisionContext context)
    {
        if (state.Accreditation is null)
            return Unknown;

        var asked = command.Conditions.Distinct().Where(c => !state.Conditions.Any(known => InForce(known, c))).ToImmutableArray();
        if (asked.IsEmpty)
            return Decision.Nothing;

        var problems = ImmutableArray.CreateBuilder<Rejection>();
        if (!state.AccreditedIntervals().Any(i => i.To >= context.Today))
            problems.Add(Rejection.Of("NOT_ACCREDITED", "The programme is not accredited: conditions are set on an accreditation that runs or is to come (R4)."));
        problems.AddRange(command.Conditions
            .Select((condition, i) => (condition.DueOn, Field: $"conditions[{i}].due_on"))
            .Where(c => c.DueOn < context.Today)
            .Select(c => Rejection.Of("DUE_DATE_PASSED", "A condition is due today or later.", c.Field)));

        return problems.Count > 0
            ? problems.ToImmutable()
            : asked.Select(ProgrammeEvent (c, i) => new AccreditationEvent.ConditionSet(state.Conditions.Length + i + 1, c.Text, context.Today, c.DueOn))
                .ToImmutableArray();
    }

    public static Decision<ProgrammeEvent> LiftCondition(LiftAccreditationCondition command, ProgrammeState state, DecisionContext context)
    {
        if (state.Accreditation is null)
            return Unknown;
        return state.Conditions.FirstOrDefault(c => c.Set.Number == command.Number) switch
        {
            null => Rejection.NotFound("CONDITION_NOT_FOUND", "The programme has no condition of this number."),
            { Ended: null } => new AccreditationEvent.ConditionEnded(command.Number, command.Outcome, command.Note, context.Today),
            { Ended: var ended } when ended.Outcome == command.Outcome => Decision.Nothing,
            _ => Rejection.Of("CONDITION_ENDED", "This condition has come to another end already.", "outcome"),
        };
    }

    public static Decision<ProgrammeEvent> Withdraw(WithdrawAccreditation command, ProgrammeState state, DecisionContext context)
    {
        if (state.Accreditation is null)
            return Unknown;
        if (!state.AccreditedIntervals().Any(i => i.To >= command.From))
        {
            return state.Withdrawals.Any(w => w.From == command.From)
                ? Decision.Nothing
                : Rejection.Of("NOT_ACCREDITED", "The programme is not accredited on that day or later.", "withdrawn_from");
        }
        return command.From < context.Today
            ? Rejection.Of(
                "WITHDRAWAL_IN_THE_PAST",
                "Accreditation is withdrawn from today or a later day: cohorts that have started relied on it (R4).",
                "withdrawn_from")
            : new AccreditationEvent.Withdrawn(command.From, command.Reason, context.Today);
    }

    private static bool InForce(AccreditationCondition known, NewCondition asked) =>
        known.Ended is null && known.Set.Text == asked.Text && known.Set.DueOn == asked.DueOn;
}
