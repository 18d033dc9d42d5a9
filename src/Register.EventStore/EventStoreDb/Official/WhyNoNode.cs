using EventStore.Client;
using Grpc.Core;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace Register.EventStore.EventStoreDb;

/// <summary>Hears why the official client found no node: its exception does not say, only its log.</summary>
internal sealed class WhyNoNode : ILoggerFactory, ILogger
{
    private const string Discovery = "EventStore.Client.GossipChannelSelector";

    private Exception? _last;

    /// <summary>What it said last, for the person who runs the service.</summary>
    public NoNodeException Words(EventStoreDbSettings settings, DiscoveryException e) => _last is RpcException last
        ? new($"No node of {settings} could say who leads: {Faults.Words(last)}", new AggregateException(last))
        : new($"The cluster of {settings} has no such node now.", e);

    public ILogger CreateLogger(string categoryName) => categoryName == Discovery ? this : NullLogger.Instance;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
        _last = exception ?? _last;

    public bool IsEnabled(LogLevel logLevel) => true;

    public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

    public void AddProvider(ILoggerProvider provider)
    {
        // It writes nothing.
    }

    public void Dispose()
    {
        // It holds nothing.
    }
}
