using System.Diagnostics;
using Register.Domain;
using Register.EventStore;
using Register.EventStore.Streams;

namespace Register.Service.Commands;

/// <summary>The one path of every command: load, fold, decide, append.</summary>
public sealed class CommandExecutor(IEventStore store, StreamStates streams, TimeProvider time)
{
    /// <summary>The request id was used before, for something else.</summary>
    public static readonly Rejection RequestIdReused = Rejection.Invalid(
        "request_id", "REQUEST_ID_REUSED", "This request_id was used before, for something else: choose a fresh one.");

    /// <summary>Runs a command once.</summary>
    /// <exception cref="ConflictException">The stream changed meanwhile; running the command again decides on what is there now.</exception>
    public async Task<CommandOutcome<TState, TEvent>> Execute<TState, TEvent>(
        ICommand<TState, TEvent> command, CommandOrigin origin, CancellationToken cancellation)
        where TState : class, IState<TState, TEvent>
        where TEvent : class
    {
        var name = command.GetType().Name;
        using var activity = CommandTelemetry.Start(name);

        var now = Microseconds(time.GetUtcNow());
        var outcome = await Decide(await streams.Load<TState, TEvent>(command.Stream, command.OpensStream, cancellation));
        if (outcome is not { EventCount: > 0 })
        {
            // What was kept in memory may be old: a "no" or "nothing to do" is only given on what the ledger holds now.
            outcome = await Decide(await streams.Refresh<TState, TEvent>(command.Stream, cancellation));
        }
        CommandTelemetry.Count(name, outcome.Rejections.IsEmpty, activity);
        return outcome;

        async Task<CommandOutcome<TState, TEvent>> Decide(Folded<TState, TEvent> stream)
        {
            if (stream.Requests.TryGetValue(origin.RequestId, out var trace))
                return await Answer(command.Stream, stream, trace, name, origin.Actor, cancellation);

            var decision = command.Decide(stream.State, new DecisionContext(now, origin.Actor));
            return decision.Events.IsEmpty
                ? new(stream.State, stream.Version, 0, decision.Rejections)
                : await Append(command.Stream, stream, decision, name, origin, now, cancellation);
        }
    }

    private async Task<CommandOutcome<TState, TEvent>> Answer<TState, TEvent>(
        StreamId id, Folded<TState, TEvent> stream, RequestTrace trace, string command, Actor actor, CancellationToken cancellation)
        where TState : class, IState<TState, TEvent>
        where TEvent : class
    {
        if (trace.Subject != actor.Subject || trace.Command != command)
            return new(stream.State, stream.Version, 0, [RequestIdReused]);
        var then = stream.Version == trace.Last ? stream : await streams.At<TState, TEvent>(id, trace.Last, cancellation);
        return new(then.State, then.Version, (int)(trace.Last - trace.First + 1), []);
    }

    private async Task<CommandOutcome<TState, TEvent>> Append<TState, TEvent>(
        StreamId id,
        Folded<TState, TEvent> stream,
        Decision<TEvent> decision,
        string command,
        CommandOrigin origin,
        DateTimeOffset now,
        CancellationToken cancellation)
        where TState : class, IState<TState, TEvent>
        where TEvent : class
    {
        var metadata = new EventMetadata(
            origin.RequestId, command, origin.Actor, now, origin.CorrelationId, origin.CausationId, Activity.Current?.Id);
        // The instant is part of an id: a ledger that knows events by their ids must not take what another instance decided on the same request
        // for these, which differ in when. It says that the stream is further on, and the request is answered from there.
        var events = decision.Events
            .Select((data, i) => new NewEvent(DerivedId.From(origin.RequestId, $"{id} {i} {now.Ticks}"), data, metadata))
            .ToList();

        if (await store.Append(id, stream.Version, events, cancellation) is AppendResult.WrongVersion)
        {
            await streams.Refresh<TState, TEvent>(id, cancellation);
            throw new ConflictException();
        }
        var after = events.Aggregate(stream, (s, e) => s.With(e.Data, s.Version + 1, e.Metadata));
        streams.Keep(id, after);
        return new(after.State, after.Version, events.Count, []);
    }

    // The ledgers keep microseconds: an instant is the same before and after it was stored.
    private static DateTimeOffset Microseconds(DateTimeOffset instant) => instant.AddTicks(-(instant.Ticks % TimeSpan.TicksPerMicrosecond));
}
