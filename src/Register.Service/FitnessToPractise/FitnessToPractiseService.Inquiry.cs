using Grpc.Core;
using Register.Domain;
using Register.Domain.FitnessToPractise;
using Register.Domain.Registration;
using Register.Service.Edge;
using Register.Service.Security;
using Basis = Register.Domain.FitnessToPractise.Ground;
using Proto = Sonographer.Register.V1;

namespace Register.Service.FitnessToPractise;

/// <summary>From the concern to the committee that decides it, and the ways in which a case ends before that.</summary>
public sealed partial class FitnessToPractiseService
{
    [Allow(Roles.FtpOfficer)]
    public override async Task<Proto.AttachRegistrantResponse> AttachRegistrant(Proto.AttachRegistrantRequest request, ServerCallContext context)
    {
        var read = new RequestReader();
        var requestId = read.RequestId(request.RequestId);
        var id = read.Case(request.Name);
        var number = read.Resource<RegistrationNumber>("registrant", request.Registrant, "registrants");
        read.Done();

        var command = new AttachRegistrant(id, await Named(number, context));
        return new() { Case = await Send(id, command, requestId, context) };
    }

    [Allow(Roles.FtpOfficer)]
    public override async Task<Proto.TriageCaseResponse> TriageCase(Proto.TriageCaseRequest request, ServerCallContext context)
    {
        var read = new RequestReader();
        var requestId = read.RequestId(request.RequestId);
        var id = read.Case(request.Name);
        var reasons = read.Prose("reasons", request.Reasons);
        read.Done();

        return new() { Case = await Send(id, new TriageCase(id, request.ThresholdMet, reasons), requestId, context) };
    }

    [Allow(Roles.FtpOfficer)]
    public override async Task<Proto.ReportInvestigationResponse> ReportInvestigation(
        Proto.ReportInvestigationRequest request, ServerCallContext context)
    {
        var read = new RequestReader();
        var requestId = read.RequestId(request.RequestId);
        var id = read.Case(request.Name);
        var allegations = read.Prose("allegations", request.Allegations);
        read.Done();

        return new() { Case = await Send(id, new ReportInvestigation(id, allegations), requestId, context) };
    }

    [Allow(Roles.Panel)]
    public override async Task<Proto.DecideCaseToAnswerResponse> DecideCaseToAnswer(
        Proto.DecideCaseToAnswerRequest request, ServerCallContext context)
    {
        var read = new RequestReader();
        var requestId = read.RequestId(request.RequestId);
        var id = read.Case(request.Name);
        var referredTo = request.CaseToAnswer ? read.Word<CommitteeKind>("referred_to", request.ReferredTo) : (CommitteeKind?)null;
        if (!request.CaseToAnswer && request.ReferredTo != Proto.CommitteeKind.Unspecified)
            read.Wrong("referred_to", "NOT_WANTED", "Without a case to answer, nothing is referred.");
        var reasons = read.Prose("reasons", request.Reasons);
        read.Done();

        return new() { Case = await Send(id, new DecideCaseToAnswer(id, referredTo, reasons), requestId, context) };
    }

    [Allow(Roles.FtpOfficer)]
    public override async Task<Proto.ReopenCaseResponse> ReopenCase(Proto.ReopenCaseRequest request, ServerCallContext context)
    {
        var read = new RequestReader();
        var requestId = read.RequestId(request.RequestId);
        var id = read.Case(request.Name);
        var ground = read.Word<Basis>("ground", request.Ground);
        var concern = read.Prose("concern", request.Concern);
        var receivedOn = read.Date("received_on", request.ReceivedOn);
        read.Done();

        return new() { Case = await Send(id, new ReopenCase(id, ground, concern, receivedOn), requestId, context) };
    }

    [Allow(Roles.FtpOfficer)]
    public override async Task<Proto.JoinCaseResponse> JoinCase(Proto.JoinCaseRequest request, ServerCallContext context)
    {
        var read = new RequestReader();
        var requestId = read.RequestId(request.RequestId);
        var id = read.Case(request.Name);
        var into = read.Resource<CaseId>("into", request.Into, "cases");
        read.Done();

        var other = await streams.Refresh<CaseState, CaseEvent>(into.Stream, context.CancellationToken);
        return new() { Case = await Send(id, new JoinCase(id, into, other.State), requestId, context) };
    }

    [Allow(Roles.FtpOfficer)]
    public override async Task<Proto.CloseCaseResponse> CloseCase(Proto.CloseCaseRequest request, ServerCallContext context)
    {
        var read = new RequestReader();
        var requestId = read.RequestId(request.RequestId);
        var id = read.Case(request.Name);
        var reasons = read.Prose("reasons", request.Reasons);
        read.Done();

        return new() { Case = await Send(id, new CloseCase(id, reasons), requestId, context) };
    }
}
