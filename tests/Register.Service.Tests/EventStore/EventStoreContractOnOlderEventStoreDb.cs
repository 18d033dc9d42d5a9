using Register.EventStore;
using Register.EventStore.Ledger;

namespace Register.Service.Tests.EventStore;

/// <summary>The contract, held by a server that takes appends one to a call only, as those before 21.10: a stand-in always.</summary>
public sealed class EventStoreContractOnOlderEventStoreDb(EventStoreContractOnOlderEventStoreDb.Ledger ledger)
    : EventStoreContract, IClassFixture<EventStoreContractOnOlderEventStoreDb.Ledger>
{
    protected override IEventStore Store => ledger.Store;

    protected override ILedger Bytes => ledger.Bytes;

    public sealed class Ledger : EventStoreContractOnEventStoreDb.Ledger
    {
        protected override string? Server => null;

        protected override bool TakesBatches => false;
    }
}
