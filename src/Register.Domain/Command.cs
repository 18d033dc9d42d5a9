namespace Register.Domain;

/// <summary>The state of one stream: what its events, folded in order, come to.</summary>
public interface IState<TSelf, in TEvent> where TSelf : IState<TSelf, TEvent>
{
    /// <summary>The state before the first event.</summary>
    static abstract TSelf None { get; }

    /// <summary>The state after one more event.</summary>
    TSelf Evolve(TEvent e);
}

/// <summary>Something a person, or a reaction, wants done to one stream.</summary>
public interface ICommand<TState, TEvent>
    where TState : class, IState<TState, TEvent>
    where TEvent : class
{
    /// <summary>The one stream the command appends to.</summary>
    StreamId Stream { get; }

    /// <summary>Whether the command opens its stream, whose id derives from the request: then nothing needs to be read first.</summary>
    bool OpensStream => false;

    /// <summary>Pure: the same state and context always give the same decision.</summary>
    Decision<TEvent> Decide(TState state, DecisionContext context);
}

/// <summary>What a decision may know besides the state: who asks, and when.</summary>
/// <param name="Now">The instant of the decision, UTC (R1).</param>
/// <param name="Actor">Who asks.</param>
public sealed record DecisionContext(DateTimeOffset Now, Actor Actor)
{
    /// <summary>The civil date in London at <see cref="Now"/>.</summary>
    public DateOnly Today { get; } = CivilTime.DateIn(Now);

    /// <summary>The legal parameters in force today.</summary>
    public LegalRegime Regime => LegalRegime.On(Today);
}
