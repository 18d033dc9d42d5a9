using Register.Domain;
using Register.EventStore;
using Register.EventStore.EventStoreDb;
using Register.EventStore.Ledger;
using Register.EventStore.Marten;
using Register.EventStore.Relay;
using Register.Service.Tests.EventStore;
using Register.Service.Tests.EventStore.EventStoreDb;
using static Register.Service.Tests.EventStore.EventStoreDb.EventStoreDbFixture;

namespace Register.Service.Tests.Relaying;

/// <summary>What a relay copies, and what it refuses to copy.</summary>
public sealed class RelayTests
{
    private static readonly StreamId Elsewhere = NewStream();

    [Fact]
    public async Task A_long_ledger_is_copied_in_its_order_with_streams_woven_into_each_other()
    {
        await using var relayed = await RelayFixture.Start();
        var streams = Enumerable.Range(0, 7).Select(_ => NewStream()).ToArray();
        for (var version = 0; version < 400; version++)
        {
            foreach (var stream in streams)
                await relayed.Ledger.Append(stream, version, AnEvent($"{version}"));
        }

        await Copy(relayed);
        Assert.Equal(2800, await relayed.Same());
    }

    [Fact]
    public async Task An_empty_database_is_filled_from_the_ledger_alone()
    {
        await using var relayed = await RelayFixture.Start();
        await relayed.Ledger.Append(NewStream(), 0, AnEvent("a"), AnEvent("b"));
        await Copy(relayed);
        await relayed.Do("truncate register.mt_events, register.mt_streams, relay.checkpoint cascade");
        await relayed.Do(MartenCopy.Tables);
        await Copy(relayed);
        Assert.Equal(2, await relayed.Same());
    }

    [Fact]
    public async Task Where_the_copy_holds_something_else_the_relay_stops_and_overwrites_nothing()
    {
        await using var relayed = await RelayFixture.Start();
        var stream = NewStream();
        await relayed.Ledger.Append(stream, 0, AnEvent("a"));
        await Copy(relayed);
        var foreign = AnEvent("of somebody else's");
        await using (var copy = new PostgresLedger(relayed.DataSource, TimeProvider.System))
            await copy.Append(stream, 1, [await RelayFixture.Stored(stream, foreign)], CancellationToken.None);
        await relayed.Ledger.Append(NewStream(), 0, AnEvent("of another stream"));
        var ours = AnEvent("b");
        await relayed.Ledger.Append(stream, 1, ours);

        var refusal = await Assert.ThrowsAsync<CopyDiffersException>(() => relayed.Relay(relayed.Copy, CancellationToken.None));
        Assert.Contains($"The copy has {stream} at version 2", refusal.Message, StringComparison.Ordinal);
        Assert.Contains(ours.Id.ToString(), refusal.Message, StringComparison.Ordinal);
        // What stands before it in the ledger may have been a batch of its own.
        Assert.Equal(2, await relayed.Ask($"select count(*) from register.mt_events where stream_id = '{stream}'"));
        Assert.Equal(0, await relayed.Ask($"select count(*) from register.mt_events where id = '{ours.Id}'"));
    }

    [Fact]
    public async Task A_ledger_that_has_lost_what_was_copied_is_refused()
    {
        await using var relayed = await RelayFixture.Start();
        await relayed.Ledger.Append(NewStream(), 0, AnEvent("a"), AnEvent("b"));
        await Copy(relayed);

        await using var older = await EventStoreDbFixture.Start(nodes: 1);
        await older.Append(NewStream(), 0, AnEvent("a"), AnEvent("b"), AnEvent("c"));
        await Refused(relayed, older.Ledger, "does not hold the last event that was copied");
    }

    [Fact]
    public async Task A_ledger_that_holds_the_same_events_elsewhere_is_refused()
    {
        await using var relayed = await RelayFixture.Start();
        var (stream, e) = (NewStream(), AnEvent("a"));
        await relayed.Ledger.Append(stream, 0, e);
        await Copy(relayed);

        await using var moved = await EventStoreDbFixture.Start(nodes: 1);
        await moved.Append(NewStream(), 0, AnEvent("something first"));
        await moved.Append(stream, 0, e);
        await Refused(relayed, moved.Ledger, "it is another ledger");
    }

    [Fact]
    public async Task A_database_that_was_a_ledger_itself_is_refused()
    {
        await using var relayed = await RelayFixture.Start();
        await using (var copy = new PostgresLedger(relayed.DataSource, TimeProvider.System))
            await copy.Append(Elsewhere, 0, [await RelayFixture.Stored(Elsewhere, AnEvent("a"))], CancellationToken.None);
        await Refused(relayed, relayed.Ledger.Ledger, "it was a ledger itself");
    }

    [Theory]
    [InlineData("delete from register.mt_events where version = 2", "The copy lacks")]
    [InlineData("update register.mt_events set id = gen_random_uuid() where version = 2", "another id")]
    [InlineData("update register.mt_events set type = 'case-opened' where version = 2", "another name")]
    [InlineData("update register.mt_events set timestamp = timestamp + interval '1 second' where version = 2", "another metadata")]
    [InlineData("update register.mt_events set data = data || '{\"x\": 1}' where version = 2", "another data")]
    [InlineData("""
        insert into register.mt_events (seq_id, id, stream_id, version, data, type, timestamp, correlation_id, headers)
        select nextval('register.mt_events_sequence'), gen_random_uuid(), stream_id, 4, data, type, timestamp, correlation_id, headers
        from register.mt_events where version = 3
        """, "which the ledger does not have")]
    [InlineData("update register.mt_events set seq_id = seq_id + 100 where version = 2", "the order differs")]
    public async Task The_first_difference_is_named(string damage, string words)
    {
        await using var relayed = await RelayFixture.Start();
        await relayed.Ledger.Append(NewStream(), 0, AnEvent("a"), AnEvent("b"), AnEvent("c"));
        await Copy(relayed);
        await relayed.Do(damage);

        var (until, _) = await relayed.Copy.Last(CancellationToken.None);
        await using var copy = new PostgresLedger(relayed.DataSource, TimeProvider.System);
        var last = await LedgerComparison.Run(relayed.Ledger.Ledger, until, copy, long.MaxValue).LastAsync();
        Assert.Contains(words, last.Difference, StringComparison.Ordinal);
    }

    [Fact]
    public void How_long_the_copy_has_been_behind_is_counted_from_when_it_was_level()
    {
        var time = new StoppedTime();
        var progress = new RelayProgress(time);
        progress.LedgerAt(10);
        time.Seconds = 3;
        Assert.Equal((10, 0, TimeSpan.FromSeconds(3), null), (progress.Status.Ledger, progress.Status.Copied, progress.Status.Behind, progress.Status.Away));
        progress.CopiedTo(10, 2);
        time.Seconds = 5;
        Assert.Equal(TimeSpan.Zero, progress.Status.Behind);
        progress.LedgerAt(12);
        time.Seconds = 6;
        Assert.Equal(TimeSpan.FromSeconds(1), progress.Status.Behind);
        Assert.Equal([true, false, false], [progress.LedgerAway("gone"), progress.LedgerAway("gone"), progress.Stopped("gone")]);
    }

    private static async Task Copy(RelayFixture relayed)
    {
        using var stop = new CancellationTokenSource();
        var relay = relayed.Relay(relayed.Copy, stop.Token);
        await relayed.Copied();
        await stop.CancelAsync();
        await relay;
    }

    private static async Task Refused(RelayFixture relayed, EventStoreDbLedger ledger, string words)
    {
        var relay = new LedgerRelay(ledger, relayed.Copy, new(TimeProvider.System));
        var refusal = await Assert.ThrowsAsync<ForeignLedgerException>(() => relay.Run(CancellationToken.None));
        Assert.Contains(words, refusal.Message, StringComparison.Ordinal);
    }

    private sealed class StoppedTime : TimeProvider
    {
        public int Seconds { get; set; }

        public override long TimestampFrequency => 1;

        public override long GetTimestamp() => Seconds;
    }
}
