using Marten;
using Npgsql;
using Register.EventStore;
using Register.EventStore.Marten;
using Register.Service.Hosting;
using Register.Views;

namespace Register.Service.Operations;

/// <summary>Has views whose rows an earlier version wrote in another shape built anew, before anything reads them.</summary>
/// <remarks>Emptied at the start, before the projections run; they then follow the ledger from its beginning, as they would on an empty database.
/// A new shape is on record only once the view is whole: killed in between, it is begun again.</remarks>
public sealed partial class OutdatedViews(IDocumentStore store, NpgsqlDataSource dataSource, ViewRebuilds rebuilds, ILogger<OutdatedViews> log)
    : BackgroundService
{
    private const string Tables = """
        create schema if not exists operations;
        create table if not exists operations.view_shape (view text primary key, shape text not null);
        """;

    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(100);

    private readonly List<Outdated> _outdated = [];
    private long _ledger;

    public override async Task StartAsync(CancellationToken cancellationToken)
    {
        await store.Storage.ApplyAllConfiguredChangesToDatabaseAsync();
        await OwnTables.Make(dataSource, Tables);
        _ledger = await Ask($"select coalesce(max(seq_id), 0) from {MartenLedger.Schema}.mt_events", cancellationToken);
        var known = await Known(cancellationToken);
        foreach (var (type, name) in ViewRebuilds.All)
        {
            var shape = ViewShape.Of(type);
            if (known.GetValueOrDefault(name) == shape)
                continue;
            _outdated.Add(new(name, shape, rebuilds.Begin(name)));
            await Empty(type, name, cancellationToken);
            if (_ledger > 0)
                Rebuilding(name);
        }
        await base.StartAsync(cancellationToken);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (_outdated.Count > 0)
        {
            foreach (var view in _outdated.ToList())
            {
                if (await Ask(ProgressOf(view.Name), stoppingToken) < _ledger)
                    continue;
                await Record(view, stoppingToken);
                view.Gate.Dispose();
                _outdated.Remove(view);
            }
            if (_outdated.Count > 0)
                await Task.Delay(Pause, stoppingToken);
        }
    }

    private static string ProgressOf(string view) =>
        $"select coalesce(max(last_seq_id), 0) from {MartenLedger.Schema}.mt_event_progression where name = '{ShardName(view)}'";

    private static string ShardName(string view) => $"{view}:All";

    private async Task<long> Ask(string question, CancellationToken cancellation)
    {
        await using var select = dataSource.CreateCommand(question);
        return (long)(await select.ExecuteScalarAsync(cancellation))!;
    }

    private async Task<Dictionary<string, string>> Known(CancellationToken cancellation)
    {
        var shapes = new Dictionary<string, string>();
        await using var select = dataSource.CreateCommand("select view, shape from operations.view_shape");
        await using var reader = await select.ExecuteReaderAsync(cancellation);
        while (await reader.ReadAsync(cancellation))
            shapes.Add(reader.GetString(0), reader.GetString(1));
        return shapes;
    }

    private async Task Empty(Type view, string name, CancellationToken cancellation)
    {
        await using var connection = await dataSource.OpenConnectionAsync(cancellation);
        await using var empty = new NpgsqlBatch(connection)
        {
            BatchCommands =
            {
                new($"delete from {store.Options.FindOrResolveDocumentType(view).TableName.QualifiedName}"),
                new($"delete from {MartenLedger.Schema}.mt_event_progression where name = '{ShardName(name)}'"),
            },
        };
        await empty.ExecuteNonQueryAsync(cancellation);
    }

    private async Task Record(Outdated view, CancellationToken cancellation)
    {
        await using var record = dataSource.CreateCommand(
            "insert into operations.view_shape (view, shape) values ($1, $2) on conflict (view) do update set shape = excluded.shape");
        record.Parameters.Add(new() { Value = view.Name });
        record.Parameters.Add(new() { Value = view.Shape });
        await record.ExecuteNonQueryAsync(cancellation);
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "The rows of {View} have another shape than this version reads: the view is built anew.")]
    private partial void Rebuilding(string view);

    private sealed record Outdated(string Name, string Shape, IDisposable Gate);
}
