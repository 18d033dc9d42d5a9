using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Register.Domain;
using Register.EventStore;
using Register.EventStore.Ledger;
using Sonographer.Register.V1;
using StoredEvent = Register.EventStore.Ledger.StoredEvent;

namespace Register.Benchmarks;

/// <summary>What it costs commands that personal data is sealed (R37): the register, against the same register writing everything in clear.</summary>
internal static class SealedAgainstClear
{
    public static async Task Run(string connectionString, string clearConnectionString)
    {
        await using var sealing = await RunningService.Start(connectionString);
        await using var clear = await RunningService.Start(clearConnectionString, services =>
            services.AddSingleton<IEventStore>(s => new ClearEventStore(s.GetRequiredService<ILedger>(), new LedgerEventStore(
                s.GetRequiredService<ILedger>(), s.GetRequiredService<EventForm>(), s.GetRequiredService<KeysOfStreams>()))));
        var (ours, theirs) = (await Submitting(sealing), await Submitting(clear));
        // Both are warm before either is measured.
        await Load.Rate(theirs, Load.WarmUp);
        await Load.Compare("Commands, personal data sealed", ours, "the same in clear", theirs, closely: true);
    }

    private static async Task<Func<int, Task>> Submitting(RunningService service)
    {
        var headers = await service.LoggedIn("applicant");
        var clients = Enumerable.Range(0, Load.Callers).Select(i => new ApplicationsService.ApplicationsServiceClient(service.For(i))).ToArray();
        return async caller => await clients[caller].SubmitApplicationAsync(
            new() { RequestId = Guid.NewGuid().ToString("D"), Application = CommandsAgainstInserts.AnApplication() }, headers);
    }

    // What is in clear is read as it is: reading is the register's own.
    private sealed class ClearEventStore(ILedger ledger, IEventStore register) : IEventStore
    {
        public Task<AppendResult> Append(StreamId stream, ExpectedVersion expectedVersion, IReadOnlyList<NewEvent> events, CancellationToken cancellation) =>
            ledger.Append(stream, expectedVersion, [.. events.Select(InClear)], cancellation);

        public IAsyncEnumerable<RecordedEvent> ReadStream(StreamId stream, long fromVersion, CancellationToken cancellation) =>
            register.ReadStream(stream, fromVersion, cancellation);

        public IAsyncEnumerable<RecordedEvent> ReadStreamBackward(StreamId stream, long? fromVersion, int limit, CancellationToken cancellation) =>
            register.ReadStreamBackward(stream, fromVersion, limit, cancellation);

        public Task<long> LastPosition(CancellationToken cancellation) => register.LastPosition(cancellation);

        public IAsyncEnumerable<RecordedEvent> ReadAll(long afterPosition, CancellationToken cancellation) => register.ReadAll(afterPosition, cancellation);

        public IAsyncEnumerable<RecordedEvent> SubscribeAll(long afterPosition, CancellationToken cancellation) =>
            register.SubscribeAll(afterPosition, cancellation);

        private static StoredEvent InClear(NewEvent e) => new(
            e.Id, EventTypes.NameOf(e.Data), JsonSerializer.SerializeToUtf8Bytes(e.Data, e.Data.GetType(), EventJson.Options), e.Metadata);
    }
}
