using System.Collections.Concurrent;
using Register.Domain;
using Register.EventStore;
using Register.Service.Tests.EventStore.StandIn;
using static Register.Service.Tests.EventStore.EventStoreDb.EventStoreDbFixture;

namespace Register.Service.Tests.EventStore.EventStoreDb;

/// <summary>Faults drawn by a seed at any point of many appends and of a subscription beside them: of the network, of nodes, and of who appends.</summary>
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
        using var deadline = new CancellationTokenSource(TimeSpan.FromMinutes(5));
        MortalWriter[] writers = [.. Enumerable.Range(0, Writers).Select(_ => new MortalWriter(ledger))];
        var acknowledged = new ConcurrentDictionary<(StreamId, long Version), Guid>();
        var end = AnEvent("the end");
        var seen = ledger.Store.SubscribeAll(0, deadline.Token).Select(e => e.Id).TakeWhile(id => id != end.Id).ToListAsync(deadline.Token);

        for (var seed = 0; seed < Seeds; seed++)
        {
            Draw(ledger.Cluster, seed);
            var stream = NewStream();
            var from = acknowledged.Count;
            await Task.WhenAll(writers.Select((writer, nth) =>
                Write(writer, stream, isAtAny: nth == 0, new Random(seed * Writers + nth), acknowledged)));

            ledger.OnAppends();
            var stored = await ledger.Ids(stream);
            Assert.True(
                stored.SequenceEqual(Enumerable.Range(1, acknowledged.Count - from).Select(version => acknowledged[(stream, version)])),
                $"Seed {seed}: the stream is not what was acknowledged.");
        }

        ledger.Cluster.OnDelivery = () => DeliveryFault.None;
        await ledger.Append(NewStream(), 0, end);
        foreach (var writer in writers)
            writer.Dispose();
        var delivered = await seen;
        Assert.Equal(await ledger.Store.ReadAll(0, deadline.Token).Select(e => e.Id).SkipLast(1).ToListAsync(), delivered);
        Assert.Equal(acknowledged.Values.Order(), delivered.Order());
        Assert.True(writers.Sum(w => w.KilledBefore) > 0 && writers.Sum(w => w.KilledAfter) > 0, "Nobody was killed before or after what they appended was stored.");
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

    // As a service does: what failed for good is sent again as it was; at another version, the command decides again. One appends at any. One
    // append of sixteen is met by the death of its process.
    private static async Task Write(
        MortalWriter writer, StreamId stream, bool isAtAny, Random random, ConcurrentDictionary<(StreamId, long), Guid> acknowledged)
    {
        var version = 0L;
        for (var done = 0; done < AppendsOfAWriter;)
        {
            NewEvent[] events = [.. Enumerable.Range(0, random.Next(1, 4)).Select(i => AnEvent($"{i}"))];
            var expected = isAtAny ? ExpectedVersion.Any : version;
            switch (random.Next(16) == 0 ? await writer.DieAndAppend(stream, expected, events, random) : await writer.Append(stream, expected, events))
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
}
