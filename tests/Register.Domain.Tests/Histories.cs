using System.Collections.Immutable;

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
