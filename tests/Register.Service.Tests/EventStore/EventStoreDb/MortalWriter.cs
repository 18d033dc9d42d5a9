using Register.Domain;
using Register.EventStore;
using Register.EventStore.EventStoreDb;

namespace Register.Service.Tests.EventStore.EventStoreDb;

/// <summary>Somebody who appends, and can be killed at any point of it: what they knew and every connection they had are gone.</summary>
internal sealed class MortalWriter(EventStoreDbFixture fixture) : IDisposable
{
    // How far a process comes with an append before it is killed: from nowhere to the end.
    private const int Steps = 400;

    private EventStoreDbLedger? _ledger;
    private IEventStore? _store;

    /// <summary>How often it was killed before its events were stored.</summary>
    public int KilledBefore { get; private set; }

    /// <summary>How often it was killed when its events were stored.</summary>
    public int KilledAfter { get; private set; }

    /// <summary>Appends, again and again while the outcome is unknown, as the port says.</summary>
    public async Task<AppendResult> Append(StreamId stream, ExpectedVersion expected, NewEvent[] events)
    {
        while (true)
        {
            try
            {
                return await (await Store()).Append(stream, expected, events, CancellationToken.None);
            }
            catch (LedgerUnavailableException)
            {
                // It is sent again.
            }
        }
    }

    /// <summary>Appends, is killed at some point, and appends again when it is started anew: as a command that is repeated, which is looked for first.</summary>
    public async Task<AppendResult> DieAndAppend(StreamId stream, ExpectedVersion expected, NewEvent[] events, Random random)
    {
        await Die((await Store()).Append, stream, expected, events, random.Next(Steps));
        if ((await fixture.Ids(stream)).Contains(events[0].Id))
            KilledAfter++;
        else
            KilledBefore++;
        while (true)
        {
            try
            {
                var stored = await (await Store()).ReadStream(stream, 1, CancellationToken.None).Select(e => e.Id).ToListAsync();
                if (stored.IndexOf(events[0].Id) is >= 0 and var at)
                    return new AppendResult.Appended(at + events.Length);
                if (await (await Store()).Append(stream, stored.Count, events, CancellationToken.None) is AppendResult.Appended appended)
                    return appended;
            }
            catch (LedgerUnavailableException)
            {
                // It is looked for again.
            }
        }
    }

    public void Dispose()
    {
        _ledger?.Dispose();
        (_ledger, _store) = (null, null);
    }

    private async Task Die(
        Func<StreamId, ExpectedVersion, IReadOnlyList<NewEvent>, CancellationToken, Task<AppendResult>> append,
        StreamId stream,
        ExpectedVersion expected,
        NewEvent[] events,
        int steps)
    {
        using var end = new CancellationTokenSource();
        var appending = append(stream, expected, events, end.Token);
        for (var i = 0; i < steps && !appending.IsCompleted; i++)
            await Task.Yield();
        await end.CancelAsync();
        Dispose();
        await appending.ContinueWith(_ => { }, CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
    }

    private async Task<IEventStore> Store()
    {
        _ledger ??= new(ConnectionString.Parse(fixture.Cluster.ConnectionString()), TimeProvider.System);
        return _store ??= await KeysOfTheRun.StoreOver(_ledger);
    }
}
