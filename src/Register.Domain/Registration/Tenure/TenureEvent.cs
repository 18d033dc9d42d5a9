namespace Register.Domain.Registration.Tenure;

/// <summary>What makes an entry stay on the register, leave it and come back (R17-R21). The day of a departure is the first day off the register.</summary>
public abstract record TenureEvent : RegistrantEvent
{
    /// <summary>Renewed for the next period, with the professional declaration and the fee (R17).</summary>
    public sealed record Renewed(DateOnly From, DateOnly PeriodEnd, string FeeReference, DateOnly On) : TenureEvent;

    /// <summary>A notice that the period ends was given (R17).</summary>
    public sealed record NoticeGiven(NoticeKind Kind, DateOnly PeriodEnd, DateOnly On) : TenureEvent;

    /// <summary>The message of a notice went out; to which address is not kept here (R37).</summary>
    public sealed record NotificationSent(NoticeKind Kind, DateOnly PeriodEnd, string Channel, string MessageId, DateTimeOffset At) : TenureEvent;

    /// <summary>A fitness-to-practise case is open: the older form of the hold in <see cref="RegistrantEvent.CaseRecorded"/> (R21).</summary>
    public sealed record HoldPlaced(CaseId Case, DateOnly From) : TenureEvent;

    /// <summary>The case ended; the hold's last day was the day before. The older form, as <see cref="HoldPlaced"/>.</summary>
    public sealed record HoldReleased(CaseId Case, DateOnly On) : TenureEvent;

    /// <summary>Not renewed: off the register since a day that may be long past when this is recorded.</summary>
    public sealed record Lapsed(DateOnly On) : TenureEvent;

    /// <summary>Left by the registrant's own wish.</summary>
    public sealed record Left(DateOnly On) : TenureEvent;

    /// <summary>Removed by agreement.</summary>
    public sealed record RemovedByAgreement([Personal] string Reasons, string Officer, DateOnly On) : TenureEvent;

    /// <summary>Struck off.</summary>
    public sealed record StruckOff([Personal] string Reasons, string Officer, DateOnly On) : TenureEvent;

    /// <summary>Removed because the entry should never have been made.</summary>
    public sealed record EntryRemoved(EntryFault Fault, [Personal] string Reasons, string Officer, DateOnly On) : TenureEvent;

    /// <summary>Removed because the CPD of a round did not meet the standards (R18).</summary>
    public sealed record RemovedForCpd(DateOnly Round, [Personal] string Reasons, string Officer, DateOnly On) : TenureEvent;

    /// <summary>The registrant died.</summary>
    public sealed record DeathRecorded(DateOnly DiedOn, string Officer, DateOnly On) : TenureEvent;

    /// <summary>Back on the register under the same number, up to the next profession-wide renewal date (R16, R20).</summary>
    public sealed record Returned(WayBack Way, ApplicationId? Application, DateOnly From, DateOnly PeriodEnd, string? FeeReference = null) : TenureEvent;

    /// <summary>Applied for restoration: one application is heard in twelve months (R20).</summary>
    public sealed record RestorationApplied(ApplicationId Application, DateOnly On) : TenureEvent;

    /// <summary>Drawn for the CPD audit of a renewal round (R18).</summary>
    public sealed record SelectedForCpdAudit(DateOnly Round, DateOnly On, DateOnly ProfileDueBy) : TenureEvent;

    /// <summary>The registrant handed in a CPD profile.</summary>
    public sealed record CpdProfileSubmitted(DateOnly Round, [Personal] string Profile, DateOnly On) : TenureEvent;

    /// <summary>An officer decided on the audit; until is the last day of further time, or of the appeal.</summary>
    public sealed record CpdAuditDecided(DateOnly Round, CpdOutcome Outcome, [Personal] string Reasons, string Officer, DateOnly On, DateOnly? Until = null) : TenureEvent;

    /// <summary>The registrant appealed.</summary>
    public sealed record CpdOutcomeAppealed(DateOnly Round, [Personal] string Grounds, DateOnly On) : TenureEvent;

    /// <summary>The appeal was allowed, and the standards are met, or it was dismissed.</summary>
    public sealed record CpdAppealDecided(DateOnly Round, bool Allowed, [Personal] string Reasons, string Officer, DateOnly On) : TenureEvent;
}

/// <summary>The ways off the register (R19). They are not interchangeable: each has its own way back, see <see cref="WaysBack"/>.</summary>
public enum WayOut
{
    Lapsed = 1,
    VoluntaryRemoval,
    RemovedByAgreement,
    StruckOff,
    EntryRemoved,
    CpdRemoval,
    Died,
}

/// <summary>The ways back onto the register (R20).</summary>
public enum WayBack
{
    ShortReadmission = 1,
    Readmission,
    Restoration,
}

/// <summary>Why an entry should never have been made.</summary>
public enum EntryFault
{
    Incorrect = 1,
    Fraudulent,
}

/// <summary>What a registrant is written to about.</summary>
public enum NoticeKind
{
    Renewal = 1,
    FinalWarning,
    CpdAudit,

    /// <summary>A sanction that can be appealed; the period of the notice is that of the appeal (R26).</summary>
    Sanction,
}

/// <summary>What a CPD audit comes to (R18).</summary>
public enum CpdOutcome
{
    MeetsStandards = 1,
    FurtherTime,
    DoesNotMeet,
}
