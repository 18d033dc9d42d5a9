using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Security.Authentication;
using Grpc.Core;

namespace Register.EventStore.EventStoreDb;

/// <summary>What a failed call to a server means.</summary>
internal static class Faults
{
    private const string Kind = "exception";
    private const string NotLeader = "not-leader";
    private const string SomethingElse = "this is not a server of EventStoreDB.";

    // A server of HTTP/1.1 answers and closes: when more was on its way to it, its answer is lost with the connection.
    private const string BrokenOff = $"the server breaks the connection off: it is going away, wants TLS, or {SomethingElse}";

    // Error codes of HTTP/2, RFC 9113: what a server that speaks only HTTP/1.1 answers is none of HTTP/2, or says so.
    private const long ProtocolError = 0x1;
    private const long Http11Required = 0xd;

    /// <summary>Whether trying again can help: a node that is gone, is slow, or does not lead.</summary>
    public static bool Passes(Exception e) => e switch
    {
        NoNodeException { InnerException: AggregateException all } => all.InnerExceptions.Any(Passes),
        NoNodeException => true,
        RpcException rpc when IsNotLeader(rpc) => true,
        RpcException rpc when IsNoPlace(rpc) => false,
        RpcException rpc when Inside<AuthenticationException>(rpc) is not null => false,
        RpcException rpc => rpc.StatusCode is not (StatusCode.Unauthenticated or StatusCode.PermissionDenied or StatusCode.Unimplemented
            or StatusCode.InvalidArgument or StatusCode.FailedPrecondition or StatusCode.NotFound or StatusCode.OutOfRange),
        _ => false,
    };

    /// <summary>Whether a failed append may have been made all the same. A node that does not lead has done nothing.</summary>
    public static bool LeavesOutcomeUnknown(RpcException e) => Passes(e) && !IsNotLeader(e);

    /// <summary>Whether a read began where no record of the server's begins. Only its words tell.</summary>
    public static bool IsNoPlace(RpcException e) =>
        e.Status.Detail.Contains("InvalidPosition", StringComparison.Ordinal) || e.Status.Detail.Contains("invalid position", StringComparison.Ordinal);

    /// <summary>The leader that the server named when it said it was not.</summary>
    public static DnsEndPoint? LeaderNamedBy(Exception e) =>
        e is RpcException rpc && IsNotLeader(rpc) && rpc.Trailers.GetValue("leader-endpoint-host") is { Length: > 0 } host
        && int.TryParse(rpc.Trailers.GetValue("leader-endpoint-port"), CultureInfo.InvariantCulture, out var port)
            ? new(host, port)
            : null;

    /// <summary>What went wrong, for the person who runs the service.</summary>
    public static string Words(Exception e) => e switch
    {
        NoNodeException => e.Message,
        RpcException { StatusCode: StatusCode.Unauthenticated } => "the server does not accept the user and password.",
        RpcException { StatusCode: StatusCode.PermissionDenied } => "the server does not let this user do this.",
        RpcException { StatusCode: StatusCode.Unimplemented } => SomethingElse,
        RpcException { StatusCode: StatusCode.DeadlineExceeded } => "the server did not answer in time.",
        RpcException rpc when Inside<HttpProtocolException>(rpc) is { ErrorCode: ProtocolError or Http11Required } => SomethingElse,
        RpcException rpc when Inside<AuthenticationException>(rpc) is { } tls => Words(tls),
        RpcException rpc when Inside<SocketException>(rpc) is { } socket => socket.SocketErrorCode switch
        {
            SocketError.HostNotFound or SocketError.NoData or SocketError.TryAgain => "the name of its host is not known.",
            SocketError.ConnectionReset or SocketError.ConnectionAborted or SocketError.Shutdown => BrokenOff,
            _ => $"the server cannot be reached: {socket.Message}.",
        },
        RpcException rpc when Inside<HttpRequestException>(rpc) is { InnerException: null } or { InnerException: HttpIOException } => BrokenOff,
        RpcException rpc => $"the server says {rpc.StatusCode}: {rpc.Status.Detail}",
        _ => e.Message,
    };

    // Only its words tell why TLS did not come about. A certificate is refused here, with nothing inside; so is what is not TLS at all. What the
    // server refuses is an alert of its own: that it has no HTTP/2, or anything else.
    private static string Words(AuthenticationException tls) => tls switch
    {
        { InnerException: null } when tls.Message.Contains("certificate", StringComparison.Ordinal) => $"the server's certificate is not accepted: {tls.Message}",
        { InnerException: null } => "the server does not speak TLS there.",
        _ when tls.GetBaseException().Message.Contains("no application protocol", StringComparison.Ordinal) => SomethingElse,
        _ => $"no TLS comes about with the server: {tls.GetBaseException().Message}",
    };

    private static bool IsNotLeader(RpcException e) => e.Trailers.GetValue(Kind) == NotLeader;

    private static T? Inside<T>(RpcException e) where T : Exception
    {
        for (var inner = e.Status.DebugException; inner is not null; inner = inner.InnerException)
        {
            if (inner is T found)
                return found;
        }
        return null;
    }
}
