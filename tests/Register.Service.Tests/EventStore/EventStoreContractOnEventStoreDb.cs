using Register.EventStore;
using Register.EventStore.EventStoreDb;
using Register.Service.Tests.EventStore.StandIn;

namespace Register.Service.Tests.EventStore;

/// <summary>The contract, held by EventStoreDB: the server that EVENTSTOREDB_URI names, or a stand-in of three nodes over real sockets.</summary>
public sealed class EventStoreContractOnEventStoreDb(EventStoreContractOnEventStoreDb.Ledger ledger)
    : EventStoreContract, IClassFixture<EventStoreContractOnEventStoreDb.Ledger>
{
    protected override IEventStore Store => ledger.Store;

    public sealed class Ledger : IAsyncLifetime
    {
        private StandInCluster? _standIn;
        private EventStoreDbEventStore? _store;

        public IEventStore Store => _store!;

        public async Task InitializeAsync()
        {
            if (Environment.GetEnvironmentVariable("EVENTSTOREDB_URI") is not { Length: > 0 } uri)
            {
                _standIn = await StandInCluster.Start(nodes: 3);
                uri = _standIn.ConnectionString();
            }
            _store = new(ConnectionString.Parse(uri), TimeProvider.System);
        }

        public async Task DisposeAsync()
        {
            _store!.Dispose();
            if (_standIn is not null)
                await _standIn.DisposeAsync();
        }
    }
}
