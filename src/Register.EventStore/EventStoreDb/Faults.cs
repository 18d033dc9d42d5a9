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

    /// <summary>Whether trying again can help: a node that is gone, is slow, or does not lead.</summary>
    public static bool Passes(Exception e) => e switch
    {
        NoNodeException { InnerException: AggregateException all } => all.InnerExceptions.Any(Passes),
        NoNodeException => true,
        RpcException rpc when IsNotLeader(rpc) => true,
        RpcException rpc when Inside<AuthenticationException>(rpc) is not null => false,
        RpcException rpc => rpc.StatusCode is not (StatusCode.Unauthenticated or StatusCode.PermissionDenied or StatusCode.Unimplemented
            or StatusCode.InvalidArgument or StatusCode.FailedPrecondition or StatusCode.NotFound or StatusCode.OutOfRange),
        _ => false,
    };

    /// <summary>Whether a failed append may have been made all the same. A node that does not lead has done nothing.</summary>
    public static bool LeavesOutcomeUnknown(RpcException e) => Passes(e) && !IsNotLeader(e);

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
        RpcException { StatusCode: StatusCode.Unimplemented } => "this is not a server of EventStoreDB.",
        RpcException { StatusCode: StatusCode.DeadlineExceeded } => "the server did not answer in time.",
        RpcException rpc when Inside<AuthenticationException>(rpc) is { } tls => $"the server's certificate is not accepted: {tls.Message}",
        RpcException rpc when Inside<SocketException>(rpc) is { } socket => socket.SocketErrorCode switch
        {
            SocketError.HostNotFound or SocketError.NoData or SocketError.TryAgain => "the name of its host is not known.",
            _ => $"the server cannot be reached: {socket.Message}.",
        },
        RpcException rpc => $"the server says {rpc.StatusCode}: {rpc.Status.Detail}",
        _ => e.Message,
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
