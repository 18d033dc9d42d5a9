using System.Collections.Immutable;
using System.Linq.Expressions;
using Grpc.Core;
using Register.Domain;
using Register.Domain.Applications;
using Register.Domain.Education;
using Register.Domain.Identity;
using Register.Domain.Registration;
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
public sealed partial class ApplicationsService(
    CommandBus commands, ViewReader views, StreamStates streams, IdentityClaims identities, Erasures erasures, TimeProvider time, IHostApplicationLifetime lifetime)
    : Sonographer.Register.V1.ApplicationsService.ApplicationsServiceBase
{
    private const int OthersLookedAt = 1000;

    [Allow(Roles.Applicant)]
    public override async Task<SubmitApplicationResponse> SubmitApplication(SubmitApplicationRequest request, ServerCallContext context)
    {
        var read = new RequestReader();
        var requestId = read.RequestId(request.RequestId);
        var draft = request.Draft.Length > 0 ? read.Resource<ApplicationId>("draft", request.Draft, "applications") : (ApplicationId?)null;
        var id = draft ?? new ApplicationId(DerivedId.From(requestId, "application"));
        var saved = draft is null ? null : (await Stream(id, context)).State;
        if (saved is not null && saved.Applicant != context.Actor().Subject)
            throw NotFound();
        var form = request.Application ?? (saved?.Draft is { } draftSaved ? ApplicationMapping.Form(draftSaved) : new Application());
        var command = ApplicationMapping.Submission(read, id, form, draft is not null);
        read.Done();

        var returning = RouteRules.ReturningBy(command.Route, command.Evidence);
        var own = request.DistinctPerson ? null : await identities.OwnOf(context.Actor().Subject, command.Person, returning, context.CancellationToken);
        return new() { Application = ToProto(id, await commands.Send(command with { Own = own }, requestId, context)) };
    }

    [Allow(Roles.Applicant, Roles.Registrar, Roles.Auditor)]
    public override async Task<GetApplicationResponse> GetApplication(GetApplicationRequest request, ServerCallContext context)
    {
        var read = new RequestReader();
        var id = read.Resource<ApplicationId>("name", request.Name, "applications");
        var version = read.MinimumVersion(request.MinimumVersion);
        read.Done();

        // Asked of the ledger, so that an applicant cannot tell another's application from none by how long the answer takes.
        if (context.Is(Roles.Applicant) && (await Stream(id, context)).State.Applicant != context.Actor().Subject)
            throw NotFound();
        var row = await views.Get<ApplicationView>(id.Stream, version, context.CancellationToken) ?? throw NotFound();

        if (row.State.Submission is null && !context.Is(Roles.Applicant))
            throw NotFound();
        return new() { Application = await WithNumber(row, context.CancellationToken) };
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
        var route = request.Route == Sonographer.Register.V1.EntryRoute.Unspecified
            ? null
            : read.Word<Register.Domain.Applications.EntryRoute>("route", request.Route).ToString();
        if (request.OlderThanDays is < 0 or > 36_500)
            read.Wrong("older_than_days", "OUT_OF_RANGE", "An age is 0 to 36,500 days.");
        var assignedTo = request.AssignedTo.Length > 0 ? read.Line("assigned_to", request.AssignedTo) : null;
        read.Done();

        var conditions = new List<Expression<Func<ApplicationView, bool>>>();
        if (stage is not null)
            conditions.Add(v => v.Stage == stage);
        if (route is not null)
            conditions.Add(v => v.Route == route);
        if (assignedTo is not null)
            conditions.Add(v => v.Assignees.Contains(assignedTo));
        if (request.OlderThanDays > 0)
        {
            var first = Today.AddDays(-request.OlderThanDays).DayNumber;
            conditions.Add(v => v.SubmittedOn < first);
        }
        if (!context.Is(Roles.Applicant))
            conditions.Add(v => v.SubmittedOn > 0);
        if (context.Is(Roles.Applicant))
        {
            var applicant = context.Actor().Subject;
            conditions.Add(v => v.Applicant == applicant);
        }
        var page = await views.List(conditions, size, token, context.CancellationToken);
        return new() { Applications = { page.Rows.Select(row => ApplicationMapping.ToProto(row, Today)) }, NextPageToken = RequestReader.NextToken(page.NextToken) };
    }

    [Allow(Roles.Registrar)]
    public override async Task<RecordCheckResponse> RecordCheck(RecordCheckRequest request, ServerCallContext context)
    {
        var read = new RequestReader();
        var requestId = read.RequestId(request.RequestId);
        var id = read.Resource<ApplicationId>("name", request.Name, "applications");
        Kind? evidence = request.AllEvidence ? null : read.Word<Kind>("evidence", request.Evidence);
        var satisfied = read.Word<CheckFinding>("outcome", request.Outcome) == CheckFinding.Satisfied;
        var note = read.Prose("note", request.Note, required: false);
        read.Done();

        var command = new RecordCheck(id, evidence, satisfied, note, await RecordsOf(id, context));
        return new() { Application = ToProto(id, await commands.Send(command, requestId, context)) };
    }

    [Allow(Roles.Registrar)]
    public override async Task<GrantApplicationResponse> GrantApplication(GrantApplicationRequest request, ServerCallContext context)
    {
        var (requestId, id, reasons) = Decision(request.RequestId, request.Name, request.Reasons);
        await identities.Settle(id, IdentityClaims.Because(context, requestId), context.CancellationToken);
        var command = new GrantApplication(id, reasons, await RecordsOf(id, context));
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

    [Allow(Roles.Registrar)]
    public override async Task<EraseApplicationResponse> EraseApplication(EraseApplicationRequest request, ServerCallContext context)
    {
        var read = new RequestReader();
        var (requestId, id) = Named(read, request.RequestId, request.Name);
        read.Done();

        var outcome = await commands.Send(new EraseApplication(id), requestId, context);
        await erasures.CarryOut(id, context.CancellationToken);
        return new() { Application = ToProto(id, outcome) };
    }

    private static (Guid, ApplicationId, string) Decision(string requestId, string name, string reasons)
    {
        var read = new RequestReader();
        var decision = (read.RequestId(requestId), read.Resource<ApplicationId>("name", name, "applications"), read.Prose("reasons", reasons));
        read.Done();
        return decision;
    }

    // The records an application relies on are other streams: they are read here, and decided on as they stand.
    private async Task<ReliedOn> RecordsOf(ApplicationId id, ServerCallContext context)
    {
        if ((await Stream(id, context)).State.Submission is not { } submission)
            return ReliedOn.Nothing;
        var programme = submission.Award is { } award
            ? (await streams.Refresh<ProgrammeState, ProgrammeEvent>(award.Programme.Stream, context.CancellationToken)).State
            : ProgrammeState.None;
        var held = RouteRules.ReturningBy(submission.Route, submission.Evidence);
        if (submission.Route == Register.Domain.Applications.EntryRoute.Grandparenting)
        {
            var applicant = submission.Applicant;
            held = (await views.First<RegisterEntry>(e => e.Applicant == applicant, context.CancellationToken))?.State.Entry?.Number;
        }
        return new(programme, await Entry(held, context), await Entry(submission.Evidence?.Updating?.SignedBy, context))
        {
            Others = await Others(id, submission.Applicant, context),
            Claims = await identities.Of(id, context.CancellationToken),
        };
    }

    private async Task<ImmutableArray<Domain.Applications.ApplicationState>> Others(ApplicationId id, string applicant, ServerCallContext context)
    {
        var own = id.Stream.ToString();
        var page = await views.List<ApplicationView>(
            [v => v.Applicant == applicant, v => v.SubmittedOn > 0, v => v.Id != own], OthersLookedAt, null, context.CancellationToken);
        return [.. page.Rows.Select(row => row.State)];
    }

    private async Task<RegistrantState?> Entry(RegistrationNumber? number, ServerCallContext context) =>
        number is { } known ? (await streams.Refresh<RegistrantState, RegistrantEvent>(known.Stream, context.CancellationToken)).State : null;

    // A return keeps its number; a first registration gets one with its entry.
    private async Task<Application> WithNumber(ApplicationView row, CancellationToken cancellation)
    {
        var application = ApplicationMapping.ToProto(row, Today);
        if (row.State.Stage != ApplicationStage.Granted)
            return application;
        var submission = row.State.Submission!;
        if (RouteRules.ReturningBy(submission.Route, submission.Evidence) is { } held)
        {
            application.RegistrationNumber = held.ToString();
            return application;
        }
        var entry = await views.First<RegisterEntry>(e => e.Application == row.Id, cancellation);
        application.RegistrationNumber = entry?.State.Entry!.Number.ToString() ?? "";
        return application;
    }

    private ValueTask<Folded<Domain.Applications.ApplicationState, ApplicationEvent>> Stream(ApplicationId id, ServerCallContext context) =>
        streams.Load<Domain.Applications.ApplicationState, ApplicationEvent>(id.Stream, assumeNew: false, context.CancellationToken);

    private static RpcException NotFound() => Problems.NotFound("APPLICATION_NOT_FOUND", "There is no such application.");

    private DateOnly Today => CivilTime.DateIn(time.GetUtcNow());

    private Application ToProto(ApplicationId id, Outcome done) => ApplicationMapping.ToProto(id.Stream, done.State, done.Version, Today);

    private enum CheckFinding
    {
        Satisfied = 1,
        NotSatisfied,
    }
}
