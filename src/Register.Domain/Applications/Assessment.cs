using System.Diagnostics;

namespace Register.Domain.Applications;

/// <summary>What assessors find of the practice that an application rests on (R11).</summary>
public abstract record AssessmentEvent : ApplicationEvent
{
    /// <summary>Appointed by an officer.</summary>
    public sealed record AssessorAppointed(string Assessor, string Officer, DateTimeOffset At) : AssessmentEvent;

    /// <summary>An assessor found whether the practice meets the standard, with reasons.</summary>
    public sealed record FindingRecorded(string Assessor, Finding Finding, [Personal] string Reasons, DateTimeOffset At) : AssessmentEvent;
}

/// <summary>What an assessor found.</summary>
public enum Finding
{
    MeetsStandard = 1,
    DoesNotMeetStandard,
}

/// <summary>An assessor, and their finding; null until there is one.</summary>
public sealed record Assessor(string Subject, AssessmentEvent.FindingRecorded? Found)
{
    /// <summary>How many assess, and how many when those disagree (R11).</summary>
    internal const int Two = 2, Three = 3;

    /// <summary>What the assessors came to: two alike; null while there are not two alike.</summary>
    public static Finding? OutcomeOf(ApplicationState state) => state.Assessors
        .Where(a => a.Found is not null)
        .GroupBy(a => a.Found!.Finding)
        .Where(g => g.Count() >= Two)
        .Select(g => (Finding?)g.Key)
        .FirstOrDefault();

    /// <summary>The application after one more of these events.</summary>
    public static ApplicationState Evolve(ApplicationState state, AssessmentEvent e) => e switch
    {
        AssessmentEvent.AssessorAppointed a => state with { Stage = state.InHand, Assessors = state.Assessors.Add(new(a.Assessor, null)) },
        AssessmentEvent.FindingRecorded f => state with
        {
            Stage = state.InHand,
            Assessors = [.. state.Assessors.Select(a => a.Subject == f.Assessor ? a with { Found = f } : a)],
        },
        _ => throw new UnreachableException(),
    };
}

/// <summary>Appoint an assessor by the subject of their token (R11).</summary>
public sealed record AppointAssessor(ApplicationId Id, string Assessor) : ICommand<ApplicationState, ApplicationEvent>
{
    public StreamId Stream => Id.Stream;

    public Decision<ApplicationEvent> Decide(ApplicationState state, DecisionContext context)
    {
        if (ApplicationDecider.NotForOfficer(state, context) is { } rejection)
            return rejection;
        if (state.Assessors.Any(a => a.Subject == Assessor))
            return Decision.Nothing;
        if (state.Submission!.Route != EntryRoute.Grandparenting)
            return Rejection.Of("NO_ASSESSORS_NEEDED", "Assessors are appointed to applications by the grandparenting route (R11).", "name");
        if (state.Submission.Applicant == Assessor)
            return Rejection.Of("OWN_APPLICATION", "Nobody assesses their own application (R11).", "assessor");
        if (state.Checks.Values.Any(c => c.Officer == Assessor))
            return Rejection.Of("ASSESSOR_HAS_CHECKED", "Nobody assesses an application whose evidence they checked (R11).", "assessor");
        var disagree = Applications.Assessor.OutcomeOf(state) is null && state.Assessors.All(a => a.Found is not null);
        return state.Assessors.Length switch
        {
            < Applications.Assessor.Two => new AssessmentEvent.AssessorAppointed(Assessor, context.Actor.Subject, context.Now),
            Applications.Assessor.Two when disagree => new AssessmentEvent.AssessorAppointed(Assessor, context.Actor.Subject, context.Now),
            Applications.Assessor.Two => Rejection.Of("TWO_ASSESSORS", "Two assess; a third is appointed when they disagree (R11).", "assessor"),
            _ => Rejection.Of("THREE_ASSESSORS", "Three assessors are appointed already (R11).", "assessor"),
        };
    }
}

/// <summary>Record one's finding as an assessor, once (R11).</summary>
public sealed record RecordFinding(ApplicationId Id, Finding Finding, string Reasons) : ICommand<ApplicationState, ApplicationEvent>
{
    public StreamId Stream => Id.Stream;

    public Decision<ApplicationEvent> Decide(ApplicationState state, DecisionContext context)
    {
        if (state.Submission is null)
            return ApplicationDecider.NotFound;
        var subject = context.Actor.Subject;
        if (state.Assessors.FirstOrDefault(a => a.Subject == subject) is not { } assessor)
            return Rejection.Forbidden("NOT_APPOINTED", "You are not appointed to assess this application (R11).");
        if (assessor.Found is { } found)
        {
            return (found.Finding, found.Reasons) == (Finding, Reasons)
                ? Decision.Nothing
                : Rejection.Of("ALREADY_ASSESSED", "Nobody assesses twice: your finding is on record (R11).");
        }
        return state.IsLive
            ? new AssessmentEvent.FindingRecorded(subject, Finding, Reasons, context.Now)
            : ApplicationDecider.AlreadyDecided(state);
    }
}
