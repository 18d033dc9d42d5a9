using Npgsql;
using Register.Domain;
using Register.EventStore;
using Register.EventStore.Marten;
using static Register.Service.Tests.EventStore.EventStoreDb.EventStoreDbFixture;

namespace Register.Service.Tests.EventStore;

/// <summary>Connections to PostgreSQL break at any point of appends at any version: sent again, each is made once all the same.</summary>
public sealed class BrokenConnectionTests : IAsyncLifetime
{
    private readonly EventStoreContractOnMarten.Ledger _direct = new();

    public Task InitializeAsync() => _direct.InitializeAsync();

    public Task DisposeAsync() => _direct.DisposeAsync();

    [Fact]
    public async Task An_append_at_any_version_that_was_made_and_not_answered_is_found_when_it_is_sent_again()
    {
        using var way = new WayToPostgres(_direct.DataSource.ConnectionString);
        await using var dataSource = NpgsqlDataSource.Create(way.ConnectionString);
        await using var ledger = new PostgresLedger(dataSource, TimeProvider.System);
        var store = await KeysOfTheRun.StoreOver(ledger);
        var stream = NewStream();
        NewEvent first = AnEvent("first"), lost = AnEvent("lost"), another = AnEvent("another's");
        await store.Append(stream, ExpectedVersion.Any, [first], CancellationToken.None);

        // The answer to the look at the stream goes through, that to the append does not.
        var answers = 0;
        way.OnAnswer = () => Interlocked.Increment(ref answers) == 2;
        await Assert.ThrowsAsync<LedgerUnavailableException>(() => store.Append(stream, ExpectedVersion.Any, [lost], CancellationToken.None));
        Assert.Equal(2, answers);

        Assert.Equal(new AppendResult.Appended(3), await store.Append(stream, ExpectedVersion.Any, [another], CancellationToken.None));
        Assert.Equal(new AppendResult.Appended(2), await store.Append(stream, ExpectedVersion.Any, [lost], CancellationToken.None));
        Assert.Equal([first.Id, lost.Id, another.Id], await store.ReadStream(stream, 1, CancellationToken.None).Select(e => e.Id).ToListAsync());
    }

    [Fact]
    public async Task Appends_at_any_version_whose_connections_break_anywhere_are_neither_lost_nor_doubled()
    {
        const int writers = 6, appendsOfAWriter = 20;
        using var way = new WayToPostgres(_direct.DataSource.ConnectionString);
        await using var dataSource = NpgsqlDataSource.Create(way.ConnectionString);
        await using var ledger = new PostgresLedger(dataSource, TimeProvider.System);
        var store = await KeysOfTheRun.StoreOver(ledger);
        way.OnRequest = way.OnAnswer = OneOf(20);

        var stream = NewStream();
        var events = Enumerable.Range(0, writers).Select(_ => Enumerable.Range(0, appendsOfAWriter).Select(i => AnEvent($"{i}")).ToList()).ToList();
        var unknown = 0;
        await Task.WhenAll(events.Select(async ofAWriter =>
        {
            foreach (var e in ofAWriter)
                Interlocked.Add(ref unknown, await Insist(store, stream, e));
        }));

        Assert.True(unknown > 0);
        var read = await _direct.Store.ReadStream(stream, 1, CancellationToken.None).ToListAsync();
        Assert.Equal(Enumerable.Range(1, writers * appendsOfAWriter).Select(version => (long)version), read.Select(e => e.Version));
        foreach (var ofAWriter in events)
            Assert.Equal(ofAWriter.Select(e => e.Id), read.Select(e => e.Id).Where(ofAWriter.Select(e => e.Id).Contains));
    }

    // How often the outcome was unknown.
    private static async Task<int> Insist(IEventStore store, StreamId stream, NewEvent e)
    {
        for (var unknown = 0; ; unknown++)
        {
            try
            {
                Assert.IsType<AppendResult.Appended>(await store.Append(stream, ExpectedVersion.Any, [e], CancellationToken.None));
                return unknown;
            }
            catch (LedgerUnavailableException)
            {
                // It is sent again, as the port says.
            }
        }
    }

    private static Func<bool> OneOf(int many)
    {
        var random = new Random(20261124);
        var drawing = new Lock();
        return () =>
        {
            lock (drawing)
                return random.Next(many) == 0;
        };
    }
}
