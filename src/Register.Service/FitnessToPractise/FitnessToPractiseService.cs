using System.Linq.Expressions;
using Grpc.Core;
using Register.Domain;
using Register.Domain.FitnessToPractise;
using Register.Domain.Registration;
using Register.EventStore.Streams;
using Register.Service.Commands;
using Register.Service.Edge;
using Register.Service.Security;
using Register.Views;
using Register.Views.FitnessToPractise;
using Sonographer.Register.V1;
using Basis = Register.Domain.FitnessToPractise.Ground;
using OrderKind = Register.Domain.FitnessToPractise.InterimOrderKind;
using Outcome = Register.Service.Commands.CommandOutcome<Register.Domain.FitnessToPractise.CaseState, Register.Domain.FitnessToPractise.CaseEvent>;

namespace Register.Service.FitnessToPractise;

/// <summary>Concerns, and the interim orders that protect the public (R24).</summary>
public sealed class FitnessToPractiseService(CommandBus commands, ViewReader views, StreamStates streams)
    : Sonographer.Register.V1.FitnessToPractiseService.FitnessToPractiseServiceBase
{
    [Allow(Roles.FtpOfficer, Roles.Registrar, Roles.Employer)]
    public override async Task<RaiseConcernResponse> RaiseConcern(RaiseConcernRequest request, ServerCallContext context)
    {
        var read = new RequestReader();
        var requestId = read.RequestId(request.RequestId);
        var concern = request.Case ?? new Case();
        var registrant = read.Resource<RegistrationNumber>("case.registrant", concern.Registrant, "registrants");
        var ground = read.Word<Basis>("case.ground", concern.Ground);
        var text = read.Prose("case.concern", concern.Concern);
        var receivedOn = read.Date("case.received_on", concern.ReceivedOn);
        read.Done();

        var entry = await streams.Load<RegistrantState, RegistrantEvent>(registrant.Stream, assumeNew: false, context.CancellationToken);
        var id = new CaseId(DerivedId.From(requestId, "case"));
        var command = new RaiseConcern(id, new(registrant, entry.State.Entry?.Applicant), ground, text, receivedOn);
        return new() { Case = ToProto(id, await commands.Send(command, requestId, context)) };
    }

    [Allow(Roles.FtpOfficer, Roles.Panel, Roles.Auditor)]
    public override async Task<GetCaseResponse> GetCase(GetCaseRequest request, ServerCallContext context)
    {
        var read = new RequestReader();
        var id = read.Resource<CaseId>("name", request.Name, "cases");
        var version = read.MinimumVersion(request.MinimumVersion);
        read.Done();

        var row = await views.Get<CaseView>(id.Stream, version, context.CancellationToken)
            ?? throw Problems.NotFound("CASE_NOT_FOUND", "There is no such case.");
        return new() { Case = CaseMapping.ToProto(row) };
    }

    [Allow(Roles.FtpOfficer, Roles.Panel, Roles.Auditor)]
    public override async Task<ListCasesResponse> ListCases(ListCasesRequest request, ServerCallContext context)
    {
        var read = new RequestReader();
        var size = read.PageSize(request.PageSize);
        var token = read.PageToken(request.PageToken);
        if (!Enum.IsDefined(request.State))
            read.Wrong("state", "UNKNOWN_VALUE", "This value is not known.");
        read.Done();

        var open = request.State == Sonographer.Register.V1.CaseState.Open;
        Expression<Func<CaseView, bool>>[] conditions =
            request.State == Sonographer.Register.V1.CaseState.Unspecified ? [] : [c => c.IsOpen == open];
        var page = await views.List(conditions, size, token, context.CancellationToken);
        return new() { Cases = { page.Rows.Select(CaseMapping.ToProto) }, NextPageToken = RequestReader.NextToken(page.NextToken) };
    }

    [Allow(Roles.Panel)]
    public override async Task<ImposeInterimOrderResponse> ImposeInterimOrder(ImposeInterimOrderRequest request, ServerCallContext context)
    {
        var read = new RequestReader();
        var order = request.Order ?? new Sonographer.Register.V1.InterimOrder();
        var requestId = read.RequestId(request.RequestId);
        var id = read.Resource<CaseId>("name", request.Name, "cases");
        var kind = read.Word<OrderKind>("order.kind", order.Kind);
        var until = read.Date("order.until", order.Until);
        var text = read.Prose("order.public_text", order.PublicText);
        read.Done();

        return new() { Case = ToProto(id, await commands.Send(new ImposeInterimOrder(id, kind, until, text), requestId, context)) };
    }

    [Allow(Roles.Panel)]
    public override async Task<RevokeInterimOrderResponse> RevokeInterimOrder(RevokeInterimOrderRequest request, ServerCallContext context)
    {
        var read = new RequestReader();
        var requestId = read.RequestId(request.RequestId);
        var id = read.Resource<CaseId>("name", request.Name, "cases");
        read.Done();

        return new() { Case = ToProto(id, await commands.Send(new RevokeInterimOrder(id), requestId, context)) };
    }

    [Allow(Roles.FtpOfficer)]
    public override async Task<CloseCaseResponse> CloseCase(CloseCaseRequest request, ServerCallContext context)
    {
        var read = new RequestReader();
        var requestId = read.RequestId(request.RequestId);
        var id = read.Resource<CaseId>("name", request.Name, "cases");
        var reasons = read.Prose("reasons", request.Reasons);
        read.Done();

        return new() { Case = ToProto(id, await commands.Send(new CloseCase(id, reasons), requestId, context)) };
    }

    private static Case ToProto(CaseId id, Outcome done) => CaseMapping.ToProto(id.Stream, done.State, done.Version);
}
