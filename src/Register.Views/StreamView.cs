using JasperFx.Events;
using Marten.Events.Aggregation;
using Register.Domain;
using Register.EventStore;

namespace Register.Views;

/// <summary>A view with one row for each stream, folded by the domain itself: the view and the decision see the same state.</summary>
/// <param name="name">The view's name, as operators know it; it names the projection's progress in the database, for ever.</param>
public abstract class StreamView<TView, TState, TEvent> : SingleStreamProjection<TView, string>
    where TView : class, IView
    where TState : class, IState<TState, TEvent>
    where TEvent : class
{
    protected StreamView(string name)
    {
        Name = name;
        foreach (var type in EventTypes.Of<TEvent>())
            IncludeType(type);
    }

    /// <summary>The row after one more event.</summary>
    public sealed override TView Evolve(TView? snapshot, string id, IEvent e)
    {
        using var activity = ViewTracing.Project(Name, e);
        var state = (snapshot is null ? TState.None : StateOf(snapshot)).Evolve((TEvent)e.Data);
        return Row(id, state, e.Version);
    }

    /// <summary>The state in a row.</summary>
    protected abstract TState StateOf(TView row);

    /// <summary>The row for a state.</summary>
    protected abstract TView Row(string id, TState state, long version);
}
