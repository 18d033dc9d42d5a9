using Register.Domain;
using Register.Domain.Applications;
using Register.Domain.Registration;
using Register.Service.Edge;
using Register.Views.Applications;
using Proto = Sonographer.Register.V1;

namespace Register.Service.Applications;

/// <summary>Applications between the contract and the domain.</summary>
internal static class ApplicationMapping
{
    public static SubmitApplication Submission(RequestReader read, ApplicationId id, Proto.Application application, bool fromDraft)
    {
        var declarations = application.Declarations ?? new Proto.Declarations();
        return new(
            id,
            read.Word<EntryRoute>("application.route", application.Route),
            new PersonDetails(
                read.Line("application.full_name", application.FullName),
                read.Date("application.date_of_birth", application.DateOfBirth),
                read.Email("application.email", application.Email)),
            read.Line("application.practice_town", application.PracticeTown),
            application.Route is Proto.EntryRoute.UkApproved or Proto.EntryRoute.Unspecified
                ? new AwardReference(
                    read.Resource<ProgrammeId>("application.programme", application.Programme, "programmes"),
                    read.Line("application.candidate_number", application.CandidateNumber, 64))
                : null,
            new Declarations(
                read.Prose("application.declarations.character", declarations.Character, required: false),
                read.Prose("application.declarations.health", declarations.Health, required: false),
                declarations.Indemnity,
                declarations.Truthful),
            read.Line("application.fee_reference", application.FeeReference, 64),
            RouteEvidenceMapping.Read(read, application),
            fromDraft);
    }

    public static Proto.Application ToProto(ApplicationView row, DateOnly today) => ToProto(StreamId.Parse(row.Id), row.State, row.Version, today);

    public static Proto.Application ToProto(StreamId stream, ApplicationState state, long version, DateOnly today)
    {
        var application = state.Submission is { } submission ? Submitted(state, submission, today) : DraftOf(state);
        application.Name = $"applications/{stream.Id}";
        application.State = (Proto.ApplicationState)(int)state.Stage;
        application.Version = version;
        return application;
    }

    private static Proto.Application DraftOf(ApplicationState state) => Form(state.Draft!);

    /// <summary>The form of a draft as far as it is filled in; empty where it is erased (R36).</summary>
    public static Proto.Application Form(DraftEvent.Saved draft) =>
        draft.Form == Erased.Text ? new() : Proto.Application.Parser.ParseJson(draft.Form);

    private static Proto.Application Submitted(ApplicationState state, ApplicationEvent.Submitted submission, DateOnly today)
    {
        var decidedAt = state.Grant?.At ?? state.Refusal?.At ?? state.Withdrawal?.At;
        var application = new Proto.Application
        {
            Route = (Proto.EntryRoute)(int)submission.Route,
            FullName = submission.Person.FullName,
            DateOfBirth = submission.Person.DateOfBirth.ToProto(),
            Email = submission.Person.Email,
            PracticeTown = submission.PracticeTown,
            Programme = submission.Award is { } award ? $"programmes/{award.Programme}" : "",
            CandidateNumber = submission.Award?.CandidateNumber ?? "",
            Declarations = new()
            {
                Character = submission.Declarations.Character,
                Health = submission.Declarations.Health,
                Indemnity = submission.Declarations.Indemnity,
                Truthful = submission.Declarations.Truthful,
            },
            FeeReference = submission.FeeReference,
            SubmitTime = submission.At.ToProto(),
            Checks = { state.Checks.Values.Select(ToProto) },
            DecisionReasons = state.Grant?.Reasons ?? state.Refusal?.Reasons ?? "",
            DecideTime = decidedAt?.ToProto(),
            RequiredEvidence = { RouteRules.Needed(submission.Route, submission.Evidence).Select(kind => (Proto.EvidenceKind)(int)kind) },
            InformationRequests = { state.Requests.Select(ToProto) },
            Assessors = { state.Assessors.Select(ToProto) },
            Comparability = state.Comparability is { } comparability ? ToProto(comparability) : null,
            Appeal = state.Appeal is { } appeal ? ToProto(appeal) : null,
            AppealUntil = state is { Stage: ApplicationStage.Refused, Refusal: { } refusal } ? LodgeAppeal.LastDay(refusal).ToProto() : null,
            AgeDays = (decidedAt is { } at ? CivilTime.DateIn(at) : today).DayNumber - submission.On.DayNumber,
        };
        RouteEvidenceMapping.Show(application, submission.Evidence);
        return application;
    }

    private static Proto.EvidenceCheck ToProto(ApplicationEvent.EvidenceChecked check) => new()
    {
        Evidence = (Proto.EvidenceKind)(int)check.Evidence,
        Outcome = check.Satisfied ? Proto.CheckOutcome.Satisfied : Proto.CheckOutcome.NotSatisfied,
        Officer = check.Officer,
        Note = check.Note,
        CheckTime = check.At.ToProto(),
    };

    private static Proto.InformationRequest ToProto(InformationRequest request) => new()
    {
        Number = request.Asked.Number,
        Question = request.Asked.Question,
        DueOn = request.Asked.DueOn.ToProto(),
        Officer = request.Asked.Officer,
        RequestTime = request.Asked.At.ToProto(),
        Answer = request.Answer?.Answer ?? "",
        AnswerTime = request.Answer?.At.ToProto(),
    };

    private static Proto.Assessor ToProto(Assessor assessor) => new()
    {
        Assessor_ = assessor.Subject,
        Finding = (Proto.Finding)(int)(assessor.Found?.Finding ?? 0),
        Reasons = assessor.Found?.Reasons ?? "",
        FindingTime = assessor.Found?.At.ToProto(),
    };

    private static Proto.ComparabilityAssessment ToProto(Comparability comparability) => new()
    {
        Measure = (Proto.CompensationMeasure)(int)(comparability.Assessment.Measure ?? 0),
        Reasons = comparability.Assessment.Reasons,
        Officer = comparability.Assessment.Officer,
        Met = comparability.IsMet,
        OutcomeNote = comparability.Outcome?.Note ?? "",
    };

    private static Proto.Appeal ToProto(Appeal appeal) => new()
    {
        Grounds = appeal.Lodged.Grounds,
        LodgeTime = appeal.Lodged.At.ToProto(),
        Outcome = (Proto.AppealOutcome)(int)(appeal.Decision?.Outcome ?? 0),
        Reasons = appeal.Decision?.Reasons ?? "",
    };
}
