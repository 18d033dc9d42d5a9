using Grpc.Core;
using Register.Service.Tests.Running;
using Sonographer.Register.V1;

namespace Register.Service.Tests.Operations;

/// <summary>What others run, they copy with their own tools.</summary>
public sealed class BackupElsewhereTests(RunningRegister register) : IClassFixture<RunningRegister>
{
    private readonly OperationsService.OperationsServiceClient _operator = new(register.InRole("operator"));

    [Fact]
    public async Task A_register_on_a_PostgreSQL_that_others_run_names_their_tools()
    {
        var backup = await Assert.ThrowsAsync<RpcException>(() => _operator.BackUpRegister(new()).ResponseStream.MoveNext());
        Assert.Equal((StatusCode.FailedPrecondition, "DATABASE_ELSEWHERE"), (backup.StatusCode, backup.Reason()));
        Assert.Contains("pg_dump", backup.Status.Detail, StringComparison.Ordinal);

        using var call = _operator.RestoreRegister();
        var restore = await Assert.ThrowsAsync<RpcException>(() => call.ResponseAsync);
        Assert.Equal((StatusCode.FailedPrecondition, "DATABASE_ELSEWHERE"), (restore.StatusCode, restore.Reason()));
    }

    [Fact]
    public async Task Only_an_operator_takes_a_copy()
    {
        var auditor = new OperationsService.OperationsServiceClient(register.InRole("auditor"));
        var refusal = await Assert.ThrowsAsync<RpcException>(() => auditor.BackUpRegister(new()).ResponseStream.MoveNext());
        Assert.Equal((StatusCode.PermissionDenied, "ROLE_NOT_ALLOWED"), (refusal.StatusCode, refusal.Reason()));
    }
}
