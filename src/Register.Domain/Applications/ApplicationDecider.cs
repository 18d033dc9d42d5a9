using System.Collections.Immutable;
using Register.Domain.Education;
using Register.Domain.Identity;

namespace Register.Domain.Applications;

/// <summary>Decides what happens to an application.</summary>
public static class ApplicationDecider
{
    internal static readonly Rejection NotFound = Rejection.NotFound("APPLICATION_NOT_FOUND", "There is no such application.");

    private static readonly Rejection SecondOfficerRequired = Rejection.Of(
        "SECOND_OFFICER_REQUIRED", "Whoever decides an application did not also check all its evidence: another officer has to decide (R15).");

    internal static readonly Rejection OwnApplication = Rejection.Forbidden(
        "OWN_APPLICATION", "Nobody checks or decides their own application.");

    public static Decision<ApplicationEvent> Submit(SubmitApplication command, ApplicationState state, DecisionContext context)
    {
        if (state.Submission is not null)
            return state.Submission.Applicant == context.Actor.Subject ? Decision.Nothing : NotFound;
        if (command.FromDraft && state.Draft?.Applicant != context.Actor.Subject)
            return NotFound;
        if (state.Stage is not (ApplicationStage.None or ApplicationStage.Draft))
            return AlreadyDecided(state);

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
            context.Now,
            command.Evidence);
    }

    public static Decision<ApplicationEvent> Check(RecordCheck command, ApplicationState state, DecisionContext context)
    {
        if (NotForOfficer(state, context) is { } rejection)
            return rejection;
        var officer = context.Actor.Subject;
        if (state.Assessors.Any(a => a.Subject == officer))
            return Rejection.Of("ASSESSOR_DOES_NOT_CHECK", "Nobody checks the evidence of an application that they assess (R11).");
        if (!command.Satisfied && command.Note.Length == 0)
            return Rejection.Invalid("note", "NOTE_REQUIRED", "Say what was not satisfied.");

        var needed = RouteRules.Needed(state.Submission!.Route, state.Submission.Evidence);
        if (command.Evidence is { } kind && !needed.Contains(kind))
            return Rejection.Of("EVIDENCE_NOT_NEEDED", $"{kind} is not among the evidence of this application: {string.Join(", ", needed)} (R9).", "evidence");
        var kinds = command.Evidence is { } one ? [one] : needed;
        var shortfalls = command.Satisfied
            ? kinds.SelectMany(k => RouteRules.Shortfalls(k, command.Id, state, command.Records)).ToImmutableArray()
            : [];
        if (!shortfalls.IsEmpty)
            return shortfalls;
        return kinds
            .Where(k => !state.Checks.TryGetValue(k, out var last)
                || (last.Satisfied, last.Officer, last.Note) != (command.Satisfied, officer, command.Note))
            .Select(ApplicationEvent (k) => new ApplicationEvent.EvidenceChecked(k, command.Satisfied, officer, command.Note, context.Now))
            .ToImmutableArray();
    }

    public static Decision<ApplicationEvent> Grant(GrantApplication command, ApplicationState state, DecisionContext context)
    {
        if (state is { Submission: not null, Stage: ApplicationStage.Granted })
            return Decision.Nothing;
        if (NotForOfficer(state, context) is { } rejection)
            return rejection;
        var problems = GrantProblems(command.Id, state, command.Records, context);
        if (!problems.IsEmpty)
            return problems;
        return GrantOf(state.Submission!, command.Reasons, command.Records, context);
    }

    public static Decision<ApplicationEvent> Refuse(RefuseApplication command, ApplicationState state, DecisionContext context)
    {
        if (state is { Submission: not null, Stage: ApplicationStage.Refused })
            return Decision.Nothing;
        if (NotForOfficer(state, context) is { } rejection)
            return rejection;
        if (state.Checks.IsEmpty)
            return Rejection.Of("NOTHING_CHECKED", "A refusal rests on evidence that was checked: nothing has been checked yet (R9).", "checks");
        if (CheckedAll(state, context))
            return SecondOfficerRequired;
        if (state.Requests.FirstOrDefault(r => r.IsOpen && r.Asked.DueOn >= context.Today) is { } open)
            return InformationOutstanding(open);
        return new ApplicationEvent.Refused(context.Actor.Subject, command.Reasons, context.Today, context.Now);
    }

    public static Decision<ApplicationEvent> Withdraw(ApplicationState state, DecisionContext context)
    {
        // That somebody else applied is private: another's application does not exist for this applicant.
        if (state.Applicant is null || state.Applicant != context.Actor.Subject)
            return NotFound;
        if (state.Stage == ApplicationStage.Withdrawn)
            return Decision.Nothing;
        return state.IsLive || state.Stage is ApplicationStage.Draft or ApplicationStage.UnderAppeal
            ? new ApplicationEvent.Withdrawn(context.Now)
            : AlreadyDecided(state);
    }

    /// <summary>Everything that keeps an application from being granted, at once (R9, R11, R14, R15).</summary>
    internal static ImmutableArray<Rejection> GrantProblems(ApplicationId id, ApplicationState state, ReliedOn records, DecisionContext context)
    {
        var submission = state.Submission!;
        var needed = RouteRules.Needed(submission.Route, submission.Evidence);
        ImmutableArray<Rejection> problems =
        [
            .. needed
                .Where(kind => !state.Checks.TryGetValue(kind, out var check) || !check.Satisfied)
                .Select(kind => Rejection.Of("EVIDENCE_NOT_SATISFIED", $"{kind} is not checked and satisfied yet (R9).", "checks")),
            .. state.Requests.Where(r => r.IsOpen).Select(InformationOutstanding),
            .. submission.Route == EntryRoute.Grandparenting && Assessor.OutcomeOf(state) != Finding.MeetsStandard
                ? [Rejection.Of("ASSESSORS_NOT_SATISFIED", "Two assessors have to find that the practice meets the standard (R11).", "assessors")]
                : ImmutableArray<Rejection>.Empty,
            .. state.Checks.Count > 0 && CheckedAll(state, context) ? [SecondOfficerRequired] : ImmutableArray<Rejection>.Empty,
        ];
        if (!problems.IsEmpty)
            return problems;
        ImmutableArray<Rejection> shortfalls = [.. needed.SelectMany(kind => RouteRules.Shortfalls(kind, id, state, records))];
        if (!shortfalls.IsEmpty)
            return shortfalls;
        if (RouteRules.NotOpenOn(context.Today, submission.Route, records) is { } closed)
            return [closed];
        return state.Identity?.Standing == IdentityStanding.Claimed ? [] : [IdentityDecider.NotClaimed];
    }

    /// <summary>The grant of an application that nothing stands in the way of.</summary>
    internal static ApplicationEvent.Granted GrantOf(
        ApplicationEvent.Submitted submission, string reasons, ReliedOn records, DecisionContext context)
    {
        var areas = submission switch
        {
            { Route: EntryRoute.UkApproved, Award: { } award } => records.Programme.Awards[award.CandidateNumber].PracticeAreas,
            { Route: EntryRoute.Readmission or EntryRoute.Restoration } => records.Held!.Entry!.PracticeAreas,
            _ => submission.Evidence!.PracticeAreas,
        };
        return new(context.Actor.Subject, reasons, areas, context.Today, context.Now);
    }

    /// <summary>Why an officer cannot work on an application; null when they can.</summary>
    internal static Rejection? NotForOfficer(ApplicationState state, DecisionContext context) =>
        state.Submission is not { } submission ? NotFound
        : !state.IsLive ? AlreadyDecided(state)
        : submission.Applicant == context.Actor.Subject ? OwnApplication
        : null;

    internal static Rejection AlreadyDecided(ApplicationState state) => state.Stage == ApplicationStage.TurnedAway
        ? IdentityDecider.TurnedAway
        : Rejection.Of("APPLICATION_CLOSED", $"The application is {Words(state.Stage)} already.");

    /// <summary>A stage in words.</summary>
    internal static string Words(ApplicationStage stage) => stage switch
    {
        ApplicationStage.UnderAssessment => "under assessment",
        ApplicationStage.InformationRequested => "waiting for information",
        ApplicationStage.UnderAppeal => "under appeal",
        ApplicationStage.TurnedAway => "turned away",
        ApplicationStage.Draft => "a draft",
        _ => stage.ToString().ToLowerInvariant(),
    };

    private static IEnumerable<Rejection> Problems(SubmitApplication command, DecisionContext context)
    {
        var age = context.Regime.ApplicantMinimumAge;
        if (command.Person.DateOfBirth > context.Today.AddYears(-age))
            yield return Rejection.Invalid("application.date_of_birth", "TOO_YOUNG", $"An applicant is at least {age} years old.");
        if (!command.Declarations.Indemnity)
            yield return Rejection.Of("INDEMNITY_NOT_DECLARED", "Professional indemnity has to be declared (R9).", "application.declarations.indemnity");
        if (!command.Declarations.Truthful)
            yield return Rejection.Of("NOT_DECLARED_TRUE", "The declarations have to be declared true and complete (R9).", "application.declarations.truthful");
        foreach (var missing in RouteRules.Missing(command.Route, command.Award, command.Evidence, context.Today, context.Regime))
            yield return missing;
        if (command.Own is { } holder)
            yield return IdentityRejections.Of(holder);
    }

    private static bool CheckedAll(ApplicationState state, DecisionContext context) =>
        state.Checks.Values.All(check => check.Officer == context.Actor.Subject);

    private static Rejection InformationOutstanding(InformationRequest open) =>
        Rejection.Of("INFORMATION_OUTSTANDING", $"Question {open.Asked.Number} waits for an answer, due on {open.Asked.DueOn:yyyy-MM-dd}.", "information_requests");
}
