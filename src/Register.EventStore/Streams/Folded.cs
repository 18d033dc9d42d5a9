using System.Collections.Immutable;
using Register.Domain;

namespace Register.EventStore.Streams;

/// <summary>A stream folded: its state, its version, and where each request's events end.</summary>
/// <param name="Requests">For each request the stream holds, the versions of its first and last event.</param>
public sealed record Folded<TState, TEvent>(TState State, long Version, ImmutableDictionary<Guid, VersionRange> Requests)
    where TState : class, IState<TState, TEvent>
    where TEvent : class
{
    /// <summary>The stream with one more event.</summary>
    public Folded<TState, TEvent> With(object data, long version, Guid requestId)
    {
        var range = Requests.TryGetValue(requestId, out var known) ? known with { Last = version } : new VersionRange(version, version);
        return new(State.Evolve((TEvent)data), version, Requests.SetItem(requestId, range));
    }
}

/// <summary>Versions from the first to the last, both included.</summary>
public readonly record struct VersionRange(long First, long Last)
{
    /// <summary>How many events.</summary>
    public int Count => (int)(Last - First + 1);
}
