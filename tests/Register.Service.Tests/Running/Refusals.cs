using Google.Rpc;
using Grpc.Core;

namespace Register.Service.Tests.Running;

/// <summary>Reads a refusal: its code, its reason, and the fields it names.</summary>
public static class Refusals
{
    /// <summary>The call is refused with this code and reason.</summary>
    public static async Task<RpcException> Refused<T>(this AsyncUnaryCall<T> call, StatusCode code, string reason)
    {
        var refusal = await Assert.ThrowsAsync<RpcException>(async () => await call);
        Assert.Equal((code, reason), (refusal.StatusCode, refusal.Reason()));
        return refusal;
    }

    public static string? Reason(this RpcException refusal) => refusal.GetRpcStatus()?.GetDetail<ErrorInfo>()?.Reason;

    /// <summary>The fields it names, in order.</summary>
    public static IReadOnlyList<string> Fields(this RpcException refusal) =>
        [.. refusal.GetRpcStatus()?.GetDetail<BadRequest>()?.FieldViolations.Select(v => v.Field) ?? []];
}
