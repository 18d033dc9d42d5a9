namespace Register.Domain.Applications;

/// <summary>The personal data of an application that led to no registration is unreadable from now on (R36).</summary>
public abstract record ErasureEvent : ApplicationEvent
{
    /// <summary>Erased by an officer: the key of the person is destroyed, and what was sealed with it is gone from every copy of the events. History stays.</summary>
    public sealed record Erased(string Officer, DateOnly On, DateTimeOffset At) : ErasureEvent, IErasure;
}

/// <summary>Erase the personal data of an application that led to no registration, when its retention period is over (R36).</summary>
public sealed record EraseApplication(ApplicationId Id) : ICommand<ApplicationState, ApplicationEvent>
{
    public StreamId Stream => Id.Stream;

    public Decision<ApplicationEvent> Decide(ApplicationState state, DecisionContext context)
    {
        if (state.Applicant is not { } applicant)
            return ApplicationDecider.NotFound;
        if (state.Stage == ApplicationStage.Erased)
            return Decision.Nothing;
        if (state.Stage == ApplicationStage.Granted)
            return Rejection.Of("STATUTORY_RECORD", "An application that led to a registration is part of the statutory record, which is not erased (R36).");
        if (applicant == context.Actor.Subject)
            return ApplicationDecider.OwnApplication;
        if (EndedOn(state) is not { } ended)
            return Rejection.Of("APPLICATION_OPEN", $"The application is {ApplicationDecider.Words(state.Stage)}: what has ended is erased (R36).");
        var from = ended.AddYears(LegalRegime.On(ended).UnsuccessfulApplicationYears);
        return context.Today < from
            ? Rejection.Of("RETENTION_PERIOD", $"The application ended on {ended:yyyy-MM-dd} and is kept until {from.AddDays(-1):yyyy-MM-dd} (R36).")
            : new ErasureEvent.Erased(context.Actor.Subject, context.Today, context.Now);
    }

    // The day on which it ended without a registration; null while it may still lead to one.
    private static DateOnly? EndedOn(ApplicationState state) => state.Stage switch
    {
        ApplicationStage.Refused => state.Appeal?.Decision?.On ?? state.Refusal!.On,
        ApplicationStage.Withdrawn => CivilTime.DateIn(state.Withdrawal!.At),
        ApplicationStage.TurnedAway => state.Submission!.On,
        // Nobody has gone on with it since.
        ApplicationStage.Draft => CivilTime.DateIn(state.Draft!.At),
        _ => null,
    };
}
