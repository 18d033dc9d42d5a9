using Register.Domain;
using Register.Domain.FitnessToPractise;
using Register.EventStore;
using Register.EventStore.EventStoreDb;
using Register.Service.Tests.EventStore.StandIn;

namespace Register.Service.Tests.EventStore.EventStoreDb;

/// <summary>A stand-in cluster and the adapter that talks to it.</summary>
internal sealed class EventStoreDbFixture : IAsyncDisposable
{
    private EventStoreDbFixture(StandInCluster cluster, EventStoreDbLedger ledger, IEventStore store) =>
        (Cluster, Ledger, Store) = (cluster, ledger, store);

    public StandInCluster Cluster { get; }

    public EventStoreDbLedger Ledger { get; }

    public IEventStore Store { get; }

    public static async Task<EventStoreDbFixture> Start(int nodes = 3, string options = "tls=false", int attempts = 12)
    {
        var cluster = await StandInCluster.Start(nodes);
        var ledger = new EventStoreDbLedger(ConnectionString.Parse(cluster.ConnectionString(options, attempts)), TimeProvider.System);
        return new(cluster, ledger, await KeysOfTheRun.StoreOver(ledger));
    }

    public static StreamId NewStream() => new CaseId(Guid.NewGuid()).Stream;

    public static NewEvent AnEvent(string reasons) => new(
        Guid.NewGuid(),
        new CaseEvent.Closed(reasons, new DateOnly(2026, 11, 23)),
        new EventMetadata(Guid.NewGuid(), "CloseCase", new Actor("officer-1", Roles.FtpOfficer, null), DateTimeOffset.UnixEpoch, "correlation"));

    /// <summary>A fault for the first appends, one each, and none for those after.</summary>
    public void OnAppends(params AppendFault[] faults)
    {
        var next = -1;
        Cluster.OnAppend = () => Interlocked.Increment(ref next) is var i && i < faults.Length ? faults[i] : AppendFault.None;
    }

    public Task<AppendResult> Append(StreamId stream, ExpectedVersion expected, params NewEvent[] events) =>
        Store.Append(stream, expected, events, CancellationToken.None);

    public async Task<IReadOnlyList<Guid>> Ids(StreamId stream) =>
        await Store.ReadStream(stream, 1, CancellationToken.None).Select(e => e.Id).ToListAsync();

    public async ValueTask DisposeAsync()
    {
        Ledger.Dispose();
        await Cluster.DisposeAsync();
    }
}
