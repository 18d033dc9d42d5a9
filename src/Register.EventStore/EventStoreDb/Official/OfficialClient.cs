using System.Net;
using EventStore.Client;
using Preference = EventStore.Client.NodePreference;

namespace Register.EventStore.EventStoreDb;

/// <summary>The official client for one kind of node, whose failures are told in the words of the protocol.</summary>
internal sealed class OfficialClient : IDisposable
{
    private readonly WhyNoNode _whyNoNode = new();
    private readonly EventStoreDbSettings _settings;
    private readonly EventStoreClient _client;
    private bool _isDisposed;

    public OfficialClient(EventStoreDbSettings settings, NodePreference preference)
    {
        _settings = settings;
        _client = new(new EventStoreClientSettings
        {
            DefaultCredentials = settings.Credentials is { } user ? new(user.UserName, user.Password) : null,
            DefaultDeadline = settings.DefaultDeadline,
            LoggerFactory = _whyNoNode,
            CreateHttpMessageHandler = () => Transport.Handler(settings),
            ConnectivitySettings = Connectivity(settings, preference),
        });
    }

    /// <summary>Makes a call once.</summary>
    /// <exception cref="Grpc.Core.RpcException">It failed.</exception>
    /// <exception cref="NoNodeException">There was no node to make it to.</exception>
    public async Task<T> Make<T>(Func<EventStoreClient, CancellationToken, Task<T>> call, CancellationToken cancellation)
    {
        try
        {
            return await call(_client, cancellation);
        }
        catch (DiscoveryException e)
        {
            throw _whyNoNode.Words(_settings, e);
        }
        catch (Exception e) when (!(e is OperationCanceledException && cancellation.IsCancellationRequested))
        {
            throw OfficialFaults.Told(e);
        }
    }

    // The client throws when it is disposed twice.
    public void Dispose()
    {
        if (!_isDisposed)
            _client.Dispose();
        _isDisposed = true;
    }

    private static EventStoreClientConnectivitySettings Connectivity(EventStoreDbSettings settings, NodePreference preference)
    {
        var connectivity = new EventStoreClientConnectivitySettings
        {
            // Once over the nodes it knows and once over those named: how often in all is up to the caller.
            MaxDiscoverAttempts = 2,
            DiscoveryInterval = settings.DiscoveryInterval,
            GossipTimeout = settings.GossipTimeout,
            KeepAliveInterval = settings.KeepAliveInterval,
            KeepAliveTimeout = settings.KeepAliveTimeout,
            NodePreference = Enum.Parse<Preference>(preference.ToString()),
            Insecure = !settings.Tls,
        };
        if (settings.Discover)
            connectivity.DnsGossipSeeds = [.. settings.Nodes];
        else
            connectivity.Address = AddressOf(settings.Nodes[0], settings.Tls);
        return connectivity;
    }

    private static Uri AddressOf(DnsEndPoint node, bool tls) => new UriBuilder(tls ? "https" : "http", node.Host, node.Port).Uri;
}
