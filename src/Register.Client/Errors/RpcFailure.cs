using Google.Rpc;
using Grpc.Core;
using Register.Client.Input;

namespace Register.Client.Errors;

/// <summary>Reads the register's refusal: google.rpc.Status with ErrorInfo, BadRequest and RetryInfo where it gives them.</summary>
internal static class RpcFailure
{
    public static CommandFailure Understand(RpcException rpc, string address)
    {
        var status = rpc.GetRpcStatus();
        var code = status?.GetDetail<ErrorInfo>()?.Reason is { Length: > 0 } reason ? reason : Words.Screaming(rpc.StatusCode);
        return new CommandFailure(ExitCodeOf(rpc.StatusCode), code, MessageOf(rpc, status, address))
        {
            Violations = [.. (status?.GetDetail<BadRequest>()?.FieldViolations ?? []).Select(v => new Violation(v.Field, v.Description))],
            Hint = HintOf(rpc.StatusCode, status, address),
            OutcomeUnknown = rpc.StatusCode is StatusCode.Unavailable or StatusCode.DeadlineExceeded or StatusCode.Cancelled
                or StatusCode.Unknown or StatusCode.Internal,
        };
    }

    private static ExitCode ExitCodeOf(StatusCode code) => code switch
    {
        StatusCode.FailedPrecondition or StatusCode.AlreadyExists or StatusCode.Aborted => ExitCode.Refused,
        StatusCode.InvalidArgument or StatusCode.OutOfRange => ExitCode.WrongInput,
        StatusCode.Unauthenticated or StatusCode.PermissionDenied => ExitCode.NotAllowed,
        StatusCode.NotFound => ExitCode.NotFound,
        _ => ExitCode.Unreachable,
    };

    // What the transport says about itself ("Bad gRPC response. HTTP status code: 401") helps nobody.
    private static string MessageOf(RpcException rpc, Google.Rpc.Status? status, string address) => rpc.StatusCode switch
    {
        _ when status is { Message.Length: > 0 } => status.Message,
        StatusCode.Unauthenticated => "You are not logged in, or the login is not valid any more.",
        StatusCode.PermissionDenied => "This login may not do that.",
        StatusCode.Unavailable => $"The register at {address} does not answer.",
        StatusCode.DeadlineExceeded => "The register did not answer in time.",
        StatusCode.Unimplemented => $"What answers at {address} does not know this call.",
        StatusCode.Internal when rpc.Status.DebugException is HttpRequestException =>
            $"What answers at {address} does not speak gRPC over HTTP/2.",
        _ => rpc.Status.Detail,
    };

    private static string? HintOf(StatusCode code, Google.Rpc.Status? status, string address) => code switch
    {
        StatusCode.Unauthenticated => "register login --role ROLE",
        StatusCode.PermissionDenied => "register login --list shows your logins; --as NAME uses another",
        StatusCode.Unavailable or StatusCode.ResourceExhausted when status?.GetDetail<RetryInfo>()?.RetryDelay is { } delay =>
            $"try again in {Math.Ceiling(delay.ToTimeSpan().TotalSeconds)} s",
        StatusCode.Unavailable => $"is the register running at {address}? --address or REGISTER_ADDRESS name another place",
        StatusCode.Internal when status is null => "the register has one port for gRPC and another for HTTP: --address is the first",
        StatusCode.DeadlineExceeded => "--timeout SECONDS gives it longer",
        _ => null,
    };
}
