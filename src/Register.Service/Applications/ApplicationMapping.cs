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
    public static SubmitApplication Submission(RequestReader read, ApplicationId id, Proto.Application application)
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
            new AwardReference(
                read.Resource<ProgrammeId>("application.programme", application.Programme, "programmes"),
                read.Line("application.candidate_number", application.CandidateNumber, 64)),
            new Declarations(
                read.Prose("application.declarations.character", declarations.Character, required: false),
                read.Prose("application.declarations.health", declarations.Health, required: false),
                declarations.Indemnity,
                declarations.Truthful),
            read.Line("application.fee_reference", application.FeeReference, 64));
    }

    public static Proto.Application ToProto(ApplicationView row) => ToProto(StreamId.Parse(row.Id), row.State, row.Version);

    public static Proto.Application ToProto(StreamId stream, ApplicationState state, long version)
    {
        var submission = state.Submission!;
        return new()
        {
            Name = $"applications/{stream.Id}",
            Route = (Proto.EntryRoute)(int)submission.Route,
            FullName = submission.Person.FullName,
            DateOfBirth = submission.Person.DateOfBirth.ToProto(),
            Email = submission.Person.Email,
            PracticeTown = submission.PracticeTown,
            Programme = $"programmes/{submission.Award.Programme}",
            CandidateNumber = submission.Award.CandidateNumber,
            Declarations = new()
            {
                Character = submission.Declarations.Character,
                Health = submission.Declarations.Health,
                Indemnity = submission.Declarations.Indemnity,
                Truthful = submission.Declarations.Truthful,
            },
            FeeReference = submission.FeeReference,
            State = (Proto.ApplicationState)(int)state.Stage,
            SubmitTime = submission.At.ToProto(),
            Checks = { state.Checks.Values.Select(ToProto) },
            DecisionReasons = state.Grant?.Reasons ?? state.Refusal?.Reasons ?? "",
            DecideTime = (state.Grant?.At ?? state.Refusal?.At ?? state.Withdrawal?.At)?.ToProto(),
            Version = version,
        };
    }

    private static Proto.EvidenceCheck ToProto(ApplicationEvent.EvidenceChecked check) => new()
    {
        Evidence = (Proto.EvidenceKind)(int)check.Evidence,
        Outcome = check.Satisfied ? Proto.CheckOutcome.Satisfied : Proto.CheckOutcome.NotSatisfied,
        Officer = check.Officer,
        Note = check.Note,
        CheckTime = check.At.ToProto(),
    };
}
