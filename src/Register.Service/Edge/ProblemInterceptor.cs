using Google.Rpc;
using Grpc.Core;
using Grpc.Core.Interceptors;
using Register.EventStore;
using Register.EventStore.Keys;
using Register.EventStore.Ledger;
using Register.EventStore.Marten;
using Register.Service.Commands;
using Register.Views;
using Status = Google.Rpc.Status;

namespace Register.Service.Edge;

/// <summary>Gives every failure of a call its status; what nobody foresaw is logged and says INTERNAL, without particulars (R37).</summary>
public sealed partial class ProblemInterceptor(ILogger<ProblemInterceptor> logger) : Interceptor
{
    public override Task<TResponse> UnaryServerHandler<TRequest, TResponse>(
        TRequest request, ServerCallContext context, UnaryServerMethod<TRequest, TResponse> continuation) =>
        Guard(context, () => continuation(request, context));

    public override Task<TResponse> ClientStreamingServerHandler<TRequest, TResponse>(
        IAsyncStreamReader<TRequest> requestStream, ServerCallContext context, ClientStreamingServerMethod<TRequest, TResponse> continuation) =>
        Guard(context, () => continuation(requestStream, context));

    public override Task ServerStreamingServerHandler<TRequest, TResponse>(
        TRequest request,
        IServerStreamWriter<TResponse> responseStream,
        ServerCallContext context,
        ServerStreamingServerMethod<TRequest, TResponse> continuation) =>
        Guard(context, () => Nothing(continuation(request, responseStream, context)));

    public override Task DuplexStreamingServerHandler<TRequest, TResponse>(
        IAsyncStreamReader<TRequest> requestStream,
        IServerStreamWriter<TResponse> responseStream,
        ServerCallContext context,
        DuplexStreamingServerMethod<TRequest, TResponse> continuation) =>
        Guard(context, () => Nothing(continuation(requestStream, responseStream, context)));

    private async Task<T> Guard<T>(ServerCallContext context, Func<Task<T>> call)
    {
        try
        {
            return await call();
        }
        catch (Exception e) when (e is not RpcException)
        {
            throw StatusOf(e, context).ToRpcException();
        }
    }

    private Status StatusOf(Exception e, ServerCallContext context)
    {
        if (context.CancellationToken.IsCancellationRequested)
        {
            return context.Deadline <= DateTime.UtcNow
                ? Problems.Of(Code.DeadlineExceeded, "DEADLINE_EXCEEDED", "The deadline passed before the answer; a command may have taken effect: repeat it with the same request_id.")
                : Problems.Of(Code.Cancelled, "CANCELLED", "The call was cancelled.");
        }
        switch (e)
        {
            case ConflictException:
                return Problems.Conflict(e.Message);
            case ViewBehindException:
                return Problems.Unavailable("VIEW_BEHIND", e.Message);
            case LedgerUnavailableException:
            case Exception when PostgresOutage.Is(e):
                LogUnavailable(context.Method, e.GetType().Name);
                return Problems.Unavailable("LEDGER_UNAVAILABLE", "The register's store is away for the moment; a command may have taken effect: repeat it with the same request_id.");
            case MasterKeyException:
                LogKeys(context.Method, e.Message);
                return Problems.Unavailable("KEYS_UNAVAILABLE", "The register cannot open the keys of personal data for the moment; a command may have taken effect: repeat it with the same request_id.");
            case UnreadableEventException:
                LogUnreadable(context.Method, e.Message);
                return Problems.Of(Code.DataLoss, "EVENT_CHANGED", e.Message);
            case OperationCanceledException:
                return Problems.Unavailable("STOPPING", "The register is stopping.");
            default:
                LogUnforeseen(context.Method, e);
                return Problems.Of(Code.Internal, "INTERNAL", "The register failed in a way nobody foresaw; it is in its log.");
        }
    }

    private static async Task<bool> Nothing(Task task)
    {
        await task;
        return true;
    }

    [LoggerMessage(LogLevel.Warning, "{Method} answered UNAVAILABLE: {Cause}")]
    private partial void LogUnavailable(string method, string cause);

    [LoggerMessage(LogLevel.Error, "{Method} answered UNAVAILABLE: {Cause}")]
    private partial void LogKeys(string method, string cause);

    [LoggerMessage(LogLevel.Error, "{Method} answered DATA_LOSS: {Cause}")]
    private partial void LogUnreadable(string method, string cause);

    [LoggerMessage(LogLevel.Error, "{Method} failed")]
    private partial void LogUnforeseen(string method, Exception exception);
}
