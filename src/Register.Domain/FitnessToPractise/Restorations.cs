namespace Register.Domain.FitnessToPractise;

/// <summary>When a committee can hear whether somebody may return (R20).</summary>
internal static class Restorations
{
    /// <summary>The striking off or removal by agreement that a restoration would undo; null when the case has none.</summary>
    public static SanctionCourse? RemovalIn(CaseState state) =>
        SanctionCourse.Of(state).LastOrDefault() is { Terms.Kind: SanctionKind.StrikingOff or SanctionKind.RemovalByAgreement, From: not null } removal
            ? removal
            : null;

    /// <summary>What stands in the way of a decision on restoration.</summary>
    public static Rejection? NotNow(CaseState state, DecisionContext context)
    {
        if (RemovalIn(state) is not { From: { } from })
            return Rejection.Of("NOTHING_TO_RESTORE", "Restoration follows a striking off or a removal by agreement (R20).");
        var opens = from.AddYears(context.Regime.RestorationYears);
        if (context.Today < opens)
            return Rejection.Of("RESTORATION_TOO_EARLY", $"Restoration is not heard before {opens:yyyy-MM-dd} (R20).");
        if (state.RestorationAllowedOn is { } allowed)
            return Rejection.Of("RESTORATION_ALLOWED", $"Restoration was allowed on {allowed:yyyy-MM-dd}.");
        var refused = state.Decisions.LastOrDefault(d => d is { Confirmed: not null, Recorded.Outcome: DecisionOutcome.RefuseRestoration })?.Confirmed!.On;
        var again = refused?.AddMonths(context.Regime.RestorationApplicationMonths);
        if (context.Today < again)
            return Rejection.Of("RESTORATION_HEARD", $"Restoration was refused on {refused:yyyy-MM-dd}, and is not heard again before {again:yyyy-MM-dd} (R20).");
        if (CaseRules.NotTheChair(Committee.SittingOn(state, context.Today), context) is { } notChair)
            return notChair;
        return state.Hearings.Any(h => h.Stage == CaseStage.Restoration && h.On <= context.Today && !(h.On <= refused))
            ? null
            : Rejection.Of("NOT_HEARD", "Restoration is decided at a hearing, and none was held: schedule one.");
    }
}
