using System.Collections.Immutable;
using Register.Domain;

namespace Register.Service.Commands;

/// <summary>What a command came to: where its stream stands after it, or why it was turned down.</summary>
/// <param name="State">The stream's state right after the command.</param>
/// <param name="Version">The stream's version right after the command.</param>
/// <param name="EventCount">How many events the command appended.</param>
/// <param name="Rejections">Everything that stood in the way; empty when it was accepted.</param>
public sealed record CommandOutcome<TState, TEvent>(TState State, long Version, int EventCount, ImmutableArray<Rejection> Rejections)
    where TState : class, IState<TState, TEvent>
    where TEvent : class;

/// <summary>Somebody else changed the stream between reading and appending.</summary>
public sealed class ConflictException() : Exception("Others changed the same record at the same moment; nothing was changed by this request.");
