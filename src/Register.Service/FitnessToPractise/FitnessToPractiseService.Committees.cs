using Grpc.Core;
using Register.Domain;
using Register.Domain.FitnessToPractise;
using Register.Service.Edge;
using Register.Service.Security;
using Proto = Sonographer.Register.V1;

namespace Register.Service.FitnessToPractise;

/// <summary>Committees, and what they decide (R25, R27, R30).</summary>
public sealed partial class FitnessToPractiseService
{
    [Allow(Roles.FtpOfficer)]
    public override async Task<Proto.ConveneCommitteeResponse> ConveneCommittee(Proto.ConveneCommitteeRequest request, ServerCallContext context)
    {
        var read = new RequestReader();
        var committee = request.Committee ?? new Proto.Committee();
        var requestId = read.RequestId(request.RequestId);
        var id = read.Case(request.Name);
        var kind = read.Word<CommitteeKind>("committee.kind", committee.Kind);
        var members = read.Members("committee.members", committee.Members);
        var chair = read.Subject("committee.chair", committee.Chair);
        read.Done();

        return new() { Case = await Send(id, new ConveneCommittee(id, kind, members, chair), requestId, context) };
    }

    [Allow(Roles.FtpOfficer)]
    public override async Task<Proto.ScheduleHearingResponse> ScheduleHearing(Proto.ScheduleHearingRequest request, ServerCallContext context)
    {
        var read = new RequestReader();
        var hearing = request.Hearing ?? new Proto.Hearing();
        var requestId = read.RequestId(request.RequestId);
        var id = read.Case(request.Name);
        var on = read.Date("hearing.on", hearing.On);
        var allegations = read.Prose("hearing.allegations", hearing.Allegations);
        read.Done();

        return new() { Case = await Send(id, new ScheduleHearing(id, on, allegations), requestId, context) };
    }

    [Allow(Roles.Panel)]
    public override async Task<Proto.RecordDecisionResponse> RecordDecision(Proto.RecordDecisionRequest request, ServerCallContext context)
    {
        var read = new RequestReader();
        var decision = request.Decision ?? new Proto.Decision();
        var requestId = read.RequestId(request.RequestId);
        var id = read.Case(request.Name);
        var occasion = read.Word<DecisionOccasion>("decision.occasion", decision.Occasion);
        var outcome = read.Word<DecisionOutcome>("decision.outcome", decision.Outcome);
        var terms = read.Terms("decision.sanction", decision.Sanction);
        var reasons = read.Prose("decision.reasons", decision.Reasons);
        read.Done();

        return new() { Case = await Send(id, new RecordDecision(id, occasion, outcome, terms, reasons), requestId, context) };
    }

    [Allow(Roles.Panel)]
    public override async Task<Proto.ConfirmDecisionResponse> ConfirmDecision(Proto.ConfirmDecisionRequest request, ServerCallContext context)
    {
        var read = new RequestReader();
        var requestId = read.RequestId(request.RequestId);
        var id = read.Case(request.Name);
        if (request.Decision < 1)
            read.Wrong("decision", "REQUIRED", "A decision is confirmed by its number, 1 or more.");
        read.Done();

        return new() { Case = await Send(id, new ConfirmDecision(id, request.Decision), requestId, context) };
    }
}
