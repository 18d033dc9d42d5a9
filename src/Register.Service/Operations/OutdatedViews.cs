using Marten;
using Npgsql;
using Register.EventStore;
using Register.EventStore.Marten;
using Register.Service.Leadership;
using Register.Service.Relaying;
using Register.Views;

namespace Register.Service.Operations;

/// <summary>Has views built anew whose rows another version wrote in another shape, or whose building was broken off, before anything reads them.</summary>
/// <remarks>Emptied by the instance that comes to keep the views, before its projections run; they then follow the ledger from its beginning, as they
/// would on an empty database. A view is on record again only once it is whole: killed in between, it is begun again. Of a copy of the ledger it is
/// whole when the copy is.</remarks>
public sealed partial class OutdatedViews(
    IDocumentStore store, NpgsqlDataSource dataSource, ViewShapes shapes, ViewRebuilds rebuilds, ILogger<OutdatedViews> log, WholeCopy? copy = null)
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(100);

    /// <summary>Empties what is outdated.</summary>
    /// <returns>What to run until all of it is whole.</returns>
    public async Task<Func<CancellationToken, Task>> Empty(CancellationToken cancellation)
    {
        var ledger = await Ask($"select coalesce(max(seq_id), 0) from {MartenLedger.Schema}.mt_events", cancellation);
        var recorded = await shapes.Recorded(cancellation);
        var outdated = new List<Outdated>();
        try
        {
            foreach (var (type, name) in ViewRebuilds.All.Where(view => recorded.GetValueOrDefault(view.Value) != ViewShapes.Own[view.Value]))
                outdated.Add(new(type, name, rebuilds.Begin(name)));
            await shapes.Forget([.. outdated.Select(view => view.Name)], cancellation);
            foreach (var view in outdated)
            {
                await Empty(view.Type, view.Name, cancellation);
                if (ledger > 0)
                    Rebuilding(view.Name);
            }
        }
        catch
        {
            End(outdated);
            throw;
        }
        return stopping => UntilWhole(outdated, ledger, stopping);
    }

    private async Task UntilWhole(List<Outdated> outdated, long ledger, CancellationToken stopping)
    {
        try
        {
            if (copy is not null && outdated.Count > 0)
                ledger = Math.Max(ledger, await copy.Wait(stopping));
            while (outdated.Count > 0)
            {
                foreach (var view in outdated.ToList())
                {
                    if (await Ask(ProgressOf(view.Name), stopping) < ledger)
                        continue;
                    await shapes.Record(view.Name, stopping);
                    view.Gate.Dispose();
                    outdated.Remove(view);
                }
                if (outdated.Count > 0)
                    await Task.Delay(Pause, stopping);
            }
        }
        finally
        {
            // What is not whole is not on record: whoever keeps the views next begins it again.
            End(outdated);
        }
    }

    private static void End(List<Outdated> outdated) => outdated.ForEach(view => view.Gate.Dispose());

    private static string ProgressOf(string view) =>
        $"select coalesce(max(last_seq_id), 0) from {MartenLedger.Schema}.mt_event_progression where name = '{ShardName(view)}'";

    private static string ShardName(string view) => $"{view}:All";

    private async Task<long> Ask(string question, CancellationToken cancellation)
    {
        await using var select = dataSource.CreateCommand(question);
        return (long)(await select.ExecuteScalarAsync(cancellation))!;
    }

    private async Task Empty(Type view, string name, CancellationToken cancellation)
    {
        await using var connection = await dataSource.OpenConnectionAsync(cancellation);
        await using var empty = new NpgsqlBatch(connection)
        {
            BatchCommands = { new($"delete from {MartenLedger.Schema}.mt_event_progression where name = '{ShardName(name)}'") },
        };
        foreach (var table in ViewRebuilds.TablesOf(view, store))
            empty.BatchCommands.Add(new($"delete from {table}"));
        await empty.ExecuteNonQueryAsync(cancellation);
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "The rows of {View} are of another shape than this version reads, or not whole: the view is built anew.")]
    private partial void Rebuilding(string view);

    private sealed record Outdated(Type Type, string Name, IDisposable Gate);
}
