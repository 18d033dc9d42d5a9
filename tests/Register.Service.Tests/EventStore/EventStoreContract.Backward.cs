using Register.Domain;
using Register.EventStore;

namespace Register.Service.Tests.EventStore;

/// <summary>What every ledger promises of a stream that is read backward.</summary>
public abstract partial class EventStoreContract
{
    [Theory]
    [InlineData(null, 10, "dcba")]
    [InlineData(null, 4, "dcba")]
    [InlineData(null, 3, "dcb")]
    [InlineData(null, 1, "d")]
    [InlineData(null, 0, "")]
    [InlineData(4L, 10, "dcba")]
    [InlineData(3L, 10, "cba")]
    [InlineData(3L, 2, "cb")]
    [InlineData(1L, 10, "a")]
    [InlineData(0L, 10, "")]
    [InlineData(5L, 2, "dc")]
    [InlineData(700L, 10, "dcba")]
    public async Task A_stream_is_read_backward_from_its_end_or_a_version_up_to_a_limit(long? from, int limit, string expected)
    {
        var stream = NewStream();
        await Append(stream, 0, AnEvent("a"), AnEvent("b"));
        await Append(NewStream(), 0, AnEvent("another's"));
        await Append(stream, 2, AnEvent("c"), AnEvent("d"));
        Assert.Equal(expected, string.Concat(Reasons(await ReadBackward(stream, from, limit))));
    }

    [Theory]
    [InlineData(null)]
    [InlineData(0L)]
    [InlineData(1L)]
    [InlineData(7L)]
    public async Task A_stream_that_nobody_wrote_has_no_events_backward_either(long? from) => Assert.Empty(await ReadBackward(NewStream(), from));

    [Fact]
    public async Task An_event_read_backward_is_the_one_read_forward_and_what_is_sealed_in_it_is_opened() // R37
    {
        var stream = NewStream();
        await Append(stream, 0, AnEvent("Zoë O’Brien", causation: Guid.NewGuid()), AnEvent("ليلى"), AnEvent("小青"));
        var read = await ReadBackward(stream);
        Assert.Equal(["小青", "ليلى", "Zoë O’Brien"], Reasons(read));
        Assert.Equal(await Read(stream), Enumerable.Reverse(read));
    }

    private async Task<IReadOnlyList<RecordedEvent>> ReadBackward(StreamId stream, long? from = null, int limit = int.MaxValue) =>
        await Store.ReadStreamBackward(stream, from, limit, CancellationToken.None).ToListAsync();
}
