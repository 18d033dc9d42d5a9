using EventStore.Client;
using Grpc.Core;

namespace Register.EventStore.EventStoreDb;

/// <summary>The official client's failures, told as those of the calls it makes.</summary>
internal static class OfficialFaults
{
    /// <summary>What failed, as the server said it, or as near as the client tells.</summary>
    public static RpcException Told(Exception e) => e switch
    {
        RpcException rpc => rpc,
        AggregateException { InnerException: { } inner } => Told(inner),
        { InnerException: RpcException rpc } => rpc,
        TimeoutException => new(new(StatusCode.DeadlineExceeded, e.Message, e)),
        AccessDeniedException => new(new(StatusCode.PermissionDenied, e.Message, e)),
        NotAuthenticatedException => new(new(StatusCode.Unauthenticated, e.Message, e)),
        MaximumAppendSizeExceededException => new(new(StatusCode.InvalidArgument, e.Message, e)),
        StreamDeletedException => new(new(StatusCode.FailedPrecondition, e.Message, e)),
        // It ended the call by itself, or says only in words what the server said: the outcome is unknown.
        _ => new(new(StatusCode.Unknown, e.Message, e)),
    };
}
