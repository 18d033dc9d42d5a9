using Google.Protobuf;
using Google.Protobuf.Reflection;
using Google.Protobuf.WellKnownTypes;
using Google.Rpc;
using Grpc.Core;
using Register.Domain;
using Status = Google.Rpc.Status;

namespace Register.Service.Edge;

/// <summary>Turns a "no" into a google.rpc.Status: a specific code, an ErrorInfo with the reason, and every field violation at once.</summary>
public static class Problems
{
    /// <summary>The domain of every reason.</summary>
    public const string Domain = "register.sonographer";

    /// <summary>What a status may carry, for those who write it as JSON.</summary>
    public static readonly TypeRegistry Details = TypeRegistry.FromMessages(ErrorInfo.Descriptor, BadRequest.Descriptor, RetryInfo.Descriptor);

    /// <summary>Writes a status as JSON, for REST.</summary>
    public static readonly JsonFormatter Json = new(new JsonFormatter.Settings(formatDefaultValues: false, Details));

    // A status travels in a header, and clients take 8 KB of headers, some no more.
    private const int MostViolations = 32, MostMessages = 10;

    private static readonly TimeSpan RetryAfter = TimeSpan.FromSeconds(1);

    /// <summary>What stands in the way of a command.</summary>
    public static RpcException Rejected(IReadOnlyList<Rejection> rejections)
    {
        var kind = rejections.Min(r => r.Kind);
        var messages = rejections.Select(r => r.Message).Distinct().ToList();
        var message = string.Join(" ", messages.Take(MostMessages));
        var violations = rejections.Where(r => r.Field is not null).ToList();
        if (violations.Count > MostViolations)
            message = $"The first {MostViolations} of {violations.Count} problems: {message}";

        var status = Of(CodeOf(kind), rejections.First(r => r.Kind == kind).Code, message);
        if (violations.Count > 0)
            status.Details.Add(Any.Pack(new BadRequest { FieldViolations = { violations.Take(MostViolations).Select(ToViolation) } }));
        return status.ToRpcException();
    }

    /// <summary>There is no such thing, or the caller may not know of it.</summary>
    public static RpcException NotFound(string code, string message) => Rejected([Rejection.NotFound(code, message)]);

    /// <summary>Others changed the same record at the same moment.</summary>
    public static Status Conflict(string message) => Retriable(Of(Code.Aborted, "CONFLICT", message));

    /// <summary>Something the register stands on is away for now.</summary>
    public static Status Unavailable(string reason, string message) => Retriable(Of(Code.Unavailable, reason, message));

    /// <summary>The caller has called too often; when to call again.</summary>
    public static Status TooMany(TimeSpan retryAfter) =>
        Retriable(Of(Code.ResourceExhausted, "TOO_MANY_CALLS", "You have asked too often: wait a little. A roster of many numbers goes over one stream."), retryAfter);

    /// <summary>A status with its reason.</summary>
    public static Status Of(Code code, string reason, string message) => new()
    {
        Code = (int)code,
        Message = message,
        Details = { Any.Pack(new ErrorInfo { Domain = Domain, Reason = reason }) },
    };

    private static BadRequest.Types.FieldViolation ToViolation(Rejection rejection) =>
        new() { Field = rejection.Field, Description = rejection.Message, Reason = rejection.Code };

    private static Status Retriable(Status status, TimeSpan? after = null)
    {
        status.Details.Add(Any.Pack(new RetryInfo { RetryDelay = Duration.FromTimeSpan(after ?? RetryAfter) }));
        return status;
    }

    private static Code CodeOf(RejectionKind kind) => kind switch
    {
        RejectionKind.Invalid => Code.InvalidArgument,
        RejectionKind.NotFound => Code.NotFound,
        RejectionKind.Forbidden => Code.PermissionDenied,
        _ => Code.FailedPrecondition,
    };
}
