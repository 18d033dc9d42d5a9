using Register.Domain;
using Register.Domain.FitnessToPractise;
using Register.EventStore;
using Register.EventStore.Canonical;
using Register.EventStore.Ledger;

namespace Register.Service.Tests.EventStore;

/// <summary>What every ledger promises, whichever it is.</summary>
public abstract partial class EventStoreContract
{
    private static readonly DateTimeOffset Now = new(2026, 11, 23, 12, 0, 0, 123, 456, TimeSpan.Zero);

    /// <summary>The ledger under test.</summary>
    protected abstract IEventStore Store { get; }

    /// <summary>The same ledger as a store of bytes.</summary>
    protected abstract ILedger Bytes { get; }

    [Fact]
    public async Task A_stream_that_nobody_wrote_has_no_events() => Assert.Empty(await Read(NewStream()));

    [Fact]
    public async Task An_event_is_read_as_it_was_appended()
    {
        var stream = NewStream();
        var e = AnEvent("first", causation: Guid.NewGuid());
        Assert.Equal(new AppendResult.Appended(1), await Append(stream, 0, e));

        var read = Assert.Single(await Read(stream));
        Assert.Equal((stream, 1L, e.Id, "case-closed", e.Data, e.Metadata), (read.Stream, read.Version, read.Id, read.Name, read.Data, read.Metadata));
        Assert.True(read.Position > 0);
    }

    [Fact]
    public async Task The_last_position_is_that_of_the_event_recorded_last()
    {
        var stream = NewStream();
        await Append(stream, 0, AnEvent("a"), AnEvent("b"));
        Assert.Equal((await Read(stream))[^1].Position, await Store.LastPosition(CancellationToken.None));
    }

    [Fact]
    public async Task Events_appended_together_are_in_order_and_all_there()
    {
        var stream = NewStream();
        Assert.Equal(new AppendResult.Appended(3), await Append(stream, 0, AnEvent("a"), AnEvent("b"), AnEvent("c")));
        Assert.Equal(["a", "b", "c"], Reasons(await Read(stream)));
        Assert.Equal(["b", "c"], Reasons(await Read(stream, from: 2)));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    public async Task An_append_at_a_version_that_a_new_stream_is_not_at_changes_nothing(long expected)
    {
        var stream = NewStream();
        Assert.Equal(new AppendResult.WrongVersion(0), await Append(stream, expected, AnEvent("x")));
        Assert.Empty(await Read(stream));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(3)]
    public async Task An_append_at_another_version_than_the_streams_changes_nothing(long expected)
    {
        var stream = NewStream();
        await Append(stream, 0, AnEvent("a"), AnEvent("b"));
        Assert.Equal(new AppendResult.WrongVersion(2), await Append(stream, expected, AnEvent("x")));
        Assert.Equal(["a", "b"], Reasons(await Read(stream)));
    }

    [Fact]
    public async Task Of_many_appends_at_one_version_exactly_one_is_made()
    {
        var stream = NewStream();
        var results = await Task.WhenAll(Enumerable.Range(0, 50).Select(i => Append(stream, 0, AnEvent($"{i}"))));
        Assert.Single(results.OfType<AppendResult.Appended>());
        Assert.Single(await Read(stream));
    }

    [Fact]
    public async Task An_append_sent_again_is_not_made_again()
    {
        var stream = NewStream();
        NewEvent[] events = [AnEvent("a"), AnEvent("b")];
        await Append(stream, 0, events);

        // A ledger that knows the events by their ids confirms them; one that does not says that the stream is further on.
        Assert.Contains(await Append(stream, 0, events), new AppendResult[] { new AppendResult.Appended(2), new AppendResult.WrongVersion(2) });
        Assert.Equal(events.Select(e => e.Id), (await Read(stream)).Select(e => e.Id));
    }

    [Fact]
    public async Task A_stream_of_any_length_is_read_whole_and_so_is_the_ledger()
    {
        var stream = NewStream();
        var before = await Store.LastPosition(CancellationToken.None);
        for (var version = 0; version < 1024; version += 128)
        {
            var part = Enumerable.Range(version, 128).Select(i => AnEvent($"{i}"));
            Assert.Equal(new AppendResult.Appended(version + 128), await Append(stream, version, [.. part]));
        }

        var all = Enumerable.Range(0, 1024).Select(i => $"{i}").ToList();
        Assert.Equal(all, Reasons(await Read(stream)));
        Assert.Equal(all[^1..], Reasons(await Read(stream, from: 1024)));
        Assert.Empty(await Read(stream, from: 1025));
        Assert.Equal(Enumerable.Reverse(all), Reasons(await ReadBackward(stream)));
        Assert.Equal(Enumerable.Range(0, 700).Select(i => $"{1000 - i}"), Reasons(await ReadBackward(stream, from: 1001, limit: 700)));
        Assert.Equal(all, Reasons(await Store.ReadAll(before, CancellationToken.None).Where(e => e.Stream == stream).ToListAsync()));
    }

    [Fact]
    public async Task A_subscription_ends_when_it_is_cancelled()
    {
        var stream = NewStream();
        await Append(stream, 0, AnEvent("a"), AnEvent("b"));
        var first = (await Read(stream))[0].Position;
        using var stop = new CancellationTokenSource();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () =>
        {
            await foreach (var e in Store.SubscribeAll(first, stop.Token))
                await stop.CancelAsync();
        });
    }

    [Fact]
    public async Task Everything_is_read_in_ledger_order_from_any_position()
    {
        var (one, two) = (NewStream(), NewStream());
        await Append(one, 0, AnEvent("1"));
        await Append(two, 0, AnEvent("2"));
        await Append(one, 1, AnEvent("3"));

        var all = await Store.ReadAll(0, CancellationToken.None).Where(e => e.Stream == one || e.Stream == two).ToListAsync();
        Assert.Equal(["1", "2", "3"], Reasons(all));
        Assert.True(all[0].Position < all[1].Position && all[1].Position < all[2].Position);

        var rest = await Store.ReadAll(all[0].Position, CancellationToken.None).Where(e => e.Stream == one || e.Stream == two).ToListAsync();
        Assert.Equal(["2", "3"], Reasons(rest));
    }

    [Fact]
    public async Task A_subscription_sees_what_was_there_and_then_what_comes_each_once_and_in_order()
    {
        var streams = Enumerable.Range(0, 20).Select(_ => NewStream()).ToList();
        await Task.WhenAll(streams.Take(10).Select(s => Append(s, 0, AnEvent("old"))));

        using var deadline = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        var seen = Store.SubscribeAll(0, deadline.Token).Where(e => streams.Contains(e.Stream)).Take(20).ToListAsync(deadline.Token).AsTask();
        await Task.WhenAll(streams.Skip(10).Select(s => Append(s, 0, AnEvent("new"))));

        var events = await seen;
        Assert.Equal(streams.ToHashSet(), events.Select(e => e.Stream).ToHashSet());
        Assert.Equal(events.Select(e => e.Position).Order(), events.Select(e => e.Position));
    }

    [Fact]
    public async Task A_subscription_resumes_from_a_position_without_gap_or_double()
    {
        var stream = NewStream();
        await Append(stream, 0, [.. Enumerable.Range(0, 6).Select(i => AnEvent($"{i}"))]);
        using var deadline = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        var first = await Store.SubscribeAll(0, deadline.Token).Where(e => e.Stream == stream).Take(3).ToListAsync(deadline.Token);
        var rest = await Store.SubscribeAll(first[^1].Position, deadline.Token).Where(e => e.Stream == stream).Take(3).ToListAsync(deadline.Token);
        Assert.Equal(["0", "1", "2", "3", "4", "5"], Reasons([.. first, .. rest]));
    }

    [Fact]
    public async Task Any_number_will_do_to_read_or_to_follow_the_ledger_after_whatever_is_there()
    {
        var stream = NewStream();
        await Append(stream, 0, AnEvent("0"), AnEvent("1"));
        var first = (await Read(stream))[0].Position;
        using var deadline = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        foreach (var (after, expected) in new[] { (1, "0"), (first - 1, "0"), (first, "1") })
        {
            Assert.Equal(expected, Reasons([await Store.ReadAll(after, deadline.Token).FirstAsync(e => e.Stream == stream, deadline.Token)]).Single());
            Assert.Equal(expected, Reasons([await Store.SubscribeAll(after, deadline.Token).FirstAsync(e => e.Stream == stream, deadline.Token)]).Single());
        }
        Assert.Empty(await Store.ReadAll(long.MaxValue, deadline.Token).ToListAsync(deadline.Token));
    }

    [Fact]
    public async Task Positions_follow_the_order_of_commits_while_many_append()
    {
        // A reader that goes on from the last position it saw misses nothing that is committed later.
        using var deadline = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        var streams = Enumerable.Range(0, 300).Select(_ => NewStream()).ToHashSet();
        var seen = Store.SubscribeAll(0, deadline.Token).Where(e => streams.Contains(e.Stream)).Take(300).ToListAsync(deadline.Token).AsTask();
        await Parallel.ForEachAsync(streams, new ParallelOptions { MaxDegreeOfParallelism = 32 }, async (s, _) => await Append(s, 0, AnEvent("x")));
        Assert.Equal(streams, (await seen).Select(e => e.Stream).ToHashSet());
    }

    [Fact]
    public async Task Text_in_any_script_comes_back_as_given()
    {
        var stream = NewStream();
        const string text = "Zoë O’Brien · ليلى · 小青 · Đặng · \"quoted\" \\ 🩺";
        await Append(stream, 0, AnEvent(text));
        Assert.Equal([text], Reasons(await Read(stream)));
    }

    [Fact]
    public async Task An_event_has_the_same_canonical_bytes_in_every_ledger()
    {
        var stream = new CaseId(Guid.Parse("0189f7ea-ae2c-7809-8aeb-b819cf5e9e7f")).Stream;
        var data = """{ "on": "2026-11-23", "reasons": "Zoë \u4e0e 🩺", "hours": [0.60, 3.50, 1E+3, -0.0, 12], "b": {"z": 1, "Y": []}, "a": null }""";
        var e = new StoredEvent(
            Guid.Parse("0189f7ea-ae2c-7809-8aeb-b819cf5e9e80"), "case-closed", System.Text.Encoding.UTF8.GetBytes(data),
            AnEvent("", causation: Guid.Parse("0189f7ea-ae2c-7809-8aeb-b819cf5e9e81")).Metadata with { RequestId = Guid.Parse("0189f7ea-ae2c-7809-8aeb-b819cf5e9e82") });
        await Bytes.Append(stream, 0, [e], CancellationToken.None);

        var read = await Bytes.ReadStream(stream, 1, CancellationToken.None).SingleAsync();
        Assert.Equal("ce4402ac4ea71159968b0ed164b1da8195d0955859a40f32ce11af155aa5c28d", CanonicalForm.Sha256(read));
        var found = await Bytes.ReadAll(read.Position - 1, CancellationToken.None).FirstAsync();
        Assert.Equal((stream, CanonicalForm.Sha256(read)), (found.Stream, CanonicalForm.Sha256(found)));
    }

    private static StreamId NewStream() => new CaseId(Guid.NewGuid()).Stream;

    private static NewEvent AnEvent(string reasons, Guid? causation = null) => new(
        Guid.NewGuid(),
        new CaseEvent.Closed(reasons, new DateOnly(2026, 11, 23)),
        new EventMetadata(
            Guid.NewGuid(), "CloseCase", new Actor("officer-1", Roles.FtpOfficer, "RR8"), Now, "correlation", causation, "00-trace-span-01"));

    private Task<AppendResult> Append(StreamId stream, ExpectedVersion expected, params NewEvent[] events) =>
        Store.Append(stream, expected, events, CancellationToken.None);

    private async Task<IReadOnlyList<RecordedEvent>> Read(StreamId stream, long from = 1) =>
        await Store.ReadStream(stream, from, CancellationToken.None).ToListAsync();

    private static IEnumerable<string> Reasons(IEnumerable<RecordedEvent> events) => events.Select(e => ((CaseEvent.Closed)e.Data).Reasons);
}
