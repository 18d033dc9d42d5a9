using System.Collections.Concurrent;
using System.Net;
using System.Security.Cryptography.X509Certificates;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Register.Service.Tests.EventStore.StandIn;

/// <summary>One node: a real socket that speaks the server's protocol, and can be dead for a while.</summary>
internal sealed class StandInNode : IAsyncDisposable
{
    private readonly ConcurrentDictionary<string, ConnectionContext> _connections = new();
    private readonly WebApplication _host;

    private StandInNode(StandInCluster cluster, X509Certificate2? certificate)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.Services.AddGrpc();
        builder.Services.AddSingleton(cluster);
        builder.Services.AddSingleton(this);
        builder.WebHost.UseKestrelHttpsConfiguration().ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0, listen =>
        {
            listen.Protocols = HttpProtocols.Http2;
            listen.Use(next => connection => Serve(connection, next));
            if (certificate is not null)
                listen.UseHttps(certificate);
        }));
        _host = builder.Build();
        _host.MapGrpcService<StandInStreams>();
        _host.MapGrpcService<StandInGossip>();
        _host.MapGrpcService<StandInFeatures>();
    }

    public Guid Id { get; } = Guid.NewGuid();

    public int Port { get; private set; }

    public bool IsDead { get; private set; }

    public static async Task<StandInNode> Start(StandInCluster cluster, X509Certificate2? certificate)
    {
        var node = new StandInNode(cluster, certificate);
        await node._host.StartAsync();
        node.Port = new Uri(node._host.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single()).Port;
        return node;
    }

    /// <summary>Breaks every connection and takes no more.</summary>
    public void Die()
    {
        IsDead = true;
        foreach (var connection in _connections.Values)
            connection.Abort();
    }

    public void Return() => IsDead = false;

    public void Drop(string connection)
    {
        if (_connections.TryGetValue(connection, out var open))
            open.Abort();
    }

    public ValueTask DisposeAsync()
    {
        Die();
        return _host.DisposeAsync();
    }

    private async Task Serve(ConnectionContext connection, ConnectionDelegate next)
    {
        _connections[connection.ConnectionId] = connection;
        if (IsDead)
            connection.Abort();
        else
            await next(connection);
        _connections.TryRemove(connection.ConnectionId, out _);
    }
}
