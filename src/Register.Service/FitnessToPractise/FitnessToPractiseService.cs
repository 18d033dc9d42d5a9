using Grpc.Core;
using Microsoft.AspNetCore.RateLimiting;
using Register.Domain;
using Register.Domain.FitnessToPractise;
using Register.Domain.Registration;
using Register.EventStore.Streams;
using Register.Service.Commands;
using Register.Service.Edge;
using Register.Service.Security;
using Register.Views;
using Register.Views.FitnessToPractise;
using Basis = Register.Domain.FitnessToPractise.Ground;
using Proto = Sonographer.Register.V1;

namespace Register.Service.FitnessToPractise;

/// <summary>Concerns, what is found of them, and the orders and sanctions that protect the public (R24-R30).</summary>
public sealed partial class FitnessToPractiseService(CommandBus commands, ViewReader views, StreamStates streams, TimeProvider time)
    : Proto.FitnessToPractiseService.FitnessToPractiseServiceBase
{
    private readonly JoinedCases _joined = new(views);

    [Public, EnableRateLimiting(RateLimits.Concerns)]
    public override async Task<Proto.RaiseConcernResponse> RaiseConcern(Proto.RaiseConcernRequest request, ServerCallContext context)
    {
        var read = new RequestReader();
        var requestId = read.RequestId(request.RequestId);
        var concern = request.Case ?? new Proto.Case();
        var number = concern.Registrant.Length == 0
            ? (RegistrationNumber?)null
            : read.Resource<RegistrationNumber>("case.registrant", concern.Registrant, "registrants");
        var ground = read.Word<Basis>("case.ground", concern.Ground);
        var text = read.Prose("case.concern", concern.Concern);
        var receivedOn = read.Date("case.received_on", concern.ReceivedOn);
        var source = concern.Source == 0 ? (ConcernSource?)null : read.Word<ConcernSource>("case.source", concern.Source);
        var otherBody = concern.OtherBody is { } body
            ? new OtherBodyDecision(read.Line("case.other_body.body", body.Body), read.Reference("case.other_body.reference", body.Reference))
            : null;
        read.Done();

        var id = new CaseId(DerivedId.From(requestId, "case"));
        var registrant = number is { } named ? await Named(named, context) : null;
        var command = new RaiseConcern(id, registrant, ground, text, receivedOn) { Source = source, OtherBody = otherBody };
        var done = await commands.Send(command, requestId, context);
        return new() { Case = Answer(id, done, context) };
    }

    [Allow(Roles.FtpOfficer, Roles.Panel, Roles.Auditor)]
    public override async Task<Proto.GetCaseResponse> GetCase(Proto.GetCaseRequest request, ServerCallContext context)
    {
        var read = new RequestReader();
        var id = read.Case(request.Name);
        var version = read.MinimumVersion(request.MinimumVersion);
        read.Done();

        var row = await views.Get<CaseView>(id.Stream, version, context.CancellationToken);
        return row is not null && MayKnow(row, context)
            ? new() { Case = (await _joined.Shown([row], Today, context.CancellationToken))[0] }
            : throw Problems.NotFound("CASE_NOT_FOUND", "There is no such case.");
    }

    [Allow(Roles.FtpOfficer, Roles.Panel, Roles.Auditor)]
    public override async Task<Proto.ListCasesResponse> ListCases(Proto.ListCasesRequest request, ServerCallContext context)
    {
        var read = new RequestReader();
        var size = read.PageSize(request.PageSize);
        var token = read.PageToken(request.PageToken);
        var conditions = CaseFilters.In(request, read, Today);
        read.Done();

        // Not even by a page that is shorter than it should be.
        var subject = context.Actor().Subject;
        conditions.Add(c => !c.Concerned.Contains(subject));

        var page = await views.List(conditions, size, token, context.CancellationToken);
        return new()
        {
            Cases = { await _joined.Shown(page.Rows, Today, context.CancellationToken) },
            NextPageToken = RequestReader.NextToken(page.NextToken),
        };
    }

    private DateOnly Today => CivilTime.DateIn(time.GetUtcNow());

    // Who is the registrant of a case learns nothing of it by also being an officer.
    private static bool MayKnow(CaseView row, ServerCallContext context) => !row.State.Concerned.Contains(context.Actor().Subject);

    private async Task<NamedRegistrant> Named(RegistrationNumber number, ServerCallContext context)
    {
        var entry = await streams.Load<RegistrantState, RegistrantEvent>(number.Stream, assumeNew: false, context.CancellationToken);
        return new(number, entry.State.Entry?.Applicant);
    }

    private async Task<Proto.Case> Send(
        CaseId id, ICommand<Domain.FitnessToPractise.CaseState, CaseEvent> command, Guid requestId, ServerCallContext context) =>
        Answer(id, await commands.Send(command, requestId, context), context);

    // Those who work on cases see the case; anybody else has its name, as a receipt (R28).
    private Proto.Case Answer(CaseId id, CommandOutcome<Domain.FitnessToPractise.CaseState, CaseEvent> done, ServerCallContext context) =>
        (context.Is(Roles.FtpOfficer) || context.Is(Roles.Panel)) && !done.State.Concerned.Contains(context.Actor().Subject)
            ? CaseMapping.ToProto(id.Stream, done.State, done.Version, Today)
            : new() { Name = $"cases/{id}" };
}
