using BitFaster.Caching.Lru;
using Register.EventStore.Keys;
using Register.EventStore.Personal;

namespace Register.EventStore.Ledger;

/// <summary>What lately appended and lately read events are when they are opened: each view and each reaction reads an event on its own, soon after it was appended.</summary>
/// <remarks>It answers while the keys are there: what is erased is erased here as soon as <see cref="PersonKeys"/> says so.</remarks>
internal sealed class OpenedEvents(PersonKeys keys)
{
    // More than what the views are behind the appends under load; reactions, which are done one by one, may be further behind.
    private const int Kept = 8192;

    private readonly ConcurrentLru<Guid, Opened> _events = new(Kept);

    /// <summary>The data of an event in clear; null where it is not known, or a key is destroyed since.</summary>
    /// <param name="id">The event's id.</param>
    /// <param name="place">Where it was read.</param>
    /// <param name="data">Its data as they were read.</param>
    /// <param name="cancellation">Stops waiting.</param>
    public async ValueTask<ReadOnlyMemory<byte>?> Find(Guid id, SealedPlace place, ReadOnlyMemory<byte> data, CancellationToken cancellation)
    {
        // Under this id something else may have been appended than what is known: by another instance, or before an answer was lost.
        if (!_events.TryGet(id, out var known) || known.Place != place || data.Span.IndexOf(known.Sealed) < 0)
            return null;
        foreach (var key in known.Keys)
        {
            if (await keys.Find(key, cancellation) is null)
            {
                _events.TryRemove(id);
                return null;
            }
        }
        return known.Clear;
    }

    /// <summary>Keeps what an event is when it is opened with its keys.</summary>
    public void Keep(Guid id, SealedPlace place, ReadOnlyMemory<byte> data, ReadOnlyMemory<byte> clear, IEnumerable<long> with)
    {
        if (SealedJson.FirstOf(data) is { IsEmpty: false } value)
            _events.AddOrUpdate(id, new(place, value.ToArray(), clear, [.. with]));
    }

    /// <param name="Place">What it is bound to.</param>
    /// <param name="Sealed">A sealed value of it: no two are the same, whatever they say.</param>
    /// <param name="Clear">Its data in clear.</param>
    /// <param name="Keys">The keys that it is sealed with.</param>
    private sealed record Opened(SealedPlace Place, byte[] Sealed, ReadOnlyMemory<byte> Clear, long[] Keys);
}
