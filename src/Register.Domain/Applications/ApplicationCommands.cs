using Register.Domain.Education;
using Register.Domain.Registration;

namespace Register.Domain.Applications;

/// <summary>Apply for registration, for oneself.</summary>
/// <param name="FromDraft">Whether it was saved as a draft before.</param>
public sealed record SubmitApplication(
    ApplicationId Id,
    EntryRoute Route,
    PersonDetails Person,
    string PracticeTown,
    AwardReference? Award,
    Declarations Declarations,
    string FeeReference,
    RouteEvidence? Evidence = null,
    bool FromDraft = false) : ICommand<ApplicationState, ApplicationEvent>
{
    public StreamId Stream => Id.Stream;

    public bool OpensStream => !FromDraft;

    public Decision<ApplicationEvent> Decide(ApplicationState state, DecisionContext context) => ApplicationDecider.Submit(this, state, context);
}

/// <summary>Record that an officer checked one kind of evidence, or all that the route needs.</summary>
/// <param name="Evidence">The kind; null for all that the route needs.</param>
/// <param name="Programme">The programme relied on, as it stands.</param>
/// <param name="Held">The entry that the applicant holds or names, as it stands; null when there is none.</param>
/// <param name="Supervisor">The entry of who signed for updating, as it stands; null when there is none.</param>
public sealed record RecordCheck(
    ApplicationId Id,
    EvidenceKind? Evidence,
    bool Satisfied,
    string Note,
    ProgrammeState Programme,
    RegistrantState? Held = null,
    RegistrantState? Supervisor = null) : ICommand<ApplicationState, ApplicationEvent>
{
    /// <summary>The records relied on.</summary>
    public ReliedOn Records => new(Programme, Held, Supervisor);

    public StreamId Stream => Id.Stream;

    public Decision<ApplicationEvent> Decide(ApplicationState state, DecisionContext context) => ApplicationDecider.Check(this, state, context);
}

/// <summary>Grant registration.</summary>
/// <param name="Programme">The programme relied on, as it stands.</param>
/// <param name="Held">The entry that the applicant holds or names, as it stands; null when there is none.</param>
/// <param name="Supervisor">The entry of who signed for updating, as it stands; null when there is none.</param>
public sealed record GrantApplication(
    ApplicationId Id, string Reasons, ProgrammeState Programme, RegistrantState? Held = null, RegistrantState? Supervisor = null)
    : ICommand<ApplicationState, ApplicationEvent>
{
    /// <summary>The records relied on.</summary>
    public ReliedOn Records => new(Programme, Held, Supervisor);

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
