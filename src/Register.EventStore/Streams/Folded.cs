using System.Collections.Immutable;
using Register.Domain;
using Register.EventStore.Personal;

namespace Register.EventStore.Streams;

/// <summary>A stream folded: its state, its version, and what each request did to it.</summary>
public sealed record Folded<TState, TEvent>(TState State, long Version, ImmutableDictionary<Guid, RequestTrace> Requests)
    where TState : class, IState<TState, TEvent>
    where TEvent : class
{
    /// <summary>The stream with one more event.</summary>
    public Folded<TState, TEvent> With(object data, long version, EventMetadata metadata)
    {
        var trace = Requests.TryGetValue(metadata.RequestId, out var known)
            ? known with { Last = version }
            : new RequestTrace(version, version, metadata.Actor.Subject, metadata.Command);
        return new(State.With((TEvent)data), version, Requests.SetItem(metadata.RequestId, trace));
    }
}

/// <summary>What a request did to a stream: the versions of its first and last event, who sent it and with which command.</summary>
public readonly record struct RequestTrace(long First, long Last, string Subject, string Command);
