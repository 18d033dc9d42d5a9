using Grpc.Core;
using Register.Domain;
using Register.Domain.Applications;
using Register.Service.Edge;
using Register.Service.Identity;
using Register.Service.Security;
using Register.Views.Applications;
using Sonographer.Register.V1;
using Rules = Register.Domain.Applications;

namespace Register.Service.Applications;

/// <summary>The steps between a submission and a decision, and the appeal after it.</summary>
public sealed partial class ApplicationsService
{
    private static readonly TimeSpan TrackingPause = TimeSpan.FromMilliseconds(200);

    [Allow(Roles.Applicant)]
    public override async Task<SaveDraftResponse> SaveDraft(SaveDraftRequest request, ServerCallContext context)
    {
        var read = new RequestReader();
        var requestId = read.RequestId(request.RequestId);
        var opens = request.Name.Length == 0;
        var id = opens ? new ApplicationId(DerivedId.From(requestId, "draft")) : read.Resource<ApplicationId>("name", request.Name, "applications");
        var form = DraftForm.Of(read, request.Application);
        read.Done();
        return new() { Application = ToProto(id, await commands.Send(new Rules.SaveDraft(id, form, opens), requestId, context)) };
    }

    [Allow(Roles.Applicant)]
    public override async Task TrackApplication(
        TrackApplicationRequest request, IServerStreamWriter<TrackApplicationResponse> responseStream, ServerCallContext context)
    {
        var read = new RequestReader();
        var id = read.Resource<ApplicationId>("name", request.Name, "applications");
        read.Done();
        if ((await Stream(id, context)).State.Applicant != context.Actor().Subject)
            throw NotFound();

        using var ends = CancellationTokenSource.CreateLinkedTokenSource(context.CancellationToken, lifetime.ApplicationStopping);
        Application? last = null;
        while (true)
        {
            var row = await views.Get<ApplicationView>(id.Stream, 0, ends.Token);
            var now = row is null ? null : await WithNumber(row, ends.Token);
            if (now is not null && (now.Version, now.RegistrationNumber) != (last?.Version ?? 0, last?.RegistrationNumber ?? ""))
                await responseStream.WriteAsync(new() { Application = last = now }, ends.Token);
            if (row?.State.Stage is ApplicationStage.Refused or ApplicationStage.Withdrawn || last?.RegistrationNumber.Length > 0)
                return;
            await Task.Delay(TrackingPause, ends.Token);
        }
    }

    [Allow(Roles.Registrar)]
    public override async Task<RequestInformationResponse> RequestInformation(RequestInformationRequest request, ServerCallContext context)
    {
        var read = new RequestReader();
        var (requestId, id) = Named(read, request.RequestId, request.Name);
        var command = new RequestInformation(id, read.Prose("question", request.Question), read.Date("due_on", request.DueOn));
        read.Done();
        return new() { Application = ToProto(id, await commands.Send(command, requestId, context)) };
    }

    [Allow(Roles.Applicant)]
    public override async Task<AnswerInformationRequestResponse> AnswerInformationRequest(
        AnswerInformationRequestRequest request, ServerCallContext context)
    {
        var read = new RequestReader();
        var (requestId, id) = Named(read, request.RequestId, request.Name);
        var command = new AnswerInformationRequest(id, request.Number, read.Prose("answer", request.Answer));
        read.Done();
        return new() { Application = ToProto(id, await commands.Send(command, requestId, context)) };
    }

    [Allow(Roles.Registrar)]
    public override async Task<AppointAssessorResponse> AppointAssessor(AppointAssessorRequest request, ServerCallContext context)
    {
        var read = new RequestReader();
        var (requestId, id) = Named(read, request.RequestId, request.Name);
        var command = new AppointAssessor(id, read.Line("assessor", request.Assessor));
        read.Done();
        return new() { Application = ToProto(id, await commands.Send(command, requestId, context)) };
    }

    [Allow(Roles.Registrar)]
    public override async Task<RecordFindingResponse> RecordFinding(RecordFindingRequest request, ServerCallContext context)
    {
        var read = new RequestReader();
        var (requestId, id) = Named(read, request.RequestId, request.Name);
        var command = new RecordFinding(id, read.Word<Rules.Finding>("finding", request.Finding), read.Prose("reasons", request.Reasons));
        read.Done();
        return new() { Application = ToProto(id, await commands.Send(command, requestId, context)) };
    }

    [Allow(Roles.Registrar)]
    public override async Task<AssessComparabilityResponse> AssessComparability(AssessComparabilityRequest request, ServerCallContext context)
    {
        var read = new RequestReader();
        var (requestId, id) = Named(read, request.RequestId, request.Name);
        Rules.CompensationMeasure? measure = request.Measure == Sonographer.Register.V1.CompensationMeasure.Unspecified
            ? null
            : read.Word<Rules.CompensationMeasure>("measure", request.Measure);
        var command = new AssessComparability(id, measure, read.Prose("reasons", request.Reasons));
        read.Done();
        return new() { Application = ToProto(id, await commands.Send(command, requestId, context)) };
    }

    [Allow(Roles.Registrar)]
    public override async Task<RecordMeasureOutcomeResponse> RecordMeasureOutcome(RecordMeasureOutcomeRequest request, ServerCallContext context)
    {
        var read = new RequestReader();
        var (requestId, id) = Named(read, request.RequestId, request.Name);
        var command = new RecordMeasureOutcome(id, request.Passed, read.Prose("note", request.Note, required: false));
        read.Done();
        return new() { Application = ToProto(id, await commands.Send(command, requestId, context)) };
    }

    [Allow(Roles.Applicant)]
    public override async Task<LodgeAppealResponse> LodgeAppeal(LodgeAppealRequest request, ServerCallContext context)
    {
        var read = new RequestReader();
        var (requestId, id) = Named(read, request.RequestId, request.Name);
        var command = new LodgeAppeal(id, read.Prose("grounds", request.Grounds));
        read.Done();
        return new() { Application = ToProto(id, await commands.Send(command, requestId, context)) };
    }

    [Allow(Roles.Registrar)]
    public override async Task<DecideAppealResponse> DecideAppeal(DecideAppealRequest request, ServerCallContext context)
    {
        var read = new RequestReader();
        var (requestId, id) = Named(read, request.RequestId, request.Name);
        var outcome = read.Word<Rules.AppealOutcome>("outcome", request.Outcome);
        var reasons = read.Prose("reasons", request.Reasons);
        read.Done();
        await identities.Settle(id, IdentityClaims.Because(context, requestId), context.CancellationToken);
        var command = new DecideAppeal(id, outcome, reasons, await RecordsOf(id, context));
        return new() { Application = ToProto(id, await commands.Send(command, requestId, context)) };
    }

    private static (Guid, ApplicationId) Named(RequestReader read, string requestId, string name) =>
        (read.RequestId(requestId), read.Resource<ApplicationId>("name", name, "applications"));
}
