using System.Collections.Immutable;
using System.Diagnostics;
using Register.Domain.Education;
using Register.Domain.Registration;

namespace Register.Domain.Applications;

/// <summary>An appeal against a refusal.</summary>
public abstract record AppealEvent : ApplicationEvent
{
    /// <summary>Lodged by the applicant within the appeal period.</summary>
    public sealed record Lodged([Personal] string Grounds, DateOnly On, DateTimeOffset At) : AppealEvent;

    /// <summary>Decided; what was allowed is granted by an event of its own.</summary>
    public sealed record Decided(AppealOutcome Outcome, [Personal] string Reasons, string Officer, DateOnly On, DateTimeOffset At) : AppealEvent;
}

/// <summary>How an appeal ends.</summary>
public enum AppealOutcome
{
    /// <summary>Registration is granted.</summary>
    Allowed = 1,

    /// <summary>The application is assessed again.</summary>
    Remitted,

    /// <summary>The refusal stands.</summary>
    Dismissed,
}

/// <summary>An appeal, and its decision; null while it waits.</summary>
public sealed record Appeal(AppealEvent.Lodged Lodged, AppealEvent.Decided? Decision)
{
    /// <summary>The application after one more of these events. A refusal that was set aside is none any more.</summary>
    public static ApplicationState Evolve(ApplicationState state, AppealEvent e) => e switch
    {
        AppealEvent.Lodged l => state with { Stage = ApplicationStage.UnderAppeal, Appeal = new(l, null) },
        AppealEvent.Decided { Outcome: AppealOutcome.Dismissed } d =>
            state with { Stage = ApplicationStage.Refused, Appeal = state.Appeal! with { Decision = d }, Identity = state.Identity?.LetGo() },
        AppealEvent.Decided d => state with { Stage = state.InHand, Refusal = null, Appeal = state.Appeal! with { Decision = d } },
        _ => throw new UnreachableException(),
    };
}

/// <summary>Appeal against the refusal of one's own application, by the last day of the appeal period.</summary>
public sealed record LodgeAppeal(ApplicationId Id, string Grounds) : ICommand<ApplicationState, ApplicationEvent>
{
    public StreamId Stream => Id.Stream;

    public Decision<ApplicationEvent> Decide(ApplicationState state, DecisionContext context)
    {
        if (state.Submission?.Applicant != context.Actor.Subject)
            return ApplicationDecider.NotFound;
        if (state.Stage == ApplicationStage.UnderAppeal && state.Appeal!.Lodged.Grounds == Grounds)
            return Decision.Nothing;
        if (state is not { Stage: ApplicationStage.Refused, Refusal: { } refusal })
            return Rejection.Of("NOTHING_TO_APPEAL", $"A refusal can be appealed: the application is {ApplicationDecider.Words(state.Stage)}.");
        if (state.Appeal?.Decision is { Outcome: AppealOutcome.Dismissed })
            return Rejection.Of("APPEAL_DISMISSED", "The appeal against this refusal was dismissed.");
        var last = LastDay(refusal);
        return context.Today <= last
            ? new AppealEvent.Lodged(Grounds, context.Today, context.Now)
            : Rejection.Of("APPEAL_TOO_LATE", $"The refusal could be appealed until {last:yyyy-MM-dd}.");
    }

    /// <summary>The last day on which a refusal can be appealed.</summary>
    public static DateOnly LastDay(ApplicationEvent.Refused refusal) => refusal.On.AddDays(LegalRegime.On(refusal.On).AppealDays);
}

/// <summary>Decide an appeal. What is allowed is granted only with all the evidence in order; else it is remitted.</summary>
/// <param name="Records">The records the application relies on, as they stand.</param>
public sealed record DecideAppeal(ApplicationId Id, AppealOutcome Outcome, string Reasons, ReliedOn Records)
    : ICommand<ApplicationState, ApplicationEvent>
{
    public StreamId Stream => Id.Stream;

    public Decision<ApplicationEvent> Decide(ApplicationState state, DecisionContext context)
    {
        if (state.Submission is not { } submission)
            return ApplicationDecider.NotFound;
        var officer = context.Actor.Subject;
        if (state.Stage != ApplicationStage.UnderAppeal)
        {
            return state.Appeal?.Decision is { } decided && (decided.Outcome, decided.Officer) == (Outcome, officer)
                ? Decision.Nothing
                : Rejection.Of("NO_APPEAL", $"No appeal waits for a decision: the application is {ApplicationDecider.Words(state.Stage)}.");
        }
        if (submission.Applicant == officer)
            return ApplicationDecider.OwnApplication;
        if (state.Refusal!.Officer == officer)
            return Rejection.Of("ANOTHER_OFFICER_REQUIRED", "An appeal is decided by another officer than the one who refused.");

        var decision = new AppealEvent.Decided(Outcome, Reasons, officer, context.Today, context.Now);
        if (Outcome == AppealOutcome.Dismissed)
            return decision;
        if (Outcome == AppealOutcome.Remitted)
            return state.Identity?.Standing == IdentityStanding.Claimed ? decision : IdentityDecider.NotClaimed;
        var problems = ApplicationDecider.GrantProblems(Id, state, Records, context);
        return problems.IsEmpty
            ? ImmutableArray.Create<ApplicationEvent>(decision, ApplicationDecider.GrantOf(submission, Reasons, Records, context))
            : problems;
    }
}
