using System.Text.Json;
using JasperFx.Events;
using JasperFx.Events.Projections;
using Marten;
using Marten.Events.Projections;
using Register.EventStore;

namespace Register.Views;

/// <summary>A view that writes its rows many at a time: one statement for all that a page of events comes to.</summary>
/// <remarks>Marten stores a document with a call of its own; under load that is most of a projection's cost. What is written is the same rows:
/// Marten queries them, and a rebuild begins by deleting them.</remarks>
public abstract class RowView<TView> : EventProjection, IJasperFxProjection<IDocumentOperations>
    where TView : class, IView
{
    protected RowView(string name)
    {
        Name = name;
        RegisterPublishedType(typeof(TView));
        Options.DeleteViewTypeOnTeardown<TView>();
        foreach (var table in ViewRebuilds.TablesBeside(typeof(TView)))
            Options.DeleteDataInTableOnTeardown(table);
    }

    /// <summary>The rows that a page of events adds or changes.</summary>
    protected abstract Task<IReadOnlyCollection<TView>> Rows(IQuerySession session, IReadOnlyList<IEvent> events, CancellationToken cancellation);

    /// <summary>What is written beside the rows, in the same transaction; nothing unless told.</summary>
    protected virtual void WriteBeside(IDocumentOperations operations, IReadOnlyCollection<TView> rows)
    {
    }

    /// <summary>Adds or changes the rows that one event leads to.</summary>
    public sealed override ValueTask ApplyAsync(IDocumentOperations operations, IEvent e, CancellationToken cancellation) =>
        new(Apply(operations, [e], cancellation));

    Task IJasperFxProjection<IDocumentOperations>.ApplyAsync(
        IDocumentOperations operations, IReadOnlyList<IEvent> events, CancellationToken cancellation) => Apply(operations, events, cancellation);

    private async Task Apply(IDocumentOperations operations, IReadOnlyList<IEvent> events, CancellationToken cancellation)
    {
        var rows = await Rows(operations, events, cancellation);
        if (rows.Count == 0)
            return;
        var table = operations.DocumentStore.Options.FindOrResolveDocumentType(typeof(TView)).TableName.QualifiedName;
        // A view is derived: what a crash takes from it, with its progress, is projected again. Nobody waits for the disk.
        operations.QueueSqlCommand("set local synchronous_commit to off");
        operations.QueueSqlCommand(
            $"""
            insert into {table} (id, data, mt_dotnet_type)
            select id, data, '{typeof(TView).FullName}' from unnest(?::varchar[], ?::jsonb[]) as row (id, data)
            on conflict (id) do update set data = excluded.data, mt_last_modified = transaction_timestamp()
            """,
            rows.Select(r => r.Id).ToArray(),
            rows.Select(r => JsonSerializer.Serialize(r, EventJson.Options)).ToArray());
        WriteBeside(operations, rows);
    }
}
