using Grpc.Core;
using Register.Domain;
using Register.Domain.Education;
using Register.Service.Edge;
using Register.Service.Security;
using Sonographer.Register.V1;
using Outcome = Register.Domain.Education.ConditionOutcome;

namespace Register.Service.Education;

/// <summary>What happens to an accreditation after it was first given (R4).</summary>
public sealed partial class EducationService
{
    private const int MostConditions = 50;

    [Allow(Roles.Accreditor)]
    public override async Task<RenewAccreditationResponse> RenewAccreditation(RenewAccreditationRequest request, ServerCallContext context)
    {
        var read = new RequestReader();
        var requestId = read.RequestId(request.RequestId);
        var id = read.Resource<ProgrammeId>("programme", request.Programme, "programmes");
        var from = read.Date("accredited_from", request.AccreditedFrom);
        var to = read.Date("accredited_to", request.AccreditedTo);
        read.Done();

        return new() { Programme = ToProto(id, await commands.Send(new RenewAccreditation(id, from, to), requestId, context)) };
    }

    [Allow(Roles.Accreditor)]
    public override async Task<SetAccreditationConditionsResponse> SetAccreditationConditions(
        SetAccreditationConditionsRequest request, ServerCallContext context)
    {
        var read = new RequestReader();
        var requestId = read.RequestId(request.RequestId);
        var id = read.Resource<ProgrammeId>("programme", request.Programme, "programmes");
        if (request.Conditions.Count is 0 or > MostConditions)
            read.Wrong("conditions", "COUNT", $"1 to {MostConditions} conditions are set at once.");
        var conditions = request.Conditions.Take(MostConditions)
            .Select((c, i) => new NewCondition(read.Prose($"conditions[{i}].text", c.Text), read.OptionalDate($"conditions[{i}].due_on", c.DueOn)))
            .ToList();
        read.Done();

        return new() { Programme = ToProto(id, await commands.Send(new SetAccreditationConditions(id, [.. conditions]), requestId, context)) };
    }

    [Allow(Roles.Accreditor)]
    public override async Task<LiftAccreditationConditionResponse> LiftAccreditationCondition(
        LiftAccreditationConditionRequest request, ServerCallContext context)
    {
        var read = new RequestReader();
        var requestId = read.RequestId(request.RequestId);
        var id = read.Resource<ProgrammeId>("programme", request.Programme, "programmes");
        var outcome = read.Word<Outcome>("outcome", request.Outcome);
        var note = read.Prose("note", request.Note, required: false);
        read.Done();

        var command = new LiftAccreditationCondition(id, request.Number, outcome, note);
        return new() { Programme = ToProto(id, await commands.Send(command, requestId, context)) };
    }

    [Allow(Roles.Accreditor)]
    public override async Task<WithdrawAccreditationResponse> WithdrawAccreditation(WithdrawAccreditationRequest request, ServerCallContext context)
    {
        var read = new RequestReader();
        var requestId = read.RequestId(request.RequestId);
        var id = read.Resource<ProgrammeId>("programme", request.Programme, "programmes");
        var from = read.Date("withdrawn_from", request.WithdrawnFrom);
        var reason = read.Prose("reason", request.Reason);
        read.Done();

        return new() { Programme = ToProto(id, await commands.Send(new WithdrawAccreditation(id, from, reason), requestId, context)) };
    }
}
