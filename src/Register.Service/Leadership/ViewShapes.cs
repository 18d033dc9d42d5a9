using Npgsql;
using Register.EventStore;
using Register.Views;

namespace Register.Service.Leadership;

/// <summary>Which views are whole, and of what shape their rows are: on record for every instance. One that is being built is on record without a
/// shape; one that is not on record, whoever keeps the views does not know.</summary>
public sealed class ViewShapes(NpgsqlDataSource dataSource)
{
    /// <summary>What is on record of a view that is being built.</summary>
    public const string Unfinished = "";

    /// <summary>Where it is on record, with its schema.</summary>
    public const string Table = "operations.view_shape";

    private const string Statements = $"""
        create schema if not exists operations;
        create table if not exists {Table} (view text primary key, shape text not null);
        """;

    private static readonly Dictionary<string, string> OwnShapes = ViewRebuilds.All.ToDictionary(v => v.Value, v => ViewShape.Of(v.Key));

    /// <summary>The shape in which this version reads each view.</summary>
    public static IReadOnlyDictionary<string, string> Own => OwnShapes;

    /// <summary>Makes the table.</summary>
    public Task Make() => OwnTables.Make(dataSource, Statements);

    /// <summary>The shapes on record.</summary>
    public async Task<IReadOnlyDictionary<string, string>> Recorded(CancellationToken cancellation)
    {
        var shapes = new Dictionary<string, string>();
        await using var select = dataSource.CreateCommand("select view, shape from operations.view_shape");
        await using var reader = await select.ExecuteReaderAsync(cancellation);
        while (await reader.ReadAsync(cancellation))
            shapes.Add(reader.GetString(0), reader.GetString(1));
        return shapes;
    }

    /// <summary>Which building of a view its rows are of; null while it is being built, or where they are not in the shape that this version reads.</summary>
    public async ValueTask<string?> Building(string view)
    {
        await using var select = dataSource.CreateCommand("select xmin::text from operations.view_shape where view = $1 and shape = $2");
        select.Parameters.Add(new() { Value = view });
        select.Parameters.Add(new() { Value = OwnShapes[view] });
        return (string?)await select.ExecuteScalarAsync();
    }

    /// <summary>Records that a view is whole.</summary>
    public Task Record(string view, CancellationToken cancellation) => Set([view], OwnShapes[view], cancellation);

    /// <summary>Records that views are being built anew, all at one moment.</summary>
    public Task Forget(IReadOnlyCollection<string> views, CancellationToken cancellation) => Set(views, Unfinished, cancellation);

    private async Task Set(IReadOnlyCollection<string> views, string shape, CancellationToken cancellation)
    {
        await using var command = dataSource.CreateCommand("""
            insert into operations.view_shape (view, shape) select view, $2 from unnest($1) as v (view)
            on conflict (view) do update set shape = excluded.shape
            """);
        command.Parameters.Add(new() { Value = views.ToArray() });
        command.Parameters.Add(new() { Value = shape });
        await command.ExecuteNonQueryAsync(cancellation);
    }
}
