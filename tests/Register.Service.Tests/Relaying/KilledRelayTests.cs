using Register.Domain;
using Register.EventStore;
using Register.Service.Tests.EventStore.StandIn;
using static Register.Service.Tests.EventStore.EventStoreDb.EventStoreDbFixture;

namespace Register.Service.Tests.Relaying;

/// <summary>Faults drawn by a seed at any point of the relay: what the copy holds is always the beginning of the ledger, each event once.</summary>
public sealed class KilledRelayTests
{
    private const int Seeds = 1000;

    private static readonly CopyFault[] CopyFaults = Enum.GetValues<CopyFault>();
    private static readonly DeliveryFault[] DeliveryFaults = Enum.GetValues<DeliveryFault>();

    [Fact]
    public async Task Killed_anywhere_the_relay_loses_nothing_doubles_nothing_and_keeps_the_order()
    {
        await using var relayed = await RelayFixture.Start();
        await relayed.Do(CrashingCopy.FailingCommits);
        var random = new Random(0);
        var drawing = new Lock();
        T Next<T>(T[] faults, int oneOf)
        {
            lock (drawing)
                return random.Next(oneOf) == 0 ? faults[random.Next(faults.Length)] : faults[0];
        }

        relayed.Ledger.Cluster.OnDelivery = () => Next(DeliveryFaults, 40);
        var copy = new CrashingCopy(relayed, () => Next(CopyFaults, 2), count =>
        {
            lock (drawing)
                return random.Next(count);
        });
        using var stop = new CancellationTokenSource();
        var relays = relayed.Relay(copy, stop.Token);
        var events = 0;
        for (var seed = 0; seed < Seeds; seed++)
        {
            lock (drawing)
                random = new Random(seed);
            events += await Append(relayed, new Random(seed));
            await relayed.Copied();
            Assert.True(events == await relayed.Ask("select count(*) from register.mt_events"), $"Seed {seed}: the copy has not what the ledger has.");
        }
        await stop.CancelAsync();
        await relays;

        Assert.Equal(events, await relayed.Same());
        Assert.All(CopyFaults, fault => Assert.True(copy.Met.GetValueOrDefault(fault) > 0, $"{fault} was never met."));
    }

    [Fact]
    public async Task Of_two_relays_at_once_one_copies_each_event()
    {
        await using var relayed = await RelayFixture.Start();
        using var stop = new CancellationTokenSource();
        Task<long>[] relays = [relayed.Relay(relayed.Copy, stop.Token), relayed.Relay(relayed.Copy, stop.Token)];
        var events = (await Task.WhenAll(Enumerable.Range(0, 4).Select(async writer =>
        {
            var random = new Random(writer);
            var count = 0;
            for (var i = 0; i < 100; i++)
                count += await Append(relayed, random);
            return count;
        }))).Sum();
        await relayed.Copied();
        await stop.CancelAsync();

        Assert.Equal(events, (await Task.WhenAll(relays)).Sum());
        Assert.Equal(events, await relayed.Same());
        Assert.Equal(events, await relayed.Ask("select max(seq_id) from register.mt_events")); // no gap, at which projections would wait
    }

    // Several events each to a few streams, old and new ones.
    private static async Task<int> Append(RelayFixture relayed, Random random)
    {
        var count = 0;
        foreach (var stream in Enumerable.Range(0, 1 + random.Next(3)).Select(_ => NewStream()))
        {
            var version = 0L;
            for (var i = 0; i < 1 + random.Next(2); i++)
            {
                NewEvent[] events = [.. Enumerable.Range(0, 1 + random.Next(3)).Select(n => AnEvent($"{n}"))];
                version = ((AppendResult.Appended)await relayed.Ledger.Append(stream, version, events)).Version;
                count += events.Length;
            }
        }
        return count;
    }
}
