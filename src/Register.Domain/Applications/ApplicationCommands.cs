using Register.Domain.Education;
using Register.Domain.Registration;

namespace Register.Domain.Applications;

/// <summary>Apply for registration, for oneself.</summary>
public sealed record SubmitApplication(
    ApplicationId Id,
    EntryRoute Route,
    PersonDetails Person,
    string PracticeTown,
    AwardReference Award,
    Declarations Declarations,
    string FeeReference) : ICommand<ApplicationState, ApplicationEvent>
{
    public StreamId Stream => Id.Stream;

    public bool OpensStream => true;

    public Decision<ApplicationEvent> Decide(ApplicationState state, DecisionContext context) => ApplicationDecider.Submit(this, state, context);
}

/// <summary>Record that an officer checked one kind of evidence.</summary>
/// <param name="Programme">The programme relied on, as it stands.</param>
public sealed record RecordCheck(ApplicationId Id, EvidenceKind Evidence, bool Satisfied, string Note, ProgrammeState Programme)
    : ICommand<ApplicationState, ApplicationEvent>
{
    public StreamId Stream => Id.Stream;

    public Decision<ApplicationEvent> Decide(ApplicationState state, DecisionContext context) => ApplicationDecider.Check(this, state, context);
}

/// <summary>Grant registration.</summary>
/// <param name="Programme">The programme relied on, as it stands.</param>
public sealed record GrantApplication(ApplicationId Id, string Reasons, ProgrammeState Programme) : ICommand<ApplicationState, ApplicationEvent>
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
