using Grpc.Core;
using Register.Domain;
using Register.Service.Reads;
using Register.Service.Security;
using Sonographer.Register.V1;
using Proto = Sonographer.Register.V1;

namespace Register.Service.Operations;

/// <summary>The keys of persons and the register's own, and the master key that wraps them.</summary>
public sealed partial class OperationsService
{
    [Allow(Roles.Operator)]
    [ReadsNobody("How many keys there are.")]
    public override async Task<GetKeysResponse> GetKeys(GetKeysRequest request, ServerCallContext context) =>
        new() { Keys = await KeysNow(context.CancellationToken) };

    [Allow(Roles.Operator)]
    [ReadsNobody("Keys are wrapped anew, nobody reads what they seal.")]
    public override async Task RotateMasterKey(
        RotateMasterKeyRequest request, IServerStreamWriter<RotateMasterKeyResponse> responseStream, ServerCallContext context)
    {
        await rotation.Rotate(
            (done, total) => responseStream.WriteAsync(new() { WrappedCount = done, TotalCount = total }, context.CancellationToken), context.CancellationToken);
        await responseStream.WriteAsync(new() { Keys = await KeysNow(context.CancellationToken) }, context.CancellationToken);
    }

    private async Task<Proto.Keys> KeysNow(CancellationToken cancellation)
    {
        var counts = await rotation.Count(cancellation);
        return new()
        {
            KeyCount = counts.Persons.All,
            DestroyedCount = counts.Persons.Destroyed,
            OwnKeyCount = counts.Own,
            CurrentMasterKey = rotation.Current,
            MasterKeys = { counts.ByMaster.Select(m => new MasterKeyUse { MasterKey = m.Key, KeyCount = m.Value }) },
        };
    }
}
