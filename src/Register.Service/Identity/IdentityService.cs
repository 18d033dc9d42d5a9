using Grpc.Core;
using Register.Domain;
using Register.Domain.Applications;
using Register.Service.Applications;
using Register.Service.Commands;
using Register.Service.Edge;
using Register.Service.Security;
using Sonographer.Register.V1;

namespace Register.Service.Identity;

/// <summary>One person, one live application and one registration (R14).</summary>
public sealed class IdentityService(CommandBus commands, IdentityClaims identities, TimeProvider time) : Sonographer.Register.V1.IdentityService.IdentityServiceBase
{
    [Allow(Roles.Registrar)]
    public override async Task<RecordDistinctPersonResponse> RecordDistinctPerson(RecordDistinctPersonRequest request, ServerCallContext context)
    {
        var read = new RequestReader();
        var requestId = read.RequestId(request.RequestId);
        var id = read.Resource<ApplicationId>("name", request.Name, "applications");
        var reasons = read.Prose("reasons", request.Reasons);
        read.Done();

        var claims = await identities.Of(id, context.CancellationToken);
        var found = await commands.Send(new RecordDistinctPerson(id, reasons, claims), requestId, context);
        await identities.Settle(id, IdentityClaims.Because(context, requestId), context.CancellationToken);
        return new() { Application = ApplicationMapping.ToProto(id.Stream, found.State, found.Version, CivilTime.DateIn(time.GetUtcNow())) };
    }
}
