using Register.EventStore.EventStoreDb;
using Register.Service.Tests.EventStore.StandIn;

namespace Register.Benchmarks;

/// <summary>An EventStoreDB to measure with: the node without TLS that EVENTSTOREDB_URI names, which must hold nothing of the register's, or a stand-in.</summary>
internal sealed class LedgerServer : IAsyncDisposable
{
    private readonly StandInCluster? _standIn;

    private LedgerServer(StandInCluster? standIn, EventStoreDbSettings settings) => (_standIn, Settings) = (standIn, settings);

    /// <summary>How to connect to it.</summary>
    public EventStoreDbSettings Settings { get; }

    /// <summary>The address of its only node.</summary>
    public string Address => $"http://{Settings.Nodes[0].Host}:{Settings.Nodes[0].Port}";

    public static async Task<LedgerServer> Start()
    {
        if (Environment.GetEnvironmentVariable("EVENTSTOREDB_URI") is { Length: > 0 } uri)
            return new(null, ConnectionString.Parse(uri));
        var standIn = await StandInCluster.Start(1);
        return new(standIn, ConnectionString.Parse(standIn.ConnectionString()));
    }

    public ValueTask DisposeAsync() => _standIn?.DisposeAsync() ?? ValueTask.CompletedTask;
}
