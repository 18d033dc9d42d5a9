using System.Collections.Concurrent;
using Register.Domain;
using Register.EventStore;
using Register.Service.Tests.EventStore.StandIn;
using static Register.Service.Tests.EventStore.EventStoreDb.EventStoreDbFixture;

namespace Register.Service.Tests.EventStore.EventStoreDb;

/// <summary>Faults drawn by a seed at any point of many appends and of a subscription beside them.</summary>
public sealed class KillTests
{
    private const int Seeds = 1000;
    private const int Writers = 3;
    private const int AppendsOfAWriter = 3;

    // All but the one that takes as long as the deadline.
    private static readonly AppendFault[] AppendFaults = [.. Enum.GetValues<AppendFault>().Where(f => f != AppendFault.Silent)];
    private static readonly DeliveryFault[] DeliveryFaults = Enum.GetValues<DeliveryFault>();

    [Fact]
    public async Task No_acknowledged_event_is_lost_none_is_doubled_and_streams_keep_their_order()
    {
        await using var ledger = await Start();
        using var deadline = new CancellationTokenSource(TimeSpan.FromMinutes(3));
        var acknowledged = new ConcurrentDictionary<(StreamId, long Version), Guid>();
        var end = AnEvent("the end");
        var seen = ledger.Store.SubscribeAll(0, deadline.Token).Select(e => e.Id).TakeWhile(id => id != end.Id).ToListAsync(deadline.Token);

        for (var seed = 0; seed < Seeds; seed++)
        {
            Draw(ledger.Cluster, seed);
            var stream = NewStream();
            var from = acknowledged.Count;
            await Task.WhenAll(Enumerable.Range(0, Writers).Select(writer =>
                Write(ledger, stream, isAtAny: writer == 0, new Random(seed * Writers + writer), acknowledged)));

            ledger.OnAppends();
            var stored = await ledger.Ids(stream);
            Assert.True(
                stored.SequenceEqual(Enumerable.Range(1, acknowledged.Count - from).Select(version => acknowledged[(stream, version)])),
                $"Seed {seed}: the stream is not what was acknowledged.");
        }

        ledger.Cluster.OnDelivery = () => DeliveryFault.None;
        await ledger.Append(NewStream(), 0, end);
        var delivered = await seen;
        Assert.Equal(await ledger.Store.ReadAll(0, deadline.Token).Select(e => e.Id).SkipLast(1).ToListAsync(), delivered);
        Assert.Equal(acknowledged.Values.Order(), delivered.Order());
    }

    // Two appends of five meet a fault, one delivery of twenty. Drawn under a lock: the same seed is the same draw.
    private static void Draw(StandInCluster cluster, int seed)
    {
        var random = new Random(seed);
        var drawing = new Lock();
        T Next<T>(T[] faults, int oneOf, int times)
        {
            lock (drawing)
                return random.Next(oneOf) < times ? faults[random.Next(faults.Length)] : faults[0];
        }

        cluster.OnAppend = () => Next(AppendFaults, 5, 2);
        cluster.OnDelivery = () => Next(DeliveryFaults, 20, 1);
    }

    // As the service does: what failed for good is sent again as it was; at another version, the command decides again. One appends at any.
    private static async Task Write(
        EventStoreDbFixture ledger, StreamId stream, bool isAtAny, Random random, ConcurrentDictionary<(StreamId, long), Guid> acknowledged)
    {
        var version = 0L;
        for (var done = 0; done < AppendsOfAWriter;)
        {
            NewEvent[] events = [.. Enumerable.Range(0, random.Next(1, 4)).Select(i => AnEvent($"{i}"))];
            switch (await Insist(ledger, stream, isAtAny ? ExpectedVersion.Any : version, events))
            {
                case AppendResult.Appended appended:
                    for (var i = 0; i < events.Length; i++)
                        Assert.True(acknowledged.TryAdd((stream, appended.Version - events.Length + i + 1), events[i].Id), "Two appends were acknowledged at one version.");
                    version = appended.Version;
                    done++;
                    break;
                case AppendResult.WrongVersion wrong:
                    version = wrong.Actual;
                    break;
                default:
                    break;
            }
        }
    }

    private static async Task<AppendResult> Insist(EventStoreDbFixture ledger, StreamId stream, ExpectedVersion version, NewEvent[] events)
    {
        while (true)
        {
            try
            {
                return await ledger.Append(stream, version, events);
            }
            catch (LedgerUnavailableException)
            {
                // Its outcome is unknown, as the port says: it is sent again.
            }
        }
    }
}
