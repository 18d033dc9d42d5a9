using System.Linq.Expressions;
using Grpc.Core;
using Register.Domain;
using Register.Domain.Applications;
using Register.Domain.Education;
using Register.Domain.Identity;
using Register.EventStore.Streams;
using Register.Service.Commands;
using Register.Service.Edge;
using Register.Service.Identity;
using Register.Service.Security;
using Register.Views;
using Register.Views.Applications;
using Register.Views.Registration;
using Sonographer.Register.V1;
using Kind = Register.Domain.Applications.EvidenceKind;
using Outcome = Register.Service.Commands.CommandOutcome<Register.Domain.Applications.ApplicationState, Register.Domain.Applications.ApplicationEvent>;

namespace Register.Service.Applications;

/// <summary>Applications for registration: submitted, checked, decided by a second officer (R9, R10, R15).</summary>
public sealed class ApplicationsService(CommandBus commands, ViewReader views, StreamStates streams, IdentityClaims identities)
    : Sonographer.Register.V1.ApplicationsService.ApplicationsServiceBase
{
    [Allow(Roles.Applicant)]
    public override async Task<SubmitApplicationResponse> SubmitApplication(SubmitApplicationRequest request, ServerCallContext context)
    {
        var read = new RequestReader();
        var requestId = read.RequestId(request.RequestId);
        var id = new ApplicationId(DerivedId.From(requestId, "application"));
        var command = ApplicationMapping.Submission(read, id, request.Application ?? new Application());
        read.Done();

        if (!request.DistinctPerson && await identities.InTheWayOf(id, command.Person, returning: null, context.CancellationToken) is { } holder)
            throw Problems.Rejected([IdentityRejections.Of(holder)]);
        return new() { Application = ToProto(id, await commands.Send(command, requestId, context)) };
    }

    [Allow(Roles.Applicant, Roles.Registrar, Roles.Auditor)]
    public override async Task<GetApplicationResponse> GetApplication(GetApplicationRequest request, ServerCallContext context)
    {
        var read = new RequestReader();
        var id = read.Resource<ApplicationId>("name", request.Name, "applications");
        var version = read.MinimumVersion(request.MinimumVersion);
        read.Done();

        // Asked of the ledger, so that an applicant cannot tell another's application from none by how long the answer takes.
        if (context.Is(Roles.Applicant) && (await Stream(id, context)).State.Submission?.Applicant != context.Actor().Subject)
            throw NotFound();
        var row = await views.Get<ApplicationView>(id.Stream, version, context.CancellationToken) ?? throw NotFound();

        var application = ApplicationMapping.ToProto(row);
        if (row.State.Stage == ApplicationStage.Granted)
        {
            var entry = await views.First<RegisterEntry>(e => e.Application == row.Id, context.CancellationToken);
            application.RegistrationNumber = entry?.State.Entry!.Number.ToString() ?? "";
        }
        return new() { Application = application };
    }

    [Allow(Roles.Applicant, Roles.Registrar, Roles.Auditor)]
    public override async Task<ListApplicationsResponse> ListApplications(ListApplicationsRequest request, ServerCallContext context)
    {
        var read = new RequestReader();
        var size = read.PageSize(request.PageSize);
        var token = read.PageToken(request.PageToken);
        var stage = request.State == Sonographer.Register.V1.ApplicationState.Unspecified
            ? null
            : read.Word<ApplicationStage>("state", request.State).ToString();
        read.Done();

        var conditions = new List<Expression<Func<ApplicationView, bool>>>();
        if (stage is not null)
            conditions.Add(v => v.Stage == stage);
        if (context.Is(Roles.Applicant))
        {
            var applicant = context.Actor().Subject;
            conditions.Add(v => v.Applicant == applicant);
        }
        var page = await views.List(conditions, size, token, context.CancellationToken);
        return new() { Applications = { page.Rows.Select(ApplicationMapping.ToProto) }, NextPageToken = RequestReader.NextToken(page.NextToken) };
    }

    [Allow(Roles.Registrar)]
    public override async Task<RecordCheckResponse> RecordCheck(RecordCheckRequest request, ServerCallContext context)
    {
        var read = new RequestReader();
        var requestId = read.RequestId(request.RequestId);
        var id = read.Resource<ApplicationId>("name", request.Name, "applications");
        var evidence = read.Word<Kind>("evidence", request.Evidence);
        var satisfied = read.Word<CheckFinding>("outcome", request.Outcome) == CheckFinding.Satisfied;
        var note = read.Prose("note", request.Note, required: false);
        read.Done();

        var command = new RecordCheck(id, evidence, satisfied, note, await ProgrammeOf(id, context));
        return new() { Application = ToProto(id, await commands.Send(command, requestId, context)) };
    }

    [Allow(Roles.Registrar)]
    public override async Task<GrantApplicationResponse> GrantApplication(GrantApplicationRequest request, ServerCallContext context)
    {
        var (requestId, id, reasons) = Decision(request.RequestId, request.Name, request.Reasons);
        await identities.Settle(id, IdentityClaims.Because(context, requestId), context.CancellationToken);
        var command = new GrantApplication(id, reasons, await ProgrammeOf(id, context));
        return new() { Application = ToProto(id, await commands.Send(command, requestId, context)) };
    }

    [Allow(Roles.Registrar)]
    public override async Task<RefuseApplicationResponse> RefuseApplication(RefuseApplicationRequest request, ServerCallContext context)
    {
        var (requestId, id, reasons) = Decision(request.RequestId, request.Name, request.Reasons);
        return new() { Application = ToProto(id, await commands.Send(new RefuseApplication(id, reasons), requestId, context)) };
    }

    [Allow(Roles.Applicant)]
    public override async Task<WithdrawApplicationResponse> WithdrawApplication(WithdrawApplicationRequest request, ServerCallContext context)
    {
        var read = new RequestReader();
        var requestId = read.RequestId(request.RequestId);
        var id = read.Resource<ApplicationId>("name", request.Name, "applications");
        read.Done();

        return new() { Application = ToProto(id, await commands.Send(new WithdrawApplication(id), requestId, context)) };
    }

    private static (Guid, ApplicationId, string) Decision(string requestId, string name, string reasons)
    {
        var read = new RequestReader();
        var decision = (read.RequestId(requestId), read.Resource<ApplicationId>("name", name, "applications"), read.Prose("reasons", reasons));
        read.Done();
        return decision;
    }

    // The programme an application relies on is another stream: it is read here, and decided on as it stands.
    private async Task<ProgrammeState> ProgrammeOf(ApplicationId id, ServerCallContext context)
    {
        var application = await Stream(id, context);
        return application.State.Submission is { } submission
            ? (await streams.Refresh<ProgrammeState, ProgrammeEvent>(submission.Award.Programme.Stream, context.CancellationToken)).State
            : ProgrammeState.None;
    }

    private ValueTask<Folded<Domain.Applications.ApplicationState, ApplicationEvent>> Stream(ApplicationId id, ServerCallContext context) =>
        streams.Load<Domain.Applications.ApplicationState, ApplicationEvent>(id.Stream, assumeNew: false, context.CancellationToken);

    private static RpcException NotFound() => Problems.NotFound("APPLICATION_NOT_FOUND", "There is no such application.");

    private static Application ToProto(ApplicationId id, Outcome done) => ApplicationMapping.ToProto(id.Stream, done.State, done.Version);

    private enum CheckFinding
    {
        Satisfied = 1,
        NotSatisfied,
    }
}
