using System.Collections.Immutable;

namespace Register.Domain;

/// <summary>What deciding a command comes to: events to append, or rejections, or nothing because it already holds.</summary>
public sealed class Decision<TEvent> where TEvent : class
{
    private Decision(ImmutableArray<TEvent> events, ImmutableArray<Rejection> rejections) =>
        (Events, Rejections) = (events, rejections);

    /// <summary>The events, in order; empty when rejected and when nothing is to be done.</summary>
    public ImmutableArray<TEvent> Events { get; }

    /// <summary>Everything that stands in the way, at once; empty when accepted.</summary>
    public ImmutableArray<Rejection> Rejections { get; }

    public static implicit operator Decision<TEvent>(TEvent e) => new([e], []);

    public static implicit operator Decision<TEvent>(ImmutableArray<TEvent> events) => new(events, []);

    public static implicit operator Decision<TEvent>(Rejection rejection) => new([], [rejection]);

    public static implicit operator Decision<TEvent>(ImmutableArray<Rejection> rejections) => new([], rejections);

    public static implicit operator Decision<TEvent>(Decision.AlreadyHolds _) => new([], []);
}

/// <summary>The decision that needs no type: what was asked for already holds.</summary>
public static class Decision
{
    /// <summary>An already satisfied command yields no events.</summary>
    public static readonly AlreadyHolds Nothing = new();

    /// <summary>The type of <see cref="Nothing"/>.</summary>
    public sealed class AlreadyHolds
    {
        internal AlreadyHolds() { }
    }
}
