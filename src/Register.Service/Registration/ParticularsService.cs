using Grpc.Core;
using Register.Domain;
using Register.Domain.Applications;
using Register.Domain.Education;
using Register.Domain.Registration;
using Register.EventStore.Streams;
using Register.Service.Commands;
using Register.Service.Edge;
using Register.Service.Security;
using Sonographer.Register.V1;
using Change = Register.Domain.ICommand<Register.Domain.Registration.RegistrantState, Register.Domain.Registration.RegistrantEvent>;
using Kind = Register.Domain.Registration.AnnotationKind;
using Status = Register.Domain.Registration.OtherRegistrationStatus;

namespace Register.Service.Registration;

/// <summary>What is recorded about a registrant besides the entry itself (R14, R22, R23), and how it is put right (R3).</summary>
public sealed class ParticularsService(CommandBus commands, StreamStates streams, OwnRecords ownRecords, TimeProvider time)
    : Sonographer.Register.V1.ParticularsService.ParticularsServiceBase
{
    [Allow(Roles.Registrar)]
    public override async Task<ChangeNameResponse> ChangeName(ChangeNameRequest request, ServerCallContext context)
    {
        var read = new RequestReader();
        var (requestId, number) = Subject(read, request.RequestId, request.Name);
        var command = new ChangeName(
            number,
            read.Line("full_name", request.FullName),
            read.Line("evidence_reference", request.EvidenceReference),
            read.OptionalDate("start_date", request.StartDate));
        read.Done();
        return new() { Registrant = await Send(command, requestId, context) };
    }

    [Allow(Roles.Registrar)]
    public override async Task<CorrectNameResponse> CorrectName(CorrectNameRequest request, ServerCallContext context)
    {
        var read = new RequestReader();
        var (requestId, number) = Subject(read, request.RequestId, request.Name);
        var command = new CorrectName(
            number,
            read.Date("recorded_start_date", request.RecordedStartDate),
            read.Line("full_name", request.FullName),
            read.OptionalDate("start_date", request.StartDate),
            read.Prose("reason", request.Reason));
        read.Done();
        return new() { Registrant = await Send(command, requestId, context) };
    }

    [Allow(Roles.Applicant, Roles.Registrar)]
    public override async Task<ChangeAddressResponse> ChangeAddress(ChangeAddressRequest request, ServerCallContext context)
    {
        var read = new RequestReader();
        var (requestId, number) = Subject(read, request.RequestId, request.Name);
        var command = new ChangeAddress(number, ParticularsMapping.Address(read, request.Address ?? new()));
        read.Done();
        return new() { Registrant = await Send(command, requestId, context) };
    }

    [Allow(Roles.Applicant, Roles.Registrar)]
    public override async Task<ChangeContactResponse> ChangeContact(ChangeContactRequest request, ServerCallContext context)
    {
        var read = new RequestReader();
        var (requestId, number) = Subject(read, request.RequestId, request.Name);
        var command = new ChangeContact(
            number,
            request.HasEmail ? read.Email("email", request.Email) : null,
            request.HasPhone ? ParticularsMapping.Phone(read, request.Phone) : null);
        if (!request.HasEmail && !request.HasPhone)
            read.Wrong("email", "REQUIRED", "Give an e-mail address, a telephone number, or both.");
        read.Done();
        return new() { Registrant = await Send(command, requestId, context) };
    }

    [Allow(Roles.Applicant, Roles.Registrar)]
    public override async Task<ChangePracticeTownResponse> ChangePracticeTown(ChangePracticeTownRequest request, ServerCallContext context)
    {
        var read = new RequestReader();
        var (requestId, number) = Subject(read, request.RequestId, request.Name);
        var command = new ChangePracticeTown(
            number, read.Line("practice_town", request.PracticeTown), read.OptionalDate("start_date", request.StartDate));
        read.Done();
        return new() { Registrant = await Send(command, requestId, context) };
    }

    [Allow(Roles.Applicant, Roles.Registrar)]
    public override async Task<RecordOtherRegistrationResponse> RecordOtherRegistration(
        RecordOtherRegistrationRequest request, ServerCallContext context)
    {
        var read = new RequestReader();
        var (requestId, number) = Subject(read, request.RequestId, request.Name);
        var command = new RecordOtherRegistration(
            number,
            read.Word<Domain.Registration.StatutoryBody>("body", request.Body),
            read.Code("number", request.Number),
            context.Is(Roles.Applicant) ? Status.Declared : read.Word<Status>("status", request.Status),
            read.Date("start_date", request.StartDate),
            read.OptionalDate("check_date", request.CheckDate));
        read.Done();
        return new() { Registrant = await Send(command, requestId, context) };
    }

    [Allow(Roles.Applicant, Roles.Registrar)]
    public override async Task<EndOtherRegistrationResponse> EndOtherRegistration(EndOtherRegistrationRequest request, ServerCallContext context)
    {
        var read = new RequestReader();
        var (requestId, number) = Subject(read, request.RequestId, request.Name);
        var command = new EndOtherRegistration(
            number,
            read.Word<Domain.Registration.StatutoryBody>("body", request.Body),
            read.Code("number", request.Number),
            read.Date("end_date", request.EndDate));
        read.Done();
        return new() { Registrant = await Send(command, requestId, context) };
    }

    [Allow(Roles.Registrar)]
    public override async Task<GrantAnnotationResponse> GrantAnnotation(GrantAnnotationRequest request, ServerCallContext context)
    {
        var read = new RequestReader();
        var (requestId, number) = Subject(read, request.RequestId, request.Name);
        var kind = read.Word<Kind>("kind", request.Kind);
        Domain.Education.PracticeArea? area = request.PracticeArea == Sonographer.Register.V1.PracticeArea.Unspecified
            ? null
            : read.Word<Domain.Education.PracticeArea>("practice_area", request.PracticeArea);
        var award = ParticularsMapping.Award(read, request.Programme, request.CandidateNumber);
        var evidence = ParticularsMapping.Evidence(read, request.EvidenceReference);
        var from = read.OptionalDate("start_date", request.StartDate);
        read.Done();

        var id = new AnnotationId(DerivedId.From(requestId, "annotation"));
        var command = new GrantAnnotation(number, id, kind, area, award, evidence, from, await ProgrammeOf(award, context));
        return new() { Registrant = await Send(command, requestId, context) };
    }

    [Allow(Roles.Registrar)]
    public override async Task<RevokeAnnotationResponse> RevokeAnnotation(RevokeAnnotationRequest request, ServerCallContext context)
    {
        var read = new RequestReader();
        var (requestId, number) = Subject(read, request.RequestId, request.Name);
        var command = new RevokeAnnotation(
            number,
            ParticularsMapping.AnnotationId(read, request.AnnotationId),
            read.Prose("reason", request.Reason),
            read.OptionalDate("end_date", request.EndDate));
        read.Done();
        return new() { Registrant = await Send(command, requestId, context) };
    }

    [Allow(Roles.Registrar)]
    public override async Task<CorrectAnnotationResponse> CorrectAnnotation(CorrectAnnotationRequest request, ServerCallContext context)
    {
        var read = new RequestReader();
        var (requestId, number) = Subject(read, request.RequestId, request.Name);
        var id = ParticularsMapping.AnnotationId(read, request.AnnotationId);
        var reason = read.Prose("reason", request.Reason);
        var award = ParticularsMapping.Award(read, request.Programme, request.CandidateNumber);
        var evidence = ParticularsMapping.Evidence(read, request.EvidenceReference);
        var from = read.OptionalDate("start_date", request.StartDate);
        if (award is null && evidence is null && from is null)
            read.Wrong("start_date", "REQUIRED", "Say what was wrong: the award, the evidence, or the first day.");
        read.Done();

        var stream = await streams.Refresh<RegistrantState, RegistrantEvent>(number.Stream, context.CancellationToken);
        var supporting = award ?? stream.State.Particulars.Annotations.FirstOrDefault(a => a.Id == id)?.Award;
        var command = new CorrectAnnotation(number, id, award, evidence, from, reason, await ProgrammeOf(supporting, context));
        return new() { Registrant = await Send(command, requestId, context) };
    }

    [Allow(Roles.Applicant)]
    public override async Task<GetOwnRecordResponse> GetOwnRecord(GetOwnRecordRequest request, ServerCallContext context) =>
        new() { Record = await ownRecords.Of(context.Actor().Subject, context.CancellationToken) };

    private static (Guid RequestId, RegistrationNumber Number) Subject(RequestReader read, string requestId, string name) =>
        (read.RequestId(requestId), read.Resource<RegistrationNumber>("name", name, "registrants"));

    // The programme of an award is another stream: it is read here, and decided on as it stands.
    private async Task<ProgrammeState> ProgrammeOf(AwardReference? award, ServerCallContext context) => award is null
        ? ProgrammeState.None
        : (await streams.Refresh<ProgrammeState, ProgrammeEvent>(award.Programme.Stream, context.CancellationToken)).State;

    private async Task<Registrant> Send(Change command, Guid requestId, ServerCallContext context)
    {
        var done = await commands.Send(command, requestId, context);
        return RegistrantMapping.ToProto(done.State, done.Version, CivilTime.DateIn(time.GetUtcNow()))
            .For(context.Actor().Subject, done.State.Entry!.Applicant);
    }
}
