using System.Runtime.CompilerServices;
using Register.Domain;
using Register.EventStore;
using Register.EventStore.Canonical;
using Register.EventStore.Ledger;
using Register.EventStore.Transfer;
using Register.Service.Tests.EventStore;
using Register.Service.Tests.EventStore.EventStoreDb;
using Register.Service.Tests.EventStore.StandIn;

namespace Register.Service.Tests.Transfer;

/// <summary>One ledger's events written into another: here into EventStoreDB, event by event.</summary>
public sealed class LedgerImportTests : IAsyncLifetime
{
    private static readonly EventMetadata Metadata = new(
        Guid.NewGuid(), "CloseCase", new Actor("officer-1", Roles.FtpOfficer, "RR8"), new(2026, 11, 23, 12, 0, 0, 123, 456, TimeSpan.Zero), "correlation", null, "00-trace-01");

    private EventStoreDbFixture _to = null!;

    public async Task InitializeAsync() => _to = await EventStoreDbFixture.Start();

    public async Task DisposeAsync() => await _to.DisposeAsync();

    [Fact]
    public async Task Everything_that_counts_is_kept_and_positions_are_new()
    {
        var events = await Events(300);
        var last = await Import(events);
        Assert.Equal(new ImportProgress(0, 300, null), last);

        var there = await There();
        Assert.Equal(events.Select(e => e.Sha256), there.Select(CanonicalForm.Sha256));
        Assert.Equal(events.Select(e => (e.Event.Stream, e.Event.Version, e.Event.Event.Id, e.Event.Event.Metadata)), there.Select(e => (e.Stream, e.Version, e.Event.Id, e.Event.Metadata)));
        Assert.Equal(new ImportProgress(300, 0, null), await Import(events));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(130)]
    [InlineData(299)]
    public async Task Broken_off_anywhere_it_goes_on_where_it_was(int at)
    {
        var events = await Events(300);
        await Assert.ThrowsAsync<IOException>(() => Import(events, breakOffAfter: at));
        var before = (await There()).Count;
        Assert.InRange(before, 0, at);

        Assert.Equal(new ImportProgress(before, 300 - before, null), await Import(events));
        Assert.Equal(events.Select(e => e.Sha256), (await There()).Select(CanonicalForm.Sha256));
    }

    [Fact]
    public async Task An_append_whose_outcome_is_unknown_is_made_once()
    {
        var events = await Events(20);
        _to.OnAppends(AppendFault.DroppedAfter, AppendFault.DroppedBefore);
        Assert.Equal(20, (await Import(events)).Written);
        Assert.Equal(events.Select(e => e.Sha256), (await There()).Select(CanonicalForm.Sha256));
    }

    [Theory]
    [InlineData("EVENT_ALTERED")]
    [InlineData("VERSION_WRONG")]
    [InlineData("EVENT_UNKNOWN")]
    [InlineData("KEY_MISSING")]
    public async Task What_is_not_right_is_refused_and_nothing_after_it_is_written(string code)
    {
        var events = await Events(20);
        var e = events[10].Event;
        var wrong = code switch
        {
            "VERSION_WRONG" => e with { Version = e.Version + 1 },
            "EVENT_UNKNOWN" => e with { Event = e.Event with { Name = "nobody-knows" } },
            _ => e with { Event = e.Event with { Data = """{"reasons":{"$key":999999999,"$sealed":"AAAA"}}"""u8.ToArray() } },
        };
        events[10] = new(wrong, code == "EVENT_ALTERED" ? events[10].Sha256 : CanonicalForm.Sha256(wrong));

        Assert.Equal(code, (await Import(events)).Refusal?.Code);
        var there = await There();
        Assert.InRange(there.Count, 0, 10);
        Assert.Equal(events.Take(there.Count).Select(x => x.Sha256), there.Select(CanonicalForm.Sha256));
    }

    [Fact]
    public async Task A_ledger_that_holds_anything_else_is_left_as_it_is()
    {
        await _to.Append(EventStoreDbFixture.NewStream(), 0, EventStoreDbFixture.AnEvent("here before"));
        var before = (await There()).Select(CanonicalForm.Sha256).ToList();
        Assert.Equal("LEDGER_NOT_EMPTY", (await Import(await Events(5))).Refusal?.Code);
        Assert.Equal("LEDGER_NOT_EMPTY", (await Import([])).Refusal?.Code);
        Assert.Equal(before, (await There()).Select(CanonicalForm.Sha256));
    }

    private async Task<List<LedgerEvent>> There() => await _to.Ledger.ReadAll(0, CancellationToken.None).ToListAsync();

    private async Task<ImportProgress> Import(IReadOnlyList<HashedLedgerEvent> events, int breakOffAfter = int.MaxValue) =>
        await new LedgerImport(_to.Ledger, await KeysOfTheRun.Get(), await KeysOfTheRun.Own()).Run(Sent(events, breakOffAfter), CancellationToken.None).LastAsync();

    private static async IAsyncEnumerable<HashedLedgerEvent> Sent(
        IReadOnlyList<HashedLedgerEvent> events, int breakOffAfter, [EnumeratorCancellation] CancellationToken cancellation = default)
    {
        for (var i = 0; i < events.Count; i++)
        {
            if (i == breakOffAfter)
                throw new IOException("Broken off.");
            yield return events[i];
            await Task.Yield();
        }
    }

    /// <summary>Events of a few streams in turns, one of them longer than goes into one append, with something sealed in each.</summary>
    private static async Task<List<HashedLedgerEvent>> Events(int count)
    {
        var keys = await KeysOfTheRun.Get();
        var (form, key) = (new EventForm(keys), await keys.New(CancellationToken.None));
        var streams = Enumerable.Range(0, 3).Select(_ => EventStoreDbFixture.NewStream()).ToList();
        var versions = streams.ToDictionary(s => s, _ => 0L);
        return
        [
            .. Enumerable.Range(0, count).Select(i =>
            {
                var stream = streams[i < 140 ? i % 7 % 3 : 0];
                var data = EventStoreDbFixture.AnEvent($"reason {i}").Data;
                var e = new LedgerEvent(stream, ++versions[stream], (i + 1) * 1000, form.Store(stream, new(Guid.NewGuid(), data, Metadata), key));
                return new HashedLedgerEvent(e, CanonicalForm.Sha256(e));
            }),
        ];
    }
}
