using Register.Domain.Registration;

namespace Register.Domain.FitnessToPractise;

/// <summary>A fitness-to-practise case: a concern, what is found of it, and the orders that protect the public. Its further events are unions of their
/// own: <see cref="ConcernEvent"/>, <see cref="InquiryEvent"/>, <see cref="CommitteeEvent"/>, <see cref="InterimOrderEvent"/>,
/// <see cref="DecisionEvent"/>, <see cref="SanctionEvent"/>, <see cref="AgreementEvent"/>.</summary>
public abstract record CaseEvent
{
    /// <summary>Somebody raised a concern.</summary>
    /// <param name="Registrant">Whom it is about; null while nobody knows their number.</param>
    /// <param name="Source">Who raised it, as a kind of person.</param>
    /// <param name="Subject">The registrant's own subject in access tokens: nobody acts in their own case.</param>
    /// <param name="By">The subject of whoever raised it; null for somebody without a token.</param>
    /// <param name="OtherBody">The body whose decision raised it (R29).</param>
    public sealed record ConcernRaised(
        RegistrationNumber? Registrant,
        Ground Ground,
        [Personal] string Concern,
        DateOnly ReceivedOn,
        DateTimeOffset At,
        ConcernSource? Source = null,
        string? Subject = null,
        string? By = null,
        OtherBodyDecision? OtherBody = null) : CaseEvent;

    /// <summary>An interim order, at once and to its last day (R24).</summary>
    /// <param name="CoversDecision">The decision whose appeal period it covers (R26), by its number.</param>
    public sealed record InterimOrderImposed(
        InterimOrderKind Kind,
        DateOnly From,
        DateOnly Until,
        DateOnly FirstReviewBy,
        [Personal] string PublicText,
        string? By = null,
        int? CoversDecision = null) : CaseEvent;

    /// <summary>The interim order ended early; its last day was the day before.</summary>
    public sealed record InterimOrderRevoked(DateOnly On, string? By = null) : CaseEvent;

    /// <summary>The case is over; an interim order ends with it.</summary>
    /// <param name="As">How it ended; null for one closed before there were several ways.</param>
    /// <param name="JoinedTo">The case that goes on with it.</param>
    public sealed record Closed([Personal] string Reasons, DateOnly On, ClosedAs? As = null, CaseId? JoinedTo = null) : CaseEvent;
}

/// <summary>What a concern is about.</summary>
public enum Ground
{
    Misconduct = 1,
    LackOfCompetence,
    ConvictionOrCaution,
    Health,
    DeterminationByAnotherBody,
    BarredList,

    /// <summary>A kind of its own: the investigating committee decides it, and can have the entry removed.</summary>
    IncorrectOrFraudulentEntry,
}

/// <summary>Who raised a concern.</summary>
public enum ConcernSource
{
    MemberOfPublic = 1,
    Patient,
    Colleague,
    Employer,
    EducationProvider,

    /// <summary>The registrant about themself.</summary>
    SelfReferral,

    /// <summary>Another regulator or public body.</summary>
    AnotherBody,

    /// <summary>The register's own officers.</summary>
    Register,
}

/// <summary>Another body's decision: it raises a concern here and copies itself nowhere (R29).</summary>
/// <param name="Body">The body, in words.</param>
/// <param name="Reference">The decision, as the body names it.</param>
public sealed record OtherBodyDecision(string Body, [Personal] string Reference);

/// <summary>What an interim order does.</summary>
public enum InterimOrderKind
{
    Suspension = 1,
    Conditions,
}

/// <summary>How a case ended that did not end with a sanction.</summary>
public enum ClosedAs
{
    /// <summary>By an officer, before any committee.</summary>
    ByOfficer = 1,
    BelowThreshold,
    NoCaseToAnswer,
    NoAction,
    Joined,
    AppealAllowed,
}
