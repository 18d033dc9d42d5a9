using Register.Domain.Identity;
using Register.Domain.Registration;

namespace Register.Domain.Applications;

/// <summary>Apply for registration, for oneself.</summary>
/// <param name="FromDraft">Whether it was saved as a draft before.</param>
/// <param name="Own">What the applicant has already under this name and date of birth; null when nothing, as far as is known.</param>
public sealed record SubmitApplication(
    ApplicationId Id,
    EntryRoute Route,
    PersonDetails Person,
    string PracticeTown,
    AwardReference? Award,
    Declarations Declarations,
    string FeeReference,
    RouteEvidence? Evidence = null,
    bool FromDraft = false,
    IdentityHolder? Own = null) : ICommand<ApplicationState, ApplicationEvent>
{
    public StreamId Stream => Id.Stream;

    public bool OpensStream => !FromDraft;

    public Decision<ApplicationEvent> Decide(ApplicationState state, DecisionContext context) => ApplicationDecider.Submit(this, state, context);
}

/// <summary>Record that an officer checked one kind of evidence, or all that the route needs.</summary>
/// <param name="Evidence">The kind; null for all that the route needs.</param>
/// <param name="Records">The records the application relies on, as they stand.</param>
public sealed record RecordCheck(ApplicationId Id, EvidenceKind? Evidence, bool Satisfied, string Note, ReliedOn Records)
    : ICommand<ApplicationState, ApplicationEvent>
{
    public StreamId Stream => Id.Stream;

    public Decision<ApplicationEvent> Decide(ApplicationState state, DecisionContext context) => ApplicationDecider.Check(this, state, context);
}

/// <summary>Grant registration.</summary>
/// <param name="Records">The records the application relies on, as they stand.</param>
public sealed record GrantApplication(ApplicationId Id, string Reasons, ReliedOn Records) : ICommand<ApplicationState, ApplicationEvent>
{
    public StreamId Stream => Id.Stream;

    public Decision<ApplicationEvent> Decide(ApplicationState state, DecisionContext context) => ApplicationDecider.Grant(this, state, context);
}

/// <summary>Refuse registration.</summary>
public sealed record RefuseApplication(ApplicationId Id, string Reasons) : ICommand<ApplicationState, ApplicationEvent>
{
    public StreamId Stream => Id.Stream;

    public Decision<ApplicationEvent> Decide(ApplicationState state, DecisionContext context) => ApplicationDecider.Refuse(this, state, context);
}

/// <summary>Take one's own application back.</summary>
public sealed record WithdrawApplication(ApplicationId Id) : ICommand<ApplicationState, ApplicationEvent>
{
    public StreamId Stream => Id.Stream;

    public Decision<ApplicationEvent> Decide(ApplicationState state, DecisionContext context) => ApplicationDecider.Withdraw(state, context);
}
