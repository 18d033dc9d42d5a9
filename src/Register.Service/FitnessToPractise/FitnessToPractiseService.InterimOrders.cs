using Grpc.Core;
using Register.Domain;
using Register.Domain.FitnessToPractise;
using Register.Service.Edge;
using Register.Service.Security;
using Proto = Sonographer.Register.V1;

namespace Register.Service.FitnessToPractise;

/// <summary>Orders that protect the public while a case is open (R24).</summary>
public sealed partial class FitnessToPractiseService
{
    [Allow(Roles.Panel)]
    public override async Task<Proto.ImposeInterimOrderResponse> ImposeInterimOrder(
        Proto.ImposeInterimOrderRequest request, ServerCallContext context)
    {
        var read = new RequestReader();
        var requestId = read.RequestId(request.RequestId);
        var id = read.Case(request.Name);
        var order = read.Terms("order", request.Order ?? new())!;
        read.Done();

        return new() { Case = await Send(id, new ImposeInterimOrder(id, order.Kind, order.Until, order.PublicText), requestId, context) };
    }

    [Allow(Roles.Panel)]
    public override async Task<Proto.ReviewInterimOrderResponse> ReviewInterimOrder(
        Proto.ReviewInterimOrderRequest request, ServerCallContext context)
    {
        var read = new RequestReader();
        var requestId = read.RequestId(request.RequestId);
        var id = read.Case(request.Name);
        var outcome = read.Word<InterimReviewOutcome>("outcome", request.Outcome);
        var varied = read.Terms("varied", request.Varied);
        var reasons = read.Prose("reasons", request.Reasons);
        read.Done();

        return new() { Case = await Send(id, new ReviewInterimOrder(id, outcome, varied, reasons), requestId, context) };
    }

    [Allow(Roles.FtpOfficer)]
    public override async Task<Proto.ExtendInterimOrderResponse> ExtendInterimOrder(
        Proto.ExtendInterimOrderRequest request, ServerCallContext context)
    {
        var read = new RequestReader();
        var requestId = read.RequestId(request.RequestId);
        var id = read.Case(request.Name);
        var until = read.Date("until", request.Until);
        var reference = read.Reference("court_reference", request.CourtReference);
        read.Done();

        return new() { Case = await Send(id, new ExtendInterimOrder(id, until, reference), requestId, context) };
    }

    [Allow(Roles.Panel)]
    public override async Task<Proto.RevokeInterimOrderResponse> RevokeInterimOrder(
        Proto.RevokeInterimOrderRequest request, ServerCallContext context)
    {
        var read = new RequestReader();
        var requestId = read.RequestId(request.RequestId);
        var id = read.Case(request.Name);
        read.Done();

        return new() { Case = await Send(id, new RevokeInterimOrder(id), requestId, context) };
    }
}
