using System.Collections.Immutable;
using Microsoft.Extensions.Caching.Memory;
using Register.Domain;

namespace Register.EventStore.Streams;

/// <summary>Loads and folds streams, and keeps the folded ones in memory: what the append's expected version makes safe.</summary>
/// <param name="capacity">How many events' worth of folded streams to keep.</param>
public sealed class StreamStates(IEventStore store, long capacity = 1_000_000) : IDisposable
{
    private readonly MemoryCache _kept = new(new MemoryCacheOptions { SizeLimit = capacity });
    private volatile bool _isDisposed;

    /// <summary>The stream as this instance last saw it; from the ledger when it never did. May be behind another instance's appends.</summary>
    /// <param name="assumeNew">A stream never seen here is taken to be new, without a look: the append's expected version finds out.</param>
    public ValueTask<Folded<TState, TEvent>> Load<TState, TEvent>(StreamId stream, bool assumeNew, CancellationToken cancellation)
        where TState : class, IState<TState, TEvent>
        where TEvent : class
    {
        if (_kept.TryGetValue(stream, out Folded<TState, TEvent>? kept))
            return new(kept!);
        return assumeNew ? new(Nothing<TState, TEvent>()) : new(Refresh<TState, TEvent>(stream, cancellation));
    }

    /// <summary>The stream as the ledger has it now: what is kept, and the events since.</summary>
    public async Task<Folded<TState, TEvent>> Refresh<TState, TEvent>(StreamId stream, CancellationToken cancellation)
        where TState : class, IState<TState, TEvent>
        where TEvent : class
    {
        var loaded = _kept.TryGetValue(stream, out Folded<TState, TEvent>? kept) ? kept! : Nothing<TState, TEvent>();
        await foreach (var e in store.ReadStream(stream, loaded.Version + 1, cancellation))
            loaded = loaded.With(e.Data, e.Version, e.Metadata);
        Keep(stream, loaded);
        return loaded;
    }

    /// <summary>The stream as it was at a version.</summary>
    public Task<Folded<TState, TEvent>> At<TState, TEvent>(StreamId stream, long version, CancellationToken cancellation)
        where TState : class, IState<TState, TEvent>
        where TEvent : class =>
        While<TState, TEvent>(e => e.Version <= version, stream, cancellation);

    /// <summary>The stream as it was known at an instant: from the events recorded up to it (R1-R3). Nothing where none was.</summary>
    public Task<Folded<TState, TEvent>> AsKnownAt<TState, TEvent>(StreamId stream, DateTimeOffset instant, CancellationToken cancellation)
        where TState : class, IState<TState, TEvent>
        where TEvent : class =>
        While<TState, TEvent>(e => e.Metadata.RecordedAt <= instant, stream, cancellation);

    /// <summary>Keeps what an append has made of a stream.</summary>
    public void Keep<TState, TEvent>(StreamId stream, Folded<TState, TEvent> loaded)
        where TState : class, IState<TState, TEvent>
        where TEvent : class
    {
        // A stream that does not exist is not kept: guessing at ids must not fill the memory. Nor is anything while the register stops: what was
        // appended by then stays appended.
        if (loaded.Version > 0 && !_isDisposed)
            _kept.Set(stream, loaded, new MemoryCacheEntryOptions { Size = loaded.Version, SlidingExpiration = TimeSpan.FromHours(1) });
    }

    // The events before the first that does not count: whatever clocks say, none counts without those before it.
    private async Task<Folded<TState, TEvent>> While<TState, TEvent>(
        Func<RecordedEvent, bool> counts, StreamId stream, CancellationToken cancellation)
        where TState : class, IState<TState, TEvent>
        where TEvent : class
    {
        var folded = Nothing<TState, TEvent>();
        await foreach (var e in store.ReadStream(stream, 1, cancellation))
        {
            if (!counts(e))
                break;
            folded = folded.With(e.Data, e.Version, e.Metadata);
        }
        return folded;
    }

    private static Folded<TState, TEvent> Nothing<TState, TEvent>()
        where TState : class, IState<TState, TEvent>
        where TEvent : class =>
        new(TState.None, 0, ImmutableDictionary<Guid, RequestTrace>.Empty);

    public void Dispose() => _isDisposed = true; // the memory goes with the process; who still asks is answered
}
