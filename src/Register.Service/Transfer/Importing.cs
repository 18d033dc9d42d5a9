using Grpc.Core;
using Grpc.Core.Interceptors;
using Register.Service.Edge;
using Register.Service.Hosting;

namespace Register.Service.Transfer;

/// <summary>A register that was started to take a ledger in: it answers nothing else, so that nothing is read or recorded on half of a ledger.</summary>
/// <remarks>Nothing is copied meanwhile into the PostgreSQL that a ledger in EventStoreDB is relayed to: an import that is given up, and its ledger
/// with it, leaves that empty for another. It is configured and not asked for, so that a register that was ended in the middle of an import does not
/// wake up on half of it.</remarks>
public sealed class Importing : Interceptor
{
    /// <summary>Why nothing else is answered, in words.</summary>
    internal const string Reason =
        $"The register is started to take a ledger in: it keeps no views and takes no commands. When the import is done it is started again without {Key}.";

    private const string Key = "Ledger:Importing";
    private const string Own = "/sonographer.register.v1.LedgerService/";
    private const string Register = "/sonographer.";

    /// <summary>Whether the register is started for an import.</summary>
    /// <exception cref="ConfigurationException">The setting is neither true nor false.</exception>
    public static bool IsConfigured(IConfiguration configuration) => configuration[Key] switch
    {
        null or "" => false,
        var value when bool.TryParse(value, out var isOn) => isOn,
        var value => throw new ConfigurationException($"{Key} is '{value}': it is true while a ledger is imported, else false."),
    };

    public override Task<TResponse> UnaryServerHandler<TRequest, TResponse>(
        TRequest request, ServerCallContext context, UnaryServerMethod<TRequest, TResponse> continuation) =>
        IsAnswered(context) ? continuation(request, context) : throw Refused;

    public override Task<TResponse> ClientStreamingServerHandler<TRequest, TResponse>(
        IAsyncStreamReader<TRequest> requestStream, ServerCallContext context, ClientStreamingServerMethod<TRequest, TResponse> continuation) =>
        IsAnswered(context) ? continuation(requestStream, context) : throw Refused;

    public override Task ServerStreamingServerHandler<TRequest, TResponse>(
        TRequest request,
        IServerStreamWriter<TResponse> responseStream,
        ServerCallContext context,
        ServerStreamingServerMethod<TRequest, TResponse> continuation) =>
        IsAnswered(context) ? continuation(request, responseStream, context) : throw Refused;

    public override Task DuplexStreamingServerHandler<TRequest, TResponse>(
        IAsyncStreamReader<TRequest> requestStream,
        IServerStreamWriter<TResponse> responseStream,
        ServerCallContext context,
        DuplexStreamingServerMethod<TRequest, TResponse> continuation) =>
        IsAnswered(context) ? continuation(requestStream, responseStream, context) : throw Refused;

    private static RpcException Refused => Problems.Unavailable("IMPORTING", Reason).ToRpcException();

    // Health and reflection are answered as ever.
    private static bool IsAnswered(ServerCallContext context) =>
        context.Method.StartsWith(Own, StringComparison.Ordinal) || !context.Method.StartsWith(Register, StringComparison.Ordinal);
}
