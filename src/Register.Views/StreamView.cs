using JasperFx.Events;
using Marten;
using Register.Domain;
using Register.EventStore;
using Register.EventStore.Personal;

namespace Register.Views;

/// <summary>A view with one row for each stream of a kind. The row holds the very state that decisions are made on: one fold, no second opinion.</summary>
/// <param name="name">The view's name, for its operators.</param>
public abstract class StreamView<TView, TState, TEvent> : RowView<TView>
    where TView : class, IView
    where TState : class, IState<TState, TEvent>
    where TEvent : class
{
    protected StreamView(string name) : base(name)
    {
        foreach (var type in EventTypes.Of<TEvent>())
            IncludeType(type);
    }

    protected sealed override async Task<IReadOnlyCollection<TView>> Rows(
        IQuerySession session, IReadOnlyList<IEvent> events, CancellationToken cancellation)
    {
        // A stream that begins on this page has no row yet.
        var older = events.Where(e => e.Version > 1).Select(e => e.StreamKey!).Distinct().ToArray();
        var rows = older.Length == 0
            ? []
            : (await session.LoadManyAsync<TView>(cancellation, older)).ToDictionary(row => row.Id);
        foreach (var e in events)
        {
            var id = e.StreamKey!;
            rows[id] = Evolve(rows.GetValueOrDefault(id), id, e);
        }
        return rows.Values;
    }

    /// <summary>The state in a row.</summary>
    protected abstract TState StateOf(TView row);

    /// <summary>The row for a state.</summary>
    protected abstract TView Row(string id, TState state, long version);

    private TView Evolve(TView? row, string id, IEvent e)
    {
        using var activity = ViewTracing.Project(Name, e);
        var state = (row is null ? TState.None : StateOf(row)).With((TEvent)e.Data);
        return Row(id, state, e.Version);
    }
}
