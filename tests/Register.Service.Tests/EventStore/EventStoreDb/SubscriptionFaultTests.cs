using Register.EventStore;
using Register.Service.Tests.EventStore.StandIn;
using Register.Service.Tests.Running;
using static Register.Service.Tests.EventStore.EventStoreDb.EventStoreDbFixture;

namespace Register.Service.Tests.EventStore.EventStoreDb;

/// <summary>A subscription gives each event once and in order, whatever becomes of the nodes and the connections.</summary>
public sealed class SubscriptionFaultTests
{
    private const int Count = 60;

    public static TheoryData<string> Faults => [.. Enum.GetNames<DeliveryFault>()];

    [Theory]
    [MemberData(nameof(Faults))]
    public async Task A_subscription_that_meets_a_fault_has_no_gap_and_no_double(string fault)
    {
        await using var ledger = await Start();
        var delivery = 0;
        ledger.Cluster.OnDelivery = () => Interlocked.Increment(ref delivery) is < Count and var nth && nth % 7 == 3
            ? Enum.Parse<DeliveryFault>(fault)
            : DeliveryFault.None;
        await Append(ledger, Count / 2);

        using var deadline = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        var seen = ledger.Store.SubscribeAll(0, deadline.Token).Take(Count).ToListAsync(deadline.Token).AsTask();
        await Append(ledger, Count - Count / 2);

        Assert.Equal(await ledger.Store.ReadAll(0, CancellationToken.None).Select(e => e.Id).ToListAsync(), (await seen).Select(e => e.Id));
    }

    [Fact]
    public async Task A_subscription_outlives_the_death_of_all_nodes()
    {
        await using var ledger = await Start();
        await Append(ledger, 3);
        using var deadline = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        await using var events = ledger.Store.SubscribeAll(0, deadline.Token).GetAsyncEnumerator(deadline.Token);
        var seen = new List<Guid>();
        for (var i = 0; i < 3; i++)
            seen.Add(await Next(events));

        foreach (var node in ledger.Cluster.Nodes)
            node.Die();
        var next = Next(events);
        await Assert.ThrowsAsync<LedgerUnavailableException>(() => ledger.Append(NewStream(), 0, AnEvent("nobody there")));
        Assert.False(next.IsCompleted);

        foreach (var node in ledger.Cluster.Nodes)
            node.Return();
        await Append(ledger, 1);
        seen.Add(await next);
        Assert.Equal(await ledger.Store.ReadAll(0, CancellationToken.None).Select(e => e.Id).ToListAsync(), seen);
    }

    [Fact]
    public async Task A_ledger_that_holds_nothing_yet_is_followed_from_its_first_event()
    {
        await using var ledger = await Start();
        using var deadline = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        var first = ledger.Store.SubscribeAll(0, deadline.Token).FirstAsync(deadline.Token).AsTask();
        await Eventually.Get(() => Task.FromResult(ledger.Cluster.WentLive), live => live > 0);
        await Append(ledger, 1);
        Assert.Equal(await ledger.Store.ReadAll(0, CancellationToken.None).Select(e => e.Id).SingleAsync(), (await first).Id);
    }

    [Fact]
    public async Task A_consumer_that_does_not_take_is_not_sent_the_ledger()
    {
        await using var ledger = await Start(nodes: 1);
        const int count = 1000;
        var large = new string('x', 100_000);
        var stream = NewStream();
        for (var version = 0; version < count; version += 10)
            await ledger.Append(stream, version, [.. Enumerable.Range(0, 10).Select(_ => AnEvent(large))]);

        using var deadline = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        await using var events = ledger.Store.SubscribeAll(0, deadline.Token).GetAsyncEnumerator(deadline.Token);
        await Next(events);

        // Until the server cannot send any more: what it was then rid of is in the connection and in memory here.
        var before = -1;
        await Eventually.Get(() => Task.FromResult(ledger.Cluster.Delivered), now => before == (before = now) && now > 0);
        Assert.InRange(ledger.Cluster.Delivered, 1, count / 2);

        for (var i = 1; i < count; i++)
            await Next(events);
    }

    private static async Task Append(EventStoreDbFixture ledger, int count)
    {
        for (var i = 0; i < count; i++)
            Assert.IsType<AppendResult.Appended>(await ledger.Append(NewStream(), 0, AnEvent($"{i}")));
    }

    private static async Task<Guid> Next(IAsyncEnumerator<RecordedEvent> events)
    {
        Assert.True(await events.MoveNextAsync());
        return events.Current.Id;
    }
}
