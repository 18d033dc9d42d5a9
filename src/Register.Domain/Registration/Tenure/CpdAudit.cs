namespace Register.Domain.Registration.Tenure;

/// <summary>A registrant's CPD audit of one renewal round (R18).</summary>
/// <param name="Round">The renewal date of the round.</param>
/// <param name="ProfileDueBy">The last day for the profile.</param>
/// <param name="DecidedBy">Who decided last.</param>
/// <param name="AppealUntil">The last day for an appeal, when the standards were found not met.</param>
/// <param name="AppealAllowed">What the appeal came to; null while it is open or there is none.</param>
public sealed record CpdAudit(
    DateOnly Round,
    DateOnly SelectedOn,
    DateOnly ProfileDueBy,
    DateOnly? SubmittedOn = null,
    [Personal] string? Profile = null,
    CpdOutcome? Outcome = null,
    string? DecidedBy = null,
    DateOnly? FurtherTimeUntil = null,
    DateOnly? AppealUntil = null,
    DateOnly? AppealedOn = null,
    bool? AppealAllowed = null)
{
    /// <summary>Whether it still waits for a final outcome.</summary>
    public bool IsOpen => Outcome is null or CpdOutcome.FurtherTime;

    /// <summary>The last day for the profile, further time included.</summary>
    public DateOnly Deadline => FurtherTimeUntil ?? ProfileDueBy;

    /// <summary>Whether the finding that the standards are not met can still be undone on a date: its appeal is open, or may still come.</summary>
    public bool MayBeAppealedOn(DateOnly date) => AppealedOn is not null ? AppealAllowed is null : date <= AppealUntil;

    internal CpdAudit Evolve(TenureEvent e) => e switch
    {
        TenureEvent.CpdProfileSubmitted s when s.Round == Round => this with { SubmittedOn = s.On, Profile = s.Profile },
        // Further time is time for another profile.
        TenureEvent.CpdAuditDecided { Outcome: CpdOutcome.FurtherTime } d when d.Round == Round =>
            this with { Outcome = d.Outcome, DecidedBy = d.Officer, FurtherTimeUntil = d.Until, SubmittedOn = null, Profile = null },
        TenureEvent.CpdAuditDecided d when d.Round == Round => this with { Outcome = d.Outcome, DecidedBy = d.Officer, AppealUntil = d.Until },
        TenureEvent.CpdOutcomeAppealed a when a.Round == Round => this with { AppealedOn = a.On },
        TenureEvent.CpdAppealDecided d when d.Round == Round =>
            this with { AppealAllowed = d.Allowed, Outcome = d.Allowed ? CpdOutcome.MeetsStandards : CpdOutcome.DoesNotMeet },
        _ => this,
    };
}
