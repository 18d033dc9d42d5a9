using Register.EventStore;
using Register.EventStore.EventStoreDb;
using Register.EventStore.Ledger;
using Register.Service.Tests.EventStore.StandIn;

namespace Register.Service.Tests.EventStore;

/// <summary>The contract, held by EventStoreDB: the server that EVENTSTOREDB_URI names, or a stand-in of three nodes over real sockets.</summary>
public sealed class EventStoreContractOnEventStoreDb(EventStoreContractOnEventStoreDb.Ledger ledger)
    : EventStoreContract, IClassFixture<EventStoreContractOnEventStoreDb.Ledger>
{
    protected override IEventStore Store => ledger.Store;

    protected override ILedger Bytes => ledger.Bytes;

    public sealed class Ledger : IAsyncLifetime
    {
        private StandInCluster? _standIn;
        private EventStoreDbLedger? _ledger;

        public IEventStore Store { get; private set; } = null!;

        public ILedger Bytes => _ledger!;

        public async Task InitializeAsync()
        {
            if (Environment.GetEnvironmentVariable("EVENTSTOREDB_URI") is not { Length: > 0 } uri)
            {
                _standIn = await StandInCluster.Start(nodes: 3);
                uri = _standIn.ConnectionString();
            }
            _ledger = new(ConnectionString.Parse(uri), TimeProvider.System);
            Store = await KeysOfTheRun.StoreOver(_ledger);
        }

        public async Task DisposeAsync()
        {
            _ledger!.Dispose();
            if (_standIn is not null)
                await _standIn.DisposeAsync();
        }
    }
}
