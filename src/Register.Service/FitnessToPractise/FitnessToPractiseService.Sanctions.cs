using Grpc.Core;
using Register.Domain;
using Register.Domain.FitnessToPractise;
using Register.Service.Edge;
using Register.Service.Security;
using Proto = Sonographer.Register.V1;

namespace Register.Service.FitnessToPractise;

/// <summary>What follows a sanction (R26), and removal by agreement (R19).</summary>
public sealed partial class FitnessToPractiseService
{
    [Allow(Roles.FtpOfficer)]
    public override async Task<Proto.ServeNoticeResponse> ServeNotice(Proto.ServeNoticeRequest request, ServerCallContext context)
    {
        var read = new RequestReader();
        var requestId = read.RequestId(request.RequestId);
        var id = read.Case(request.Name);
        var notifiedOn = read.Date("notified_on", request.NotifiedOn);
        read.Done();

        return new() { Case = await Send(id, new ServeNotice(id, notifiedOn), requestId, context) };
    }

    [Allow(Roles.Applicant, Roles.FtpOfficer)]
    public override async Task<Proto.LodgeSanctionAppealResponse> LodgeSanctionAppeal(
        Proto.LodgeSanctionAppealRequest request, ServerCallContext context)
    {
        var read = new RequestReader();
        var requestId = read.RequestId(request.RequestId);
        var id = read.Case(request.Name);
        var grounds = read.Prose("grounds", request.Grounds);
        var lodgedOn = read.OptionalDate("lodged_on", request.LodgedOn);
        if (lodgedOn is not null && context.Is(Roles.Applicant))
            read.Wrong("lodged_on", "NOT_WANTED", "Your appeal is lodged today.");
        if (request.Decision != 0 && context.Is(Roles.Applicant))
            read.Wrong("decision", "NOT_WANTED", "Your appeal is against the last decision.");
        if (request.Decision < 0)
            read.Wrong("decision", "NEGATIVE", "The number of a decision is 1 or more.");
        read.Done();

        var command = new LodgeSanctionAppeal(id, grounds, lodgedOn, request.Decision == 0 ? null : request.Decision);
        return new() { Case = await Send(id, command, requestId, context) };
    }

    [Allow(Roles.FtpOfficer)]
    public override async Task<Proto.DisposeSanctionAppealResponse> DisposeSanctionAppeal(
        Proto.DisposeSanctionAppealRequest request, ServerCallContext context)
    {
        var read = new RequestReader();
        var requestId = read.RequestId(request.RequestId);
        var id = read.Case(request.Name);
        var outcome = read.Word<SanctionAppealOutcome>("outcome", request.Outcome);
        var disposedOn = read.Date("disposed_on", request.DisposedOn);
        var reference = read.Reference("reference", request.Reference);
        var varied = read.Terms("varied", request.Varied);
        read.Done();

        return new() { Case = await Send(id, new DisposeSanctionAppeal(id, outcome, disposedOn, reference, varied), requestId, context) };
    }

    [Allow(Roles.FtpOfficer, Roles.Panel)]
    public override async Task<Proto.RecordRemovalAgreementResponse> RecordRemovalAgreement(
        Proto.RecordRemovalAgreementRequest request, ServerCallContext context)
    {
        var read = new RequestReader();
        var requestId = read.RequestId(request.RequestId);
        var id = read.Case(request.Name);
        var reasons = read.Prose("reasons", request.Reasons);
        var text = read.Prose("public_text", request.PublicText);
        read.Done();

        return new() { Case = await Send(id, new RecordRemovalAgreement(id, reasons, text), requestId, context) };
    }

    [Allow(Roles.FtpOfficer, Roles.Panel)]
    public override async Task<Proto.ConfirmRemovalAgreementResponse> ConfirmRemovalAgreement(
        Proto.ConfirmRemovalAgreementRequest request, ServerCallContext context)
    {
        var read = new RequestReader();
        var requestId = read.RequestId(request.RequestId);
        var id = read.Case(request.Name);
        read.Done();

        return new() { Case = await Send(id, new ConfirmRemovalAgreement(id), requestId, context) };
    }
}
