using Grpc.Core;
using Register.Client.Terminal;

namespace Register.Client.Audit.Export;

/// <summary>Where an export's lines come from.</summary>
internal interface IExportSource
{
    /// <summary>What its lines are, for the manifest.</summary>
    string? Content { get; }

    /// <summary>The position of the ledger's last event.</summary>
    Task<long> LastPosition();

    /// <summary>Fails as a read of this resource would; of the whole ledger where it is null.</summary>
    Task Try(string? resource);

    /// <summary>The lines after a position, up to a position.</summary>
    IAsyncEnumerable<ExportedLine> Lines(string? resource, long after, long until);
}

/// <summary>An event on its line, without the newline, and its position in the ledger.</summary>
internal readonly record struct ExportedLine(string Line, long Position);

/// <summary>Events as an auditor reads them.</summary>
internal sealed class HistorySource(Session session) : IExportSource
{
    public string? Content => null;

    public async Task<long> LastPosition() => (await session.Audit.GetLedgerAsync(new GetLedgerRequest(), session.Call())).Ledger.LastPosition;

    public async Task Try(string? resource)
    {
        using var first = session.Audit.ReadEvents(new() { Parent = resource ?? "", UntilPosition = 1 }, session.Stream());
        await foreach (var _ in first.ResponseStream.ReadAllAsync(session.Cancelled))
            break;
    }

    public async IAsyncEnumerable<ExportedLine> Lines(string? resource, long after, long until)
    {
        var request = new ReadEventsRequest { AfterPosition = after, UntilPosition = until, Parent = resource ?? "" };
        using var call = session.Audit.ReadEvents(request, session.Stream());
        await foreach (var answer in call.ResponseStream.ReadAllAsync(session.Cancelled))
            yield return new(Json.Line(answer.Event), answer.Event.Position);
    }
}
