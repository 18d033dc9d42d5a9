using System.Net;
using System.Text;
using Grpc.Core;
using Grpc.Net.Client;
using GossipClient = Register.EventStore.EventStoreDb.Protocol.Gossip.GossipClient;
using StreamsClient = Register.EventStore.EventStoreDb.Protocol.Streams.StreamsClient;

namespace Register.EventStore.EventStoreDb;

/// <summary>One node of a cluster, with the connection to it.</summary>
internal sealed class Node : IDisposable
{
    // What the server takes in one append, and some more for its answer.
    private const int MaxMessageBytes = 17 * 1024 * 1024;

    private readonly GrpcChannel _channel;
    private readonly string? _authorization;

    public Node(DnsEndPoint endPoint, EventStoreDbSettings settings)
    {
        EndPoint = endPoint;
        _authorization = settings.Credentials is { } user
            ? "Basic " + Convert.ToBase64String(Encoding.UTF8.GetBytes($"{user.UserName}:{user.Password}"))
            : null;
        _channel = GrpcChannel.ForAddress(
            new UriBuilder(settings.Tls ? "https" : "http", endPoint.Host, endPoint.Port).Uri,
            new GrpcChannelOptions
            {
                HttpHandler = Transport.Handler(settings),
                DisposeHttpClient = true,
                MaxReceiveMessageSize = MaxMessageBytes,
                InitialReconnectBackoff = settings.DiscoveryInterval,
                MaxReconnectBackoff = Tries.LongestWait,
            });
        Streams = new(_channel);
        Gossip = new(_channel);
    }

    public DnsEndPoint EndPoint { get; }

    public StreamsClient Streams { get; }

    public GossipClient Gossip { get; }

    /// <summary>How a call is made: as the user, by the leader alone or by any, until a deadline or without one.</summary>
    public CallOptions Call(bool requiresLeader, TimeSpan? within, CancellationToken cancellation)
    {
        var headers = new Metadata { { "requires-leader", requiresLeader ? "true" : "false" } };
        if (_authorization is not null)
            headers.Add("authorization", _authorization);
        return new(headers, within is { } time ? DateTime.UtcNow + time : null, cancellation);
    }

    public void Dispose() => _channel.Dispose();
}
