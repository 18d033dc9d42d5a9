namespace Register.Domain.Tests;

/// <summary>What has happened to one stream before a command reaches it.</summary>
internal sealed class Scenario<TState, TEvent>(params IEnumerable<TEvent> given)
    where TState : class, IState<TState, TEvent>
    where TEvent : class
{
    /// <summary>What the events come to.</summary>
    public TState State { get; } = given.Aggregate(TState.None, (state, e) => state.Evolve(e));

    public Outcome<TEvent> When(ICommand<TState, TEvent> command, DecisionContext context) => new(command.Decide(State, context));
}

/// <summary>What a command came to.</summary>
internal sealed class Outcome<TEvent>(Decision<TEvent> decision)
    where TEvent : class
{
    public void Then(params TEvent[] events)
    {
        Assert.Empty(decision.Rejections);
        Assert.Equal(events.Select(Written.Out), decision.Events.Select(Written.Out));
    }

    public void ThenNothing() => Then();

    /// <summary>Exactly these codes, in order, and no event.</summary>
    public Outcome<TEvent> ThenRejected(params string[] codes)
    {
        Assert.Equal(codes, decision.Rejections.Select(r => r.Code));
        Assert.Empty(decision.Events);
        return this;
    }

    /// <summary>The fields that the rejections are about, in order.</summary>
    public Outcome<TEvent> About(params string?[] fields)
    {
        Assert.Equal(fields, decision.Rejections.Select(r => r.Field));
        return this;
    }

    /// <summary>The kind of "no" that every rejection is.</summary>
    public Outcome<TEvent> As(RejectionKind kind)
    {
        Assert.All(decision.Rejections, r => Assert.Equal(kind, r.Kind));
        return this;
    }

    /// <summary>The rejections' messages name these things, in order.</summary>
    public void Naming(params string[] things)
    {
        Assert.Equal(things.Length, decision.Rejections.Length);
        Assert.All(decision.Rejections.Zip(things), pair => Assert.Contains(pair.Second, pair.First.Message, StringComparison.Ordinal));
    }
}
