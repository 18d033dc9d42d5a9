using System.Collections.Immutable;
using Register.Domain.Education;

namespace Register.Domain.Applications;

/// <summary>Decides what happens to an application.</summary>
public static class ApplicationDecider
{
    private static readonly Rejection NotFound = Rejection.NotFound("APPLICATION_NOT_FOUND", "There is no such application.");

    private static readonly Rejection SecondOfficerRequired = Rejection.Of(
        "SECOND_OFFICER_REQUIRED", "Whoever decides an application did not also check all its evidence: another officer has to decide (R15).");

    private static readonly Rejection OwnApplication = Rejection.Forbidden(
        "OWN_APPLICATION", "Nobody checks or decides their own application.");

    public static Decision<ApplicationEvent> Submit(SubmitApplication command, ApplicationState state, DecisionContext context)
    {
        if (state.Submission is not null)
            return state.Submission.Applicant == context.Actor.Subject ? Decision.Nothing : NotFound;

        var problems = Problems(command, context).ToImmutableArray();
        if (!problems.IsEmpty)
            return problems;
        return new ApplicationEvent.Submitted(
            context.Actor.Subject,
            command.Route,
            command.Person,
            command.PracticeTown,
            command.Award,
            command.Declarations,
            command.FeeReference,
            context.Today,
            context.Now);
    }

    public static Decision<ApplicationEvent> Check(RecordCheck command, ApplicationState state, DecisionContext context)
    {
        if (state.Submission is not { } submission)
            return NotFound;
        if (!state.IsLive)
            return AlreadyDecided(state);
        if (IsOwn(submission, context))
            return OwnApplication;
        if (!command.Satisfied && command.Note.Length == 0)
            return Rejection.Invalid("note", "NOTE_REQUIRED", "Say what was not satisfied.");

        if (command is { Evidence: EvidenceKind.Qualification, Satisfied: true })
        {
            var shortfalls = Shortfalls(submission, command.Programme);
            if (!shortfalls.IsEmpty)
                return shortfalls;
        }
        if (state.Checks.TryGetValue(command.Evidence, out var last)
            && (last.Satisfied, last.Officer, last.Note) == (command.Satisfied, context.Actor.Subject, command.Note))
            return Decision.Nothing;
        return new ApplicationEvent.EvidenceChecked(command.Evidence, command.Satisfied, context.Actor.Subject, command.Note, context.Now);
    }

    public static Decision<ApplicationEvent> Grant(GrantApplication command, ApplicationState state, DecisionContext context)
    {
        if (state.Submission is not { } submission)
            return NotFound;
        if (state.Stage == ApplicationStage.Granted)
            return Decision.Nothing;
        if (!state.IsLive)
            return AlreadyDecided(state);
        if (IsOwn(submission, context))
            return OwnApplication;

        var problems = Enum.GetValues<EvidenceKind>()
            .Where(kind => !state.Checks.TryGetValue(kind, out var check) || !check.Satisfied)
            .Select(kind => Rejection.Of("EVIDENCE_NOT_SATISFIED", $"{kind} is not checked and satisfied yet (R9).", "checks"))
            .Concat(state.Checks.Count > 0 && CheckedAll(state, context) ? [SecondOfficerRequired] : [])
            .ToImmutableArray();
        if (!problems.IsEmpty)
            return problems;

        var shortfalls = Shortfalls(submission, command.Programme);
        if (!shortfalls.IsEmpty)
            return shortfalls;
        if (state.Identity?.Standing != IdentityStanding.Claimed)
            return IdentityDecider.NotClaimed;
        var areas = command.Programme.Awards[submission.Award.CandidateNumber].PracticeAreas;
        return new ApplicationEvent.Granted(context.Actor.Subject, command.Reasons, areas, context.Today, context.Now);
    }

    public static Decision<ApplicationEvent> Refuse(RefuseApplication command, ApplicationState state, DecisionContext context)
    {
        if (state.Submission is not { } submission)
            return NotFound;
        if (state.Stage == ApplicationStage.Refused)
            return Decision.Nothing;
        if (!state.IsLive)
            return AlreadyDecided(state);
        if (IsOwn(submission, context))
            return OwnApplication;
        if (state.Checks.IsEmpty)
            return Rejection.Of("NOTHING_CHECKED", "A refusal rests on evidence that was checked: nothing has been checked yet (R9).", "checks");
        if (CheckedAll(state, context))
            return SecondOfficerRequired;
        return new ApplicationEvent.Refused(context.Actor.Subject, command.Reasons, context.Today, context.Now);
    }

    public static Decision<ApplicationEvent> Withdraw(ApplicationState state, DecisionContext context)
    {
        // That somebody else applied is private: another's application does not exist for this applicant.
        if (state.Submission is null || state.Submission.Applicant != context.Actor.Subject)
            return NotFound;
        if (state.Stage == ApplicationStage.Withdrawn)
            return Decision.Nothing;
        return state.IsLive ? new ApplicationEvent.Withdrawn(context.Now) : AlreadyDecided(state);
    }

    private static IEnumerable<Rejection> Problems(SubmitApplication command, DecisionContext context)
    {
        if (command.Route != EntryRoute.UkApproved)
            yield return Rejection.Of("ROUTE_NOT_OPEN", "This entry route is not open yet.", "application.route");
        var age = context.Regime.ApplicantMinimumAge;
        if (command.Person.DateOfBirth > context.Today.AddYears(-age))
            yield return Rejection.Invalid("application.date_of_birth", "TOO_YOUNG", $"An applicant is at least {age} years old.");
        if (!command.Declarations.Indemnity)
            yield return Rejection.Of("INDEMNITY_NOT_DECLARED", "Professional indemnity has to be declared (R9).", "application.declarations.indemnity");
        if (!command.Declarations.Truthful)
            yield return Rejection.Of("NOT_DECLARED_TRUE", "The declarations have to be declared true and complete (R9).", "application.declarations.truthful");
    }

    private static ImmutableArray<Rejection> Shortfalls(ApplicationEvent.Submitted submission, ProgrammeState programme) =>
        [.. Qualification.Shortfalls(
            programme, submission.Award.CandidateNumber, submission.Person.DateOfBirth, submission.On, LegalRegime.On(submission.On))];

    private static bool IsOwn(ApplicationEvent.Submitted submission, DecisionContext context) => submission.Applicant == context.Actor.Subject;

    private static bool CheckedAll(ApplicationState state, DecisionContext context) =>
        state.Checks.Values.All(check => check.Officer == context.Actor.Subject);

    private static Rejection AlreadyDecided(ApplicationState state) => state.Stage == ApplicationStage.TurnedAway ? IdentityDecider.TurnedAway :
        Rejection.Of("APPLICATION_CLOSED", $"The application is {state.Stage.ToString().ToLowerInvariant()} already.");
}
