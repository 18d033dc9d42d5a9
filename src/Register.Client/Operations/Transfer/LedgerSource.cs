using Grpc.Core;
using Register.Client.Audit.Export;
using Register.Client.Terminal;

namespace Register.Client.Operations.Transfer;

/// <summary>Events as they are stored, for an import.</summary>
internal sealed class LedgerSource(Session session) : IExportSource
{
    public string? Content => Manifest.StoredEvents;

    public async Task<long> LastPosition() => (await session.Ledger.GetStoredLedgerAsync(new GetStoredLedgerRequest(), session.Call())).LastPosition;

    // Who may ask how far the ledger goes may export it.
    public Task Try(string? resource) => Task.CompletedTask;

    public async IAsyncEnumerable<ExportedLine> Lines(string? resource, long after, long until)
    {
        using var call = session.Ledger.ExportLedger(new() { AfterPosition = after, UntilPosition = until }, session.Stream());
        await foreach (var answer in call.ResponseStream.ReadAllAsync(session.Cancelled))
            yield return new(Json.Line(answer.Event), answer.Event.Position);
    }
}
