using Register.Domain;
using Register.EventStore;
using Register.EventStore.Ledger;
using Register.EventStore.Personal;

namespace Register.Service.Tests.EventStore;

/// <summary>What every ledger promises of an append at any version.</summary>
public abstract partial class EventStoreContract
{
    [Fact]
    public async Task An_append_at_any_version_begins_a_stream_and_goes_on_where_one_ends()
    {
        var stream = NewStream();
        Assert.Equal(new AppendResult.Appended(2), await Append(stream, ExpectedVersion.Any, AnEvent("a"), AnEvent("b")));
        Assert.Equal(new AppendResult.Appended(3), await Append(stream, ExpectedVersion.Any, AnEvent("c")));
        Assert.Equal(new AppendResult.Appended(4), await Append(stream, 3, AnEvent("d")));
        Assert.Equal(["a", "b", "c", "d"], Reasons(await Read(stream)));
    }

    [Fact]
    public async Task The_same_events_appended_again_at_any_version_change_nothing_and_are_answered_as_the_first_time()
    {
        var stream = NewStream();
        NewEvent[] first = [AnEvent("a"), AnEvent("b")], second = [AnEvent("c")], exact = [AnEvent("d"), AnEvent("e")];
        Assert.Equal(new AppendResult.Appended(2), await Append(stream, ExpectedVersion.Any, first));
        Assert.Equal(new AppendResult.Appended(2), await Append(stream, ExpectedVersion.Any, first));
        await Append(stream, ExpectedVersion.Any, second);
        await Append(stream, 3, exact);

        Assert.Equal(new AppendResult.Appended(2), await Append(stream, ExpectedVersion.Any, first));
        Assert.Equal(new AppendResult.Appended(3), await Append(stream, ExpectedVersion.Any, second));
        Assert.Equal(new AppendResult.Appended(5), await Append(stream, ExpectedVersion.Any, exact));
        Assert.Equal(["a", "b", "c", "d", "e"], Reasons(await Read(stream)));
    }

    [Fact]
    public async Task Of_many_appends_at_any_version_to_one_stream_each_is_made_once_though_all_are_sent_twice()
    {
        var stream = NewStream();
        var appends = Enumerable.Range(0, 40).Select(i => Enumerable.Range(0, 1 + i % 3).Select(part => AnEvent($"{i}.{part}")).ToArray()).ToList();
        var results = await Task.WhenAll(appends.Concat(appends).Select(events => Append(stream, ExpectedVersion.Any, events)));

        var read = await Read(stream);
        Assert.Equal(appends.Sum(events => events.Length), read.Count);
        Assert.Equal(Enumerable.Range(1, read.Count).Select(version => (long)version), read.Select(e => e.Version));
        for (var i = 0; i < results.Length; i++)
        {
            var events = appends[i % appends.Count];
            var version = Assert.IsType<AppendResult.Appended>(results[i]).Version;
            Assert.Equal(events.Select(e => e.Id), read.Take((int)version).TakeLast(events.Length).Select(e => e.Id));
        }
    }

    [Fact]
    public async Task Appends_at_any_version_of_two_instances_and_at_exact_ones_between_them_are_all_made()
    {
        // The store and the ledger below it know nothing of each other's appends.
        var stream = NewStream();
        var events = Enumerable.Range(0, 60).Select(i => AnEvent($"{i}")).ToList();
        await Task.WhenAll(events.Select((e, i) => (i % 3) switch
        {
            0 => Append(stream, ExpectedVersion.Any, e),
            1 => Bytes.Append(stream, ExpectedVersion.Any, [Unsealed(e)], CancellationToken.None),
            _ => AppendAtTheVersionFound(stream, e),
        }));

        var read = await Read(stream);
        Assert.Equal(events.Select(e => e.Id).Order(), read.Select(e => e.Id).Order());
        Assert.Equal(Enumerable.Range(1, events.Count).Select(version => (long)version), read.Select(e => e.Version));
    }

    [Fact]
    public async Task What_many_append_at_any_version_to_a_new_stream_is_sealed_with_one_key() // R37
    {
        var stream = NewStream();
        await Task.WhenAll(Enumerable.Range(0, 10).Select(i => Append(stream, ExpectedVersion.Any, AnEvent($"{i}"))));
        var stored = await Bytes.ReadStream(stream, 1, CancellationToken.None).ToListAsync();
        Assert.Equal(10, stored.Count);
        Assert.Single(stored.SelectMany(e => SealedJson.KeysIn(e.Event.Data)).Distinct());
    }

    private static StoredEvent Unsealed(NewEvent e) =>
        new(e.Id, EventTypes.NameOf(e.Data), System.Text.Json.JsonSerializer.SerializeToUtf8Bytes(e.Data, e.Data.GetType(), EventJson.Options), e.Metadata);

    private async Task<AppendResult> AppendAtTheVersionFound(StreamId stream, NewEvent e)
    {
        var result = await Append(stream, 0, e);
        while (result is AppendResult.WrongVersion wrong)
            result = await Append(stream, wrong.Actual, e);
        return result;
    }
}
