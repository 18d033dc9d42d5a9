using Marten;
using Npgsql;
using Register.EventStore;
using Register.EventStore.Ledger;
using Register.EventStore.Marten;
using Register.Service.Tests.Running;

namespace Register.Service.Tests.EventStore;

/// <summary>The contract, held by Marten on a real PostgreSQL.</summary>
public sealed class EventStoreContractOnMarten(EventStoreContractOnMarten.Ledger ledger) : EventStoreContract, IClassFixture<EventStoreContractOnMarten.Ledger>
{
    protected override IEventStore Store => ledger.Store;

    protected override ILedger Bytes => ledger.Bytes;

    public sealed class Ledger : IAsyncLifetime
    {
        private DocumentStore? _documents;
        private PostgresLedger? _ledger;

        public IEventStore Store { get; private set; } = null!;

        public ILedger Bytes => _ledger!;

        public NpgsqlDataSource DataSource { get; private set; } = null!;

        public async Task InitializeAsync()
        {
            var keys = await KeysOfTheRun.Get();
            DataSource = NpgsqlDataSource.Create(await PostgresOfTheRun.NewDatabase());
            _documents = DocumentStore.For(options =>
            {
                options.Connection(DataSource);
                options.UseLedger(new(keys));
            });
            await _documents.Storage.ApplyAllConfiguredChangesToDatabaseAsync();
            _ledger = new(DataSource, TimeProvider.System);
            Store = await KeysOfTheRun.StoreOver(_ledger);
        }

        public async Task DisposeAsync()
        {
            await _ledger!.DisposeAsync();
            _documents!.Dispose();
            await DataSource.DisposeAsync();
        }
    }
}
