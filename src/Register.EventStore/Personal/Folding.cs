using System.Text.Json;
using Register.Domain;

namespace Register.EventStore.Personal;

/// <summary>How every fold takes one more event: after an erasure, what was personal in the state is gone from it, as it is from the events.</summary>
/// <remarks>So a state kept in memory, or in the row of a view, is the one that the events come to when they are read again without the key.</remarks>
public static class Folding
{
    /// <summary>The state after one more event.</summary>
    public static TState With<TState, TEvent>(this TState state, TEvent e)
        where TState : class, IState<TState, TEvent>
        where TEvent : class
    {
        var next = state.Evolve(e);
        return e is IErasure ? WithoutPersonalData(next) : next;
    }

    private static TState WithoutPersonalData<TState>(TState state) where TState : class =>
        PersonalFields.Of(typeof(TState)) is { } personal
            ? JsonSerializer.Deserialize<TState>(SealedJson.EraseAll(JsonSerializer.SerializeToUtf8Bytes(state, EventJson.Options), personal).Span, EventJson.Options)!
            : state;
}
