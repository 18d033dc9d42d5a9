using System.Collections.Immutable;
using System.Diagnostics;

namespace Register.Domain.Apprenticeships;

/// <summary>An apprenticeship: a level 6 integrated degree beside work; enrolled, hours off the job, gateway, end-point assessment.</summary>
public abstract record ApprenticeshipEvent
{
    /// <summary>An apprentice was enrolled on a programme.</summary>
    /// <param name="Employer">The employer's ODS code.</param>
    /// <param name="Provider">The programme's provider.</param>
    public sealed record Enrolled(
        [Personal] string FullName, [Personal] DateOnly DateOfBirth, string Employer, ProgrammeId Programme, string Provider, DateOnly StartedOn, DateTimeOffset At)
        : ApprenticeshipEvent;

    /// <summary>The hours of a period, both days included: all that were worked, and how many of them were off the job.</summary>
    public sealed record HoursRecorded(DateOnly From, DateOnly To, int WorkingHours, int OffTheJobHours, DateTimeOffset At) : ApprenticeshipEvent;

    /// <summary>The apprentice passed the gateway, on these hours.</summary>
    public sealed record GatewayPassed(DateOnly On, int WorkingHours, int OffTheJobHours, DateTimeOffset At) : ApprenticeshipEvent;

    /// <summary>The end-point assessment came to an outcome.</summary>
    /// <param name="CandidateNumber">The number under which the award is listed; none where it was not passed.</param>
    public sealed record Assessed(AssessmentOutcome Outcome, DateOnly On, string? CandidateNumber, DateTimeOffset At) : ApprenticeshipEvent;
}

/// <summary>How an end-point assessment came out; what was not passed may be tried again.</summary>
public enum AssessmentOutcome
{
    Passed = 1,
    NotPassed,
}

/// <summary>How far an apprenticeship has come.</summary>
public enum ApprenticeshipStage
{
    InTraining = 1,
    GatewayPassed,
    AssessmentNotPassed,
    Completed,
}

/// <summary>An apprenticeship as its events made it.</summary>
public sealed record ApprenticeshipState(
    ApprenticeshipEvent.Enrolled? Enrolment,
    ImmutableArray<ApprenticeshipEvent.HoursRecorded> Hours,
    ApprenticeshipEvent.GatewayPassed? Gateway,
    ImmutableArray<ApprenticeshipEvent.Assessed> Assessments) : IState<ApprenticeshipState, ApprenticeshipEvent>
{
    public static ApprenticeshipState None { get; } = new(null, [], null, []);

    /// <summary>How far it has come.</summary>
    public ApprenticeshipStage Stage =>
        Pass is not null ? ApprenticeshipStage.Completed
        : !Assessments.IsEmpty ? ApprenticeshipStage.AssessmentNotPassed
        : Gateway is not null ? ApprenticeshipStage.GatewayPassed
        : ApprenticeshipStage.InTraining;

    /// <summary>The assessment that was passed; null before.</summary>
    public ApprenticeshipEvent.Assessed? Pass => Assessments.FirstOrDefault(a => a.Outcome == AssessmentOutcome.Passed);

    /// <summary>All hours worked so far.</summary>
    public int WorkingHours => Hours.Sum(h => h.WorkingHours);

    /// <summary>How many of them were off the job.</summary>
    public int OffTheJobHours => Hours.Sum(h => h.OffTheJobHours);

    public ApprenticeshipState Evolve(ApprenticeshipEvent e) => e switch
    {
        ApprenticeshipEvent.Enrolled enrolled => this with { Enrolment = enrolled },
        ApprenticeshipEvent.HoursRecorded hours => this with { Hours = Hours.Add(hours) },
        ApprenticeshipEvent.GatewayPassed gateway => this with { Gateway = gateway },
        ApprenticeshipEvent.Assessed assessed => this with { Assessments = Assessments.Add(assessed) },
        _ => throw new UnreachableException(),
    };
}
