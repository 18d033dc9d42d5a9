using Grpc.Core;
using Register.Service.Tests.Running;
using Sonographer.Register.V1;

namespace Register.Service.Tests.Relaying;

/// <summary>With the ledger in PostgreSQL there is no relay.</summary>
public sealed class NothingToRelayTests(RunningRegister register) : IClassFixture<RunningRegister>
{
    private readonly RelayService.RelayServiceClient _relay = new(register.InRole("operator"));

    [Fact]
    public async Task Operators_are_told_that_there_is_nothing_to_relay()
    {
        await _relay.GetRelayAsync(new()).Refused(StatusCode.FailedPrecondition, "NOTHING_TO_RELAY");
        var verify = await Assert.ThrowsAsync<RpcException>(() => _relay.VerifyRelay(new()).ResponseStream.MoveNext());
        Assert.Equal((StatusCode.FailedPrecondition, "NOTHING_TO_RELAY"), (verify.StatusCode, verify.Reason()));
    }

    [Fact]
    public async Task Nobody_else_may_ask() =>
        await new RelayService.RelayServiceClient(register.InRole("auditor")).GetRelayAsync(new()).Refused(StatusCode.PermissionDenied, "ROLE_NOT_ALLOWED");
}
