using System.Diagnostics;

namespace Register.Domain.FitnessToPractise;

/// <summary>What becomes of a sanction after it was decided (R26).</summary>
public abstract record SanctionEvent : CaseEvent
{
    /// <summary>The registrant was told: the appeal period runs from here.</summary>
    public sealed record NoticeServed(int Decision, DateOnly NotifiedOn, string By, DateOnly On) : SanctionEvent;

    /// <summary>The registrant appealed; the sanction waits. What reviews made of it before this was known falls: it was not in effect to be reviewed (R27).</summary>
    public sealed record AppealLodged(int Decision, [Personal] string Grounds, DateOnly LodgedOn, string By, DateOnly On) : SanctionEvent;

    /// <summary>The appeal was disposed of.</summary>
    /// <param name="DisposedOn">The day of it, on which the sanction takes effect unless it is gone.</param>
    /// <param name="Varied">The sanction that stands instead, where it was varied.</param>
    public sealed record AppealDisposed(
        int Decision, SanctionAppealOutcome Outcome, DateOnly DisposedOn, [Personal] string Reference, SanctionTerms? Varied, string By, DateOnly On) : SanctionEvent;
}

/// <summary>How an appeal against a sanction ends.</summary>
public enum SanctionAppealOutcome
{
    Dismissed = 1,

    /// <summary>The sanction is set aside.</summary>
    Allowed,

    /// <summary>Another sanction stands instead.</summary>
    Varied,

    /// <summary>It goes back to a hearing.</summary>
    Remitted,
    Withdrawn,
}

/// <summary>An appeal against a sanction, and its end; null while it is open.</summary>
public sealed record SanctionAppeal(SanctionEvent.AppealLodged Lodged, SanctionEvent.AppealDisposed? Disposed);

/// <summary>A sanction that was confirmed. When it is in force depends on its notice, an appeal and what it follows: see <see cref="SanctionCourse"/>.</summary>
/// <param name="Decision">The number of the decision; null for a removal by agreement.</param>
/// <param name="Terms">What it says; after an appeal that varied it, what that says.</param>
public sealed record Sanction(int? Decision, SanctionTerms Terms, DateOnly ConfirmedOn)
{
    /// <summary>Whether it was made at a review, and the order in force stays until it takes effect.</summary>
    public bool FollowsOrder { get; init; }

    /// <summary>Where it was made at a mandatory review: the day after the order would otherwise expire, from which it runs (R27).</summary>
    public DateOnly? RunsFrom { get; init; }

    /// <summary>Where it takes effect at once: the first day. An agreement and a variation in force have no appeal period.</summary>
    public DateOnly? ImmediateFrom { get; init; }

    /// <summary>Where it varies an order in force: the last day it has from it.</summary>
    public DateOnly? LastDay { get; init; }

    public DateOnly? NotifiedOn { get; init; }

    public SanctionAppeal? Appeal { get; init; }

    /// <summary>The first day without it, where an early review ended it.</summary>
    public DateOnly? RevokedOn { get; init; }

    /// <summary>The day on which it fell, because the order that it followed turned out to be appealed in time.</summary>
    public DateOnly? FellOn { get; init; }

    /// <summary>The last day on which it can be appealed; null before it was notified, and where there is no appeal.</summary>
    public DateOnly? AppealableUntil =>
        ImmediateFrom is null && NotifiedOn is { } day ? day.AddDays(LegalRegime.On(day).AppealDays) : null;

    /// <summary>The day an appeal set it aside.</summary>
    public DateOnly? SetAsideOn =>
        Appeal?.Disposed is { Outcome: SanctionAppealOutcome.Allowed or SanctionAppealOutcome.Remitted } gone ? gone.DisposedOn : null;

    /// <summary>The case after one more of these events.</summary>
    public static CaseState Evolve(CaseState state, SanctionEvent e) => e switch
    {
        SanctionEvent.NoticeServed n => With(state, n.Decision, s => s with { NotifiedOn = n.NotifiedOn }),
        SanctionEvent.AppealLodged a => Appealed(state, a),
        SanctionEvent.AppealDisposed d => Disposed(state, d),
        _ => throw new UnreachableException(),
    };

    /// <summary>A sanction as imposed; it follows the order in force at a review, if there is one. One made at a mandatory review runs from the end of the order, except a striking off, which waits for its appeal alone.</summary>
    public static Sanction Imposed(DecisionEvent.Recorded made, DateOnly on, SanctionCourse? inForce)
    {
        var atExpiry = made.Occasion == DecisionOccasion.MandatoryReview && made.Terms!.Kind != SanctionKind.StrikingOff;
        return new(made.Number, made.Terms!, on)
        {
            FollowsOrder = made.Occasion != DecisionOccasion.Hearing && inForce is not null,
            RunsFrom = atExpiry ? inForce?.Until?.AddDays(1) : null,
        };
    }

    /// <summary>The order in force as it goes on with other words.</summary>
    public static Sanction Varied(DecisionEvent.Recorded made, DateOnly on, SanctionCourse inForce) => new(made.Number, made.Terms!, on)
    {
        FollowsOrder = true,
        ImmediateFrom = on,
        LastDay = inForce.Until,
        NotifiedOn = on,
    };

    /// <summary>The case after the order in force was ended.</summary>
    public static CaseState Revoked(CaseState state, SanctionCourse inForce, DateOnly on) =>
        With(state, inForce.Sanction.Decision, s => s with { RevokedOn = on });

    // An end that a review gave to the order stands: nobody is restricted again for having appealed.
    private static CaseState Appealed(CaseState state, SanctionEvent.AppealLodged appeal)
    {
        var at = state.Sanctions.ToList().FindIndex(s => s.Decision == appeal.Decision);
        var appealed = state.Sanctions[at];
        var later = state.Sanctions.Skip(at + 1).ToList();
        var revokedOn = appealed.RevokedOn ?? later.FirstOrDefault(s => s is { FellOn: null, RevokedOn: not null })?.RevokedOn;
        return state with
        {
            IsSentBack = false,
            Sanctions =
            [
                .. state.Sanctions.Take(at),
                appealed with { Appeal = new(appeal, null), RevokedOn = revokedOn },
                .. later.Select(s => s with { FellOn = s.FellOn ?? appeal.On }),
            ],
        };
    }

    private static CaseState Disposed(CaseState state, SanctionEvent.AppealDisposed d)
    {
        var after = With(state, d.Decision, s => s with { Terms = d.Varied ?? s.Terms, Appeal = s.Appeal! with { Disposed = d } });
        return d.Outcome == SanctionAppealOutcome.Remitted ? after with { Round = after.Round + 1, Sitting = null, IsSentBack = true } : after;
    }

    private static CaseState With(CaseState state, int? decision, Func<Sanction, Sanction> change) =>
        state with { Sanctions = [.. state.Sanctions.Select(s => s.Decision == decision ? change(s) : s)] };
}
