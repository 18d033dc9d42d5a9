namespace Register.Domain.FitnessToPractise;

/// <summary>Where a case stands. It depends on a date (R2): a sanction takes effect and runs out by itself, see <see cref="CaseState.StageOn"/>.</summary>
public enum CaseStage
{
    None,

    /// <summary>The concern waits for triage.</summary>
    Triage,
    Investigation,
    InvestigatingCommittee,
    ConductAndCompetenceCommittee,
    HealthCommittee,

    /// <summary>Decided: a sanction waits for its notice, its appeal period or an appeal (R26).</summary>
    Decision,

    /// <summary>A suspension or conditions are in force, and reviewed (R27).</summary>
    Reviews,
    Closed,

    /// <summary>A committee hears whether somebody struck off or removed by agreement may return (R20).</summary>
    Restoration,
}
