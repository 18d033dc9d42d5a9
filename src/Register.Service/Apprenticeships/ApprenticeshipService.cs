using System.Linq.Expressions;
using Grpc.Core;
using Register.Domain;
using Register.Domain.Apprenticeships;
using Register.Domain.Education;
using Register.EventStore.Streams;
using Register.Service.Commands;
using Register.Service.Edge;
using Register.Service.Reads;
using Register.Service.Security;
using Register.Views;
using Register.Views.Apprenticeships;
using Sonographer.Register.V1;
using Finding = Register.Domain.Apprenticeships.AssessmentOutcome;
using State = Register.Domain.Apprenticeships.ApprenticeshipState;

namespace Register.Service.Apprenticeships;

/// <summary>Apprenticeships: enrolment, hours off the job, gateway, end-point assessment.</summary>
public sealed class ApprenticeshipService(CommandBus commands, ViewReader views, StreamStates streams)
    : Sonographer.Register.V1.ApprenticeshipService.ApprenticeshipServiceBase
{
    [Allow(Roles.EducationProvider)]
    public override async Task<EnrolApprenticeResponse> EnrolApprentice(EnrolApprenticeRequest request, ServerCallContext context)
    {
        var read = new RequestReader();
        var requestId = read.RequestId(request.RequestId);
        var asked = request.Apprenticeship ?? new Apprenticeship();
        var programme = read.Resource<ProgrammeId>("apprenticeship.programme", asked.Programme, "programmes");
        var fullName = read.Line("apprenticeship.full_name", asked.FullName);
        var dateOfBirth = read.Date("apprenticeship.date_of_birth", asked.DateOfBirth);
        var employer = read.Code("apprenticeship.employer", asked.Employer, 16);
        var startedOn = read.Date("apprenticeship.started_on", asked.StartedOn);
        read.Done();

        var id = new ApprenticeshipId(DerivedId.From(requestId, "apprenticeship"));
        var command = new EnrolApprentice(id, fullName, dateOfBirth, employer, programme, startedOn, await ProgrammeOf(programme, context));
        return new() { Apprenticeship = await Send(id, command, requestId, context) };
    }

    [Allow(Roles.EducationProvider)]
    public override async Task<RecordHoursResponse> RecordHours(RecordHoursRequest request, ServerCallContext context)
    {
        var read = new RequestReader();
        var (requestId, id) = Named(read, request.RequestId, request.Name);
        var from = read.Date("period_start", request.PeriodStart);
        var to = read.Date("period_end", request.PeriodEnd);
        read.Done();

        var command = new RecordHours(id, from, to, request.WorkingHours, request.OffTheJobHours);
        return new() { Apprenticeship = await Send(id, command, requestId, context) };
    }

    [Allow(Roles.EducationProvider)]
    public override async Task<PassGatewayResponse> PassGateway(PassGatewayRequest request, ServerCallContext context)
    {
        var read = new RequestReader();
        var (requestId, id) = Named(read, request.RequestId, request.Name);
        var on = read.Date("passed_on", request.PassedOn);
        read.Done();

        return new() { Apprenticeship = await Send(id, new PassGateway(id, on), requestId, context) };
    }

    [Allow(Roles.EducationProvider)]
    public override async Task<RecordAssessmentResponse> RecordAssessment(RecordAssessmentRequest request, ServerCallContext context)
    {
        var read = new RequestReader();
        var (requestId, id) = Named(read, request.RequestId, request.Name);
        var outcome = read.Word<Finding>("outcome", request.Outcome);
        var on = read.Date("assessed_on", request.AssessedOn);
        var candidate = outcome == Finding.Passed ? read.Code("candidate_number", request.CandidateNumber) : null;
        if (outcome == Finding.NotPassed && request.CandidateNumber.Length > 0)
            read.Wrong("candidate_number", "NOT_PASSED", "Only an assessment that was passed has a candidate number.");
        read.Done();

        var apprenticeship = await streams.Load<State, ApprenticeshipEvent>(id.Stream, assumeNew: false, context.CancellationToken);
        var programme = apprenticeship.State.Enrolment is { } enrolment ? await ProgrammeOf(enrolment.Programme, context) : ProgrammeState.None;
        return new() { Apprenticeship = await Send(id, new RecordAssessment(id, outcome, on, candidate, programme), requestId, context) };
    }

    [Allow(Roles.EducationProvider, Roles.Registrar, Roles.Auditor)]
    [ReadsNobody("An apprentice is on the way to the register, not on it.")]
    public override async Task<GetApprenticeshipResponse> GetApprenticeship(GetApprenticeshipRequest request, ServerCallContext context)
    {
        var read = new RequestReader();
        var id = read.Resource<ApprenticeshipId>("name", request.Name, "apprenticeships");
        var version = read.MinimumVersion(request.MinimumVersion);
        read.Done();

        // Asked of the ledger, so that a provider cannot tell another's apprentice from none by how long the answer takes.
        var enrolment = (await streams.Load<State, ApprenticeshipEvent>(id.Stream, assumeNew: false, context.CancellationToken)).State.Enrolment;
        if (context.Is(Roles.EducationProvider) && enrolment?.Provider != context.Actor().Organisation)
            throw NotFound();
        var row = await views.Get<ApprenticeshipView>(id.Stream, version, context.CancellationToken) ?? throw NotFound();
        return new() { Apprenticeship = ApprenticeshipMapping.ToProto(row) };
    }

    [Allow(Roles.EducationProvider, Roles.Registrar, Roles.Auditor)]
    [ReadsNobody("An apprentice is on the way to the register, not on it.")]
    public override async Task<ListApprenticeshipsResponse> ListApprenticeships(ListApprenticeshipsRequest request, ServerCallContext context)
    {
        var read = new RequestReader();
        var size = read.PageSize(request.PageSize);
        var token = read.PageToken(request.PageToken);
        var stage = request.State == Sonographer.Register.V1.ApprenticeshipState.Unspecified
            ? null
            : read.Word<ApprenticeshipStage>("state", request.State).ToString();
        read.Done();

        var conditions = new List<Expression<Func<ApprenticeshipView, bool>>>();
        if (stage is not null)
            conditions.Add(v => v.Stage == stage);
        if (context.Is(Roles.EducationProvider))
        {
            var provider = context.Actor().Organisation!;
            conditions.Add(v => v.Provider == provider);
        }
        var page = await views.List(conditions, size, token, context.CancellationToken);
        return new()
        {
            Apprenticeships = { page.Rows.Select(ApprenticeshipMapping.ToProto) },
            NextPageToken = RequestReader.NextToken(page.NextToken),
        };
    }

    private static (Guid, ApprenticeshipId) Named(RequestReader read, string requestId, string name) =>
        (read.RequestId(requestId), read.Resource<ApprenticeshipId>("name", name, "apprenticeships"));

    private async Task<Apprenticeship> Send(
        ApprenticeshipId id, ICommand<State, ApprenticeshipEvent> command, Guid requestId, ServerCallContext context)
    {
        var done = await commands.Send(command, requestId, context);
        return ApprenticeshipMapping.ToProto(id.Stream, done.State, done.Version);
    }

    // The programme is another stream: it is read here, and decided on as it stands.
    private async Task<ProgrammeState> ProgrammeOf(ProgrammeId id, ServerCallContext context) =>
        (await streams.Refresh<ProgrammeState, ProgrammeEvent>(id.Stream, context.CancellationToken)).State;

    private static RpcException NotFound() => Problems.NotFound("APPRENTICESHIP_NOT_FOUND", "There is no such apprenticeship.");
}
