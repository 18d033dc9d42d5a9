using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using Google.Rpc;
using Grpc.Core;
using Register.Domain;
using Register.EventStore.Keys;
using Register.EventStore.Ledger;
using Register.EventStore.Relay;
using Register.EventStore.Transfer;
using Register.Service.Edge;
using Register.Service.Reads;
using Register.Service.Security;
using Sonographer.Register.V1;

namespace Register.Service.Transfer;

/// <summary>The ledger as it is stored, out of one register and into another.</summary>
public sealed partial class LedgerService(
    ILedger ledger, PersonKeys keys, OwnKeys own, IConfiguration configuration, ILogger<LedgerService> log, MartenCopy? copy = null)
    : Sonographer.Register.V1.LedgerService.LedgerServiceBase
{
    [Allow(Roles.Operator)]
    [ReadsNobody("How far the ledger has come.")]
    public override async Task<GetStoredLedgerResponse> GetStoredLedger(GetStoredLedgerRequest request, ServerCallContext context) =>
        new() { LastPosition = await ledger.LastPosition(context.CancellationToken) };

    [Allow(Roles.Operator)]
    [ReadsNobody("What is personal in it is sealed; the log says who took it.")]
    public override async Task ExportLedger(ExportLedgerRequest request, IServerStreamWriter<ExportLedgerResponse> responseStream, ServerCallContext context)
    {
        var read = new RequestReader();
        if (request.AfterPosition < 0)
            read.Wrong("after_position", "NEGATIVE", "A position is not negative.");
        if (request.UntilPosition < 0)
            read.Wrong("until_position", "NEGATIVE", "A position is not negative.");
        read.Done();

        var until = request.UntilPosition > 0 ? request.UntilPosition : await ledger.LastPosition(context.CancellationToken);
        var count = 0L;
        await foreach (var e in ledger.ReadAll(request.AfterPosition, context.CancellationToken))
        {
            if (e.Position > until)
                break;
            await responseStream.WriteAsync(new() { Event = StoredEventMapping.ToProto(e) }, context.CancellationToken);
            count++;
        }
        LogExported(count, until, context.Actor().Subject);
    }

    [Allow(Roles.Operator)]
    [ReadsNobody("A ledger comes in.")]
    public override async Task ImportLedger(
        IAsyncStreamReader<ImportLedgerRequest> requestStream, IServerStreamWriter<ImportLedgerResponse> responseStream, ServerCallContext context)
    {
        if (!Importing.IsConfigured(configuration))
            throw Problems.Rejected([Rejection.Of("NOT_IMPORTING", "The register is not started for an import: start one instance with Ledger__Importing=true, on an empty ledger.")]);
        if (copy is not null && await copy.HoldsEvents(context.CancellationToken) && await ledger.LastPosition(context.CancellationToken) == 0)
        {
            throw Problems.Rejected([Rejection.Of(
                "DATABASE_NOT_EMPTY",
                "PostgreSQL holds events and the ledger in EventStoreDB none: it could never become the copy of what comes. Start on an empty database to which the schema 'keys' was moved.")]);
        }
        var coming = await Next(requestStream, context.CancellationToken) ? requestStream.Current.Import : null;
        var read = new RequestReader();
        if (coming is null)
            read.Wrong("import", "REQUIRED", "The first message says what comes.");
        else if (coming.EventCount < 0 || !Sha256().IsMatch(coming.ManifestSha256))
            read.Wrong("import", "INCOMPLETE", "The number of events and the sha256 of the manifest are not there.");
        read.Done();

        var progress = new ImportProgress(0, 0, null);
        await foreach (var step in new LedgerImport(ledger, keys, own).Run(Events(requestStream, coming!, context.CancellationToken), context.CancellationToken))
        {
            progress = step;
            if (step.Refusal is { } refusal)
            {
                LogRefused(refusal.Code, step.Present, step.Written, context.Actor().Subject);
                throw Problems.Rejected([refusal]);
            }
            await responseStream.WriteAsync(
                new() { PresentCount = step.Present, WrittenCount = step.Written, TotalCount = coming!.EventCount }, context.CancellationToken);
        }
        LogImported(progress.Written, progress.Present, coming!.ManifestSha256, context.Actor().Subject);
    }

    private static async IAsyncEnumerable<HashedLedgerEvent> Events(
        IAsyncStreamReader<ImportLedgerRequest> requests, ImportedLedger coming, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var count = 0L;
        while (await Next(requests, cancellation))
        {
            if (requests.Current.Event is not { } e || ++count > coming.EventCount)
                throw Problems.Rejected([Rejection.Invalid("event", "COUNT_WRONG", $"Something else comes than the {coming.EventCount} events that were announced.")]);
            yield return StoredEventMapping.Read(e);
        }
        if (count < coming.EventCount)
            throw Problems.Rejected([Rejection.Invalid("event", "COUNT_WRONG", $"{count} events came where {coming.EventCount} were announced.")]);
    }

    private static async Task<bool> Next(IAsyncStreamReader<ImportLedgerRequest> requests, CancellationToken cancellation)
    {
        try
        {
            return await requests.MoveNext(cancellation);
        }
        catch (IOException)
        {
            throw Problems.Of(Code.Cancelled, "UPLOAD_BROKEN", "The import broke off: the same import goes on where it was.").ToRpcException();
        }
    }

    [GeneratedRegex("^[0-9a-f]{64}$")]
    private static partial Regex Sha256();

    [LoggerMessage(LogLevel.Information, "{Events} events of the ledger up to position {Position} were exported by {Operator}.")]
    private partial void LogExported(long events, long position, string @operator);

    [LoggerMessage(LogLevel.Warning, "{Written} events were imported after {Present} that were there, of the export with the manifest {Manifest}, by {Operator}.")]
    private partial void LogImported(long written, long present, string manifest, string @operator);

    [LoggerMessage(LogLevel.Warning, "An import was refused ({Reason}) after {Present} events that were there and {Written} written, of {Operator}.")]
    private partial void LogRefused(string reason, long present, long written, string @operator);
}
