namespace Register.Domain.Registration.Tenure;

/// <summary>Decides on leaving the register before the period is over (R19, R21). The day of the decision is the first day off it.</summary>
public static class RemovalDecider
{
    private static readonly Rejection Held = Rejection.Of(
        "CASE_OPEN", "While a fitness-to-practise case is open, the entry stays on the register (R21).");

    public static Decision<RegistrantEvent> Leave(RegistrantState state, DecisionContext context)
    {
        if (HasEnded(state, WayOut.VoluntaryRemoval, context))
            return Decision.Nothing;
        if (TenureDecider.NotRegistered(state, context.Today) is { } gone)
            return gone;
        return state.Tenure.IsHeldOn(context.Today) ? Held : new TenureEvent.Left(context.Today);
    }

    public static Decision<RegistrantEvent> RemoveForCpd(RemoveForCpd command, RegistrantState state, DecisionContext context)
    {
        if (End(state, WayOut.CpdRemoval, context) is { } ended)
            return ended;
        if (state.Tenure.LastAudit() is not { Outcome: CpdOutcome.DoesNotMeet } audit)
            return Rejection.Of("CPD_NOT_FOUND_WANTING", "No CPD audit found that the standards are not met (R18).");
        if (audit.MayBeAppealedOn(context.Today))
        {
            return Rejection.Of("CPD_APPEAL_OPEN", audit.AppealedOn is null
                ? $"The outcome of the CPD audit can be appealed until {audit.AppealUntil:yyyy-MM-dd} (R18)."
                : "The appeal against the outcome of the CPD audit is not decided yet (R18).");
        }
        return state.Tenure.IsHeldOn(context.Today) ? Held : new TenureEvent.RemovedForCpd(audit.Round, command.Reasons, context.Actor.Subject, context.Today);
    }

    public static Decision<RegistrantEvent> RecordDeath(RecordDeath command, RegistrantState state, DecisionContext context)
    {
        if (ParticularsAccess.OfficerProblem(state, context) is { } problem)
            return problem;
        if (state.Tenure.DiedOn is { } recorded)
        {
            return recorded == command.DiedOn
                ? Decision.Nothing
                : Rejection.Of("DEATH_RECORDED", $"The death is on record, on {recorded:yyyy-MM-dd}.", "died_on");
        }
        if (command.DiedOn > context.Today)
            return Rejection.Invalid("died_on", "DATE_IN_FUTURE", "A death is recorded when it has happened.");
        if (command.DiedOn < state.Entry!.From)
            return Rejection.Of("DEATH_BEFORE_REGISTRATION", "The entry was made after that day: then it is incorrect, and is removed as such (R19).", "died_on");
        return new TenureEvent.DeathRecorded(command.DiedOn, context.Actor.Subject, context.Today);
    }

    private static Decision<RegistrantEvent>? End(RegistrantState state, WayOut way, DecisionContext context)
    {
        if (ParticularsAccess.OfficerProblem(state, context) is { } problem)
            return problem;
        if (HasEnded(state, way, context))
            return Decision.Nothing;
        return TenureDecider.NotRegistered(state, context.Today) is { } gone ? (Decision<RegistrantEvent>)gone : null;
    }

    private static bool HasEnded(RegistrantState state, WayOut way, DecisionContext context) =>
        state.Entry is not null && state.Tenure.DepartureOn(context.Today)?.Way == way;
}
