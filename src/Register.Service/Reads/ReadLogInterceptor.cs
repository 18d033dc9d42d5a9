using System.Collections.Concurrent;
using Google.Protobuf;
using Grpc.Core;
using Grpc.Core.Interceptors;
using Microsoft.AspNetCore.Authorization;
using Register.Domain;
using Register.Domain.Registration;
using Register.Service.Edge;

namespace Register.Service.Reads;

/// <summary>Logs every read of a registrant's record that is not public, before it is answered (R34).</summary>
/// <remarks>Not an applicant's: they see nothing but their own. Not a change: that is an event, with who made it.</remarks>
public sealed class ReadLogInterceptor(ReadLog log, Readers readers) : Interceptor
{
    private static readonly ConcurrentDictionary<Type, bool> Changes = new();

    public override Task<TResponse> UnaryServerHandler<TRequest, TResponse>(
        TRequest request, ServerCallContext context, UnaryServerMethod<TRequest, TResponse> continuation) =>
        IsLogged(request, context) ? Logged(request, context, continuation) : continuation(request, context);

    public override Task ServerStreamingServerHandler<TRequest, TResponse>(
        TRequest request,
        IServerStreamWriter<TResponse> responseStream,
        ServerCallContext context,
        ServerStreamingServerMethod<TRequest, TResponse> continuation) =>
        continuation(request, IsLogged(request, context) ? new LoggedStream<TResponse>(responseStream, (IMessage)request, log, readers.Of(context)) : responseStream, context);

    private async Task<TResponse> Logged<TRequest, TResponse>(
        TRequest request, ServerCallContext context, UnaryServerMethod<TRequest, TResponse> continuation)
        where TRequest : class
        where TResponse : class
    {
        var reader = readers.Of(context);
        var response = await continuation(request, context);
        await log.Write(reader, NamedRegistrants.In((IMessage)request, (IMessage)response), context.CancellationToken);
        return response;
    }

    private static bool IsLogged<TRequest>(TRequest request, ServerCallContext context) =>
        context.GetHttpContext().GetEndpoint()?.Metadata is { } rpc
        && rpc.GetMetadata<IAllowAnonymous>() is null
        && rpc.GetMetadata<ReadsNobodyAttribute>() is null
        && rpc.GetMetadata<LogsItsReadsAttribute>() is null
        && !context.Is(Roles.Applicant)
        && request is IMessage message
        && !IsChange(message);

    /// <summary>Whether a request changes something: then it carries an id of its own.</summary>
    internal static bool IsChange(IMessage request) =>
        Changes.GetOrAdd(request.GetType(), _ => request.Descriptor.FindFieldByName("request_id") is not null);

    /// <summary>Logs each registrant once in a stream, when the first message that names them is sent.</summary>
    private sealed class LoggedStream<T>(IServerStreamWriter<T> inner, IMessage request, ReadLog log, Reader reader) : IServerStreamWriter<T>
    {
        private readonly HashSet<RegistrationNumber> _logged = [];

        public WriteOptions? WriteOptions
        {
            get => inner.WriteOptions;
            set => inner.WriteOptions = value;
        }

        public Task WriteAsync(T message) => WriteAsync(message, CancellationToken.None);

        public async Task WriteAsync(T message, CancellationToken cancellationToken)
        {
            var named = NamedRegistrants.In(request, (IMessage)message!);
            named.ExceptWith(_logged);
            await log.Write(reader, named, cancellationToken);
            _logged.UnionWith(named);
            await inner.WriteAsync(message, cancellationToken);
        }
    }
}
