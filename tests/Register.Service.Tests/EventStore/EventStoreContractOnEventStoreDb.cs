using Register.EventStore;
using Register.EventStore.EventStoreDb;
using Register.EventStore.Ledger;
using Register.Service.Tests.EventStore.StandIn;

namespace Register.Service.Tests.EventStore;

/// <summary>The contract, held by EventStoreDB: the server that EVENTSTOREDB_URI names, or a stand-in of three nodes over real sockets.</summary>
/// <remarks>The server must hold nothing of the register's: what another run left there is sealed with keys that are gone.</remarks>
public sealed class EventStoreContractOnEventStoreDb(EventStoreContractOnEventStoreDb.Ledger ledger)
    : EventStoreContract, IClassFixture<EventStoreContractOnEventStoreDb.Ledger>
{
    protected override IEventStore Store => ledger.Store;

    protected override ILedger Bytes => ledger.Bytes;

    public class Ledger : IAsyncLifetime
    {
        private StandInCluster? _standIn;
        private EventStoreDbLedger? _ledger;

        public IEventStore Store { get; private set; } = null!;

        public ILedger Bytes => _ledger!;

        // A stand-in where there is none.
        protected virtual string? Server => Environment.GetEnvironmentVariable("EVENTSTOREDB_URI") is { Length: > 0 } uri ? uri : null;

        protected virtual bool TakesBatches => true;

        public async Task InitializeAsync()
        {
            var uri = Server;
            if (uri is null)
            {
                _standIn = await StandInCluster.Start(nodes: 3);
                _standIn.TakesBatches = TakesBatches;
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
