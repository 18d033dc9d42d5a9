using System.Collections.Immutable;
using System.Text.Json;
using Register.EventStore;

namespace Register.Domain.Tests;

/// <summary>A command in a random history: given so many days after the one before, by somebody.</summary>
internal sealed record Step<TState, TEvent>(ICommand<TState, TEvent> Command, int DaysLater, Actor By)
    where TState : class, IState<TState, TEvent>
    where TEvent : class;

/// <summary>A command that was accepted, and what it came to.</summary>
internal sealed record Accepted<TState, TEvent>(
    ICommand<TState, TEvent> Command, DecisionContext Context, ImmutableArray<TEvent> Events, TState Outcome)
    where TState : class, IState<TState, TEvent>
    where TEvent : class;

/// <summary>Random histories: commands run one after another through their deciders, the rejected ones leaving nothing behind.</summary>
internal static class Histories
{
    private static readonly DateOnly FirstDay = Cast.Day("2026-01-01");

    /// <summary>Runs each accepted command again on its own outcome, same day and same person, and expects nothing of it.</summary>
    public static void AcceptedCommandsRunAgainDoNothing<TState, TEvent>(IEnumerable<Step<TState, TEvent>> steps)
        where TState : class, IState<TState, TEvent>
        where TEvent : class
    {
        foreach (var accepted in Run(steps))
            new Outcome<TEvent>(accepted.Command.Decide(accepted.Outcome, accepted.Context)).ThenNothing();
    }

    /// <summary>Writes each event as the ledger stores it, and expects what is read back to fold to the state that the next command was decided on.</summary>
    public static void StoredEventsFoldToTheStateThatDecided<TState, TEvent>(IEnumerable<Step<TState, TEvent>> steps)
        where TState : class, IState<TState, TEvent>
        where TEvent : class =>
        StoredEventsFoldToTheStateThatDecided(Run(steps));

    /// <inheritdoc cref="StoredEventsFoldToTheStateThatDecided{TState, TEvent}(IEnumerable{Step{TState, TEvent}})"/>
    /// <param name="before">What had happened before the history.</param>
    public static void StoredEventsFoldToTheStateThatDecided<TState, TEvent>(IEnumerable<Accepted<TState, TEvent>> history, params TEvent[] before)
        where TState : class, IState<TState, TEvent>
        where TEvent : class
    {
        var stored = before.Select(ReadBack).Aggregate(TState.None, (s, e) => s.Evolve(e));
        foreach (var accepted in history)
        {
            stored = accepted.Events.Select(ReadBack).Aggregate(stored, (s, e) => s.Evolve(e));
            Assert.Equal(JsonSerializer.Serialize(accepted.Outcome, EventJson.Options), JsonSerializer.Serialize(stored, EventJson.Options));
        }

        static TEvent ReadBack(TEvent e) => (TEvent)JsonSerializer.Deserialize(
            JsonSerializer.Serialize(e, e.GetType(), EventJson.Options), EventTypes.TypeOf(EventTypes.NameOf(e)), EventJson.Options)!;
    }

    /// <summary>The commands that were accepted, with what each came to.</summary>
    public static IEnumerable<Accepted<TState, TEvent>> Run<TState, TEvent>(IEnumerable<Step<TState, TEvent>> steps)
        where TState : class, IState<TState, TEvent>
        where TEvent : class
    {
        var state = TState.None;
        var day = FirstDay;
        foreach (var step in steps)
        {
            day = day.AddDays(step.DaysLater);
            var context = step.By.On(day);
            var decision = step.Command.Decide(state, context);
            if (!decision.Rejections.IsEmpty)
                continue;
            state = decision.Events.Aggregate(state, (s, e) => s.Evolve(e));
            yield return new(step.Command, context, decision.Events, state);
        }
    }
}
