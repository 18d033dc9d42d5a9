namespace Register.Domain.Applications;

/// <summary>An application before it is submitted: the form as far as it is filled in.</summary>
public abstract record DraftEvent : ApplicationEvent
{
    /// <summary>Saved by its owner. Nothing in the form is complete or checked, so it is kept as its text.</summary>
    public sealed record Saved(string Applicant, [Personal] string Form, DateTimeOffset At) : DraftEvent;
}

/// <summary>Save the form of one's own draft.</summary>
public sealed record SaveDraft(ApplicationId Id, string Form, bool Opens) : ICommand<ApplicationState, ApplicationEvent>
{
    public StreamId Stream => Id.Stream;

    public bool OpensStream => Opens;

    public Decision<ApplicationEvent> Decide(ApplicationState state, DecisionContext context)
    {
        if (state.Stage == ApplicationStage.None ? !Opens : state.Applicant != context.Actor.Subject)
            return ApplicationDecider.NotFound;
        if (state.Stage is not (ApplicationStage.None or ApplicationStage.Draft))
            return Rejection.Of("NOT_A_DRAFT", $"The application is no draft any more: it is {ApplicationDecider.Words(state.Stage)}.");
        return state.Draft?.Form == Form ? Decision.Nothing : new DraftEvent.Saved(context.Actor.Subject, Form, context.Now);
    }
}
