using Marten;
using Npgsql;
using Register.EventStore;
using Register.EventStore.Marten;
using Register.Service.Tests.Running;

namespace Register.Service.Tests.EventStore;

/// <summary>The contract, held by Marten on a real PostgreSQL.</summary>
public sealed class EventStoreContractOnMarten(EventStoreContractOnMarten.Ledger ledger) : EventStoreContract, IClassFixture<EventStoreContractOnMarten.Ledger>
{
    protected override IEventStore Store => ledger.Store;

    public sealed class Ledger : IAsyncLifetime
    {
        private NpgsqlDataSource? _dataSource;
        private DocumentStore? _documents;
        private MartenEventStore? _store;

        public IEventStore Store => _store!;

        public async Task InitializeAsync()
        {
            _dataSource = NpgsqlDataSource.Create(await PostgresOfTheRun.NewDatabase());
            _documents = DocumentStore.For(options =>
            {
                options.Connection(_dataSource);
                options.UseLedger();
            });
            await _documents.Storage.ApplyAllConfiguredChangesToDatabaseAsync();
            _store = new MartenEventStore(_documents, _dataSource, TimeProvider.System);
        }

        public async Task DisposeAsync()
        {
            await _store!.DisposeAsync();
            _documents!.Dispose();
            await _dataSource!.DisposeAsync();
        }
    }
}
