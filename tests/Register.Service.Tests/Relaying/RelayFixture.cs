using Marten;
using Npgsql;
using Register.Domain;
using Register.EventStore;
using Register.EventStore.Ledger;
using Register.EventStore.Marten;
using Register.EventStore.Relay;
using Register.Service.Tests.EventStore;
using Register.Service.Tests.EventStore.EventStoreDb;
using Register.Service.Tests.Running;

namespace Register.Service.Tests.Relaying;

/// <summary>A ledger in a stand-in cluster and an empty copy in a real PostgreSQL, and relays between them that a test crashes.</summary>
internal sealed class RelayFixture : IAsyncDisposable
{
    /// <summary>How the relays' connections are known.</summary>
    public const string ConnectionsOfRelays = "relays-of-the-test";

    private readonly string _connectionString;
    private readonly NpgsqlDataSource _relays;

    private RelayFixture(string connectionString, EventStoreDbFixture ledger)
    {
        _connectionString = connectionString;
        Ledger = ledger;
        DataSource = NpgsqlDataSource.Create(connectionString);
        _relays = NpgsqlDataSource.Create(new NpgsqlConnectionStringBuilder(connectionString) { ApplicationName = ConnectionsOfRelays });
        Copy = new(_relays);
    }

    public EventStoreDbFixture Ledger { get; }

    public NpgsqlDataSource DataSource { get; }

    public MartenCopy Copy { get; }

    public static async Task<RelayFixture> Start()
    {
        var fixture = new RelayFixture(await PostgresOfTheRun.NewDatabase(), await EventStoreDbFixture.Start());
        var form = new EventForm(await KeysOfTheRun.Get());
        using var documents = DocumentStore.For(options =>
        {
            options.Connection(fixture._connectionString);
            options.UseLedger(form);
        });
        await documents.Storage.ApplyAllConfiguredChangesToDatabaseAsync();
        await fixture.Do(MartenCopy.Tables);
        return fixture;
    }

    /// <summary>An event as it is written down, sealed with a key of its own.</summary>
    public static async Task<StoredEvent> Stored(StreamId stream, NewEvent e)
    {
        var keys = await KeysOfTheRun.Get();
        return new EventForm(keys).Store(stream, e, await keys.New(CancellationToken.None));
    }

    public async Task Do(string statement)
    {
        await using var command = DataSource.CreateCommand(statement);
        await command.ExecuteNonQueryAsync();
    }

    public async Task<long> Ask(string question)
    {
        await using var command = DataSource.CreateCommand(question);
        return (long)(await command.ExecuteScalarAsync())!;
    }

    /// <summary>Runs relays, a new one whenever one has failed, until cancelled.</summary>
    /// <returns>How many events they have copied.</returns>
    public async Task<long> Relay(ICopy copy, CancellationToken stop)
    {
        var copied = 0L;
        while (true)
        {
            var progress = new RelayProgress(TimeProvider.System);
            try
            {
                await new LedgerRelay(Ledger.Ledger, copy, progress).Run(stop);
            }
            catch (OperationCanceledException) when (stop.IsCancellationRequested)
            {
                return copied + progress.Status.Events;
            }
            catch (Exception e) when (e is CrashException || PostgresOutage.Is(e))
            {
                copied += progress.Status.Events;
            }
        }
    }

    /// <summary>Waits until everything that is in the ledger now was copied.</summary>
    public async Task Copied()
    {
        var end = await Ledger.Ledger.LastPosition(CancellationToken.None);
        await Eventually.Get(() => Ask("select position from relay.checkpoint"), position => position >= end, pause: TimeSpan.FromMilliseconds(1));
    }

    /// <summary>Holds that the copy is the same as the ledger, event by event and in its order; says how many there are.</summary>
    public async Task<long> Same()
    {
        var (until, sequence) = await Copy.Last(CancellationToken.None);
        await using var copy = new PostgresLedger(DataSource, TimeProvider.System);
        var last = await LedgerComparison.Run(Ledger.Ledger, until, copy, sequence).LastAsync();
        Assert.Null(last.Difference);
        Assert.Equal(await Ledger.Ledger.LastPosition(CancellationToken.None), last.Position);
        Assert.Equal(await Ask("select count(*) from register.mt_events"), last.Same);
        Assert.Equal(0, await Ask("select count(*) from register.mt_streams s where version <> (select count(*) from register.mt_events e where e.stream_id = s.id)"));
        return last.Same;
    }

    public async ValueTask DisposeAsync()
    {
        await Ledger.DisposeAsync();
        await _relays.DisposeAsync();
        await DataSource.DisposeAsync();
    }
}

/// <summary>A relay that crashed at this point.</summary>
internal sealed class CrashException() : Exception("The relay crashed.");
