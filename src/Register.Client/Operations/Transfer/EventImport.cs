using System.Text;
using Google.Protobuf;
using Grpc.Core;
using Register.Client.Audit.Export;
using Register.Client.Terminal;

namespace Register.Client.Operations.Transfer;

/// <summary>Sends an export into a register. Nothing is sent of one that is not whole and as it was written; what the register has of it already is not written again.</summary>
internal sealed class EventImport(Session session, ExportFolder folder)
{
    /// <summary>Checks all of the export, and sends it.</summary>
    /// <returns>What was there and what was written.</returns>
    /// <exception cref="Errors.CommandFailure">The export is not as it was written, or no export for this.</exception>
    public async Task<ImportLedgerResponse> Run()
    {
        var check = new ExportCheck(folder);
        Manifest? manifest = null;
        await Screen.WithProgress("Checking, in KB", check.Size, done => Task.Run(() => manifest = check.Run(done), session.Cancelled));
        if (manifest!.Content != Manifest.StoredEvents)
            throw ManifestSeal.Altered("NOT_STORED_EVENTS", $"In {folder.Path} are events as an auditor reads them; an import wants what 'register admin export' wrote.");

        var last = new ImportLedgerResponse();
        try
        {
            using var call = session.Ledger.ImportLedger(session.Stream());
            await Screen.WithProgress("Importing events", (int)Math.Min(manifest.Count, int.MaxValue), async done =>
            {
                var sending = Send(manifest, call);
                try
                {
                    await foreach (var answer in call.ResponseStream.ReadAllAsync(session.Cancelled))
                    {
                        last = answer;
                        done((int)Math.Min(answer.PresentCount + answer.WrittenCount, int.MaxValue));
                    }
                }
                catch (RpcException)
                {
                    call.Dispose();
                    await sending; // if that is what went wrong, it says so
                    throw;
                }
                await sending;
            });
        }
        catch (Exception e) when (e is RpcException or OperationCanceledException)
        {
            await Console.Error.WriteLineAsync($"register: at least {last.PresentCount + last.WrittenCount} of {manifest.Count} events are in the ledger; the same command goes on from there.");
            throw;
        }
        return last;
    }

    private async Task Send(Manifest manifest, AsyncDuplexStreamingCall<ImportLedgerRequest, ImportLedgerResponse> call)
    {
        var requests = call.RequestStream;
        try
        {
            await requests.WriteAsync(new() { Import = new() { EventCount = manifest.Count, ManifestSha256 = manifest.Sha256 } }, session.Cancelled);
            foreach (var file in manifest.Files)
            {
                await using var bytes = folder.OpenToRead(file.Name);
                foreach (var (line, _) in EventLines.Of(bytes))
                    await requests.WriteAsync(new() { Event = JsonParser.Default.Parse<StoredEvent>(Encoding.UTF8.GetString(line.Span)) }, session.Cancelled);
            }
            await requests.CompleteAsync();
        }
        catch (InvalidProtocolBufferException)
        {
            call.Dispose(); // nothing more comes
            throw ManifestSeal.Altered("NOT_AN_EVENT", $"In {folder.Path} is a line that is no stored event.");
        }
        catch (Exception e) when (e is RpcException or InvalidOperationException or OperationCanceledException)
        {
            // The register has answered before the end, or the user has ended it: the answer says why.
        }
    }
}
