using System.Diagnostics;

namespace Register.Domain.FitnessToPractise;

/// <summary>What a committee decides: recorded by its chair, confirmed by a second member (R30).</summary>
public abstract record DecisionEvent : CaseEvent
{
    /// <summary>The chair recorded a decision; one that was recorded before and not confirmed is replaced by it.</summary>
    /// <param name="Number">1 for the case's first, and so on: who confirms says which.</param>
    public sealed record Recorded(
        int Number, DecisionOccasion Occasion, DecisionOutcome Outcome, SanctionTerms? Terms, [Personal] string Reasons, string Chair, DateOnly On) : DecisionEvent;

    /// <summary>A second member confirmed it: now it is made, by both.</summary>
    public sealed record Confirmed(int Number, string Chair, string Member, DateOnly On) : DecisionEvent;
}

/// <summary>On what occasion a committee decides.</summary>
public enum DecisionOccasion
{
    /// <summary>The hearing of the allegations.</summary>
    Hearing = 1,

    /// <summary>The review before a suspension or conditions expire: what it imposes runs from then (R27). One that a court sent back is heard again after they did,
    /// too: what it imposes then waits for its own appeal period.</summary>
    MandatoryReview,

    /// <summary>A review at any other time, which may vary or end the order in force (R27).</summary>
    EarlyReview,

    /// <summary>Whether somebody struck off or removed by agreement may return (R20).</summary>
    Restoration,
}

/// <summary>What a committee decides.</summary>
public enum DecisionOutcome
{
    /// <summary>Nothing is imposed: at a hearing the case ends, at a review the order in force stays as it is, to its last day.</summary>
    NoAction = 1,

    /// <summary>A sanction is imposed; at a review it extends or replaces the order in force.</summary>
    Sanction,

    /// <summary>The order in force goes on with other words, at once.</summary>
    Vary,

    /// <summary>The order in force ends, at once.</summary>
    Revoke,
    AllowRestoration,
    RefuseRestoration,
}

/// <summary>What a sanction says (R25).</summary>
/// <param name="Months">How long it runs; null for one without end.</param>
/// <param name="PublicText">What the public entry says of it: for conditions, the conditions. Never a health detail (R31).</param>
public sealed record SanctionTerms(SanctionKind Kind, int? Months, [Personal] string PublicText);

/// <summary>A decision and its confirmation; null while it waits for one.</summary>
public sealed record PanelDecision(DecisionEvent.Recorded Recorded, DecisionEvent.Confirmed? Confirmed)
{
    /// <summary>The case after one more of these events.</summary>
    public static CaseState Evolve(CaseState state, DecisionEvent e) => e switch
    {
        DecisionEvent.Recorded r => state with
        {
            Decisions = [.. state.Decisions.Where(d => d.Confirmed is not null), new(r, null)],
        },
        DecisionEvent.Confirmed c => Apply(Committee.Acted(state, state.Sitting), c),
        _ => throw new UnreachableException(),
    };

    private static CaseState Apply(CaseState state, DecisionEvent.Confirmed confirmed)
    {
        var made = state.Decisions[^1].Recorded;
        var after = state with { Decisions = state.Decisions.SetItem(state.Decisions.Length - 1, new(made, confirmed)), IsSentBack = false };
        return made.Outcome switch
        {
            DecisionOutcome.Sanction => after with { Sanctions = after.Sanctions.Add(Sanction.Imposed(made, confirmed.On, state.UnderReviewOn(confirmed.On))) },
            DecisionOutcome.Vary => after with { Sanctions = after.Sanctions.Add(Sanction.Varied(made, confirmed.On, state.UnderReviewOn(confirmed.On)!)) },
            DecisionOutcome.Revoke => Sanction.Revoked(after, state.UnderReviewOn(confirmed.On)!, confirmed.On),
            DecisionOutcome.AllowRestoration => after with { RestorationAllowedOn = confirmed.On },
            _ => after,
        };
    }
}
