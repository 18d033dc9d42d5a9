using Google.Protobuf;
using Grpc.Core;
using Register.Client.Input;
using Register.Client.Terminal;

namespace Register.Client.Documents;

/// <summary>Attaching a document to one's own application.</summary>
internal static class Attach
{
    private const int ChunkSize = 256 * 1024;

    public static RegisterCommand Declare()
    {
        var application = Typed.Resource("APPLICATION", ResourceNames.Applications, "The application");
        var evidence = Typed.Word<EvidenceKind>("--evidence", "What the document is evidence of", required: true);
        var file = Typed.File("--file", "The document: PDF, PNG or JPEG, 20 MB at most; its name is not sent", required: true);
        return new RegisterCommand("attach", "Attaches a document to your application. Role: applicant.",
            "register apply attach applications/9a2b --evidence identity --file passport.pdf")
        {
            application, evidence, file,
        }.Changes(async session =>
        {
            var document = await EvidenceFile.Of(session.Get(file)!, session.Cancelled);
            var header = new UploadHeader
            {
                RequestId = session.Change(),
                Parent = session.Get(application),
                Evidence = session.Get(evidence)!.Value,
                MediaType = document.MediaType,
                Sha256 = document.Sha256,
                Size = document.Size,
            };
            session.Output.Show(await Upload(session, header, document), DocumentPresentation.Document);
        });
    }

    private static async Task<Document> Upload(Session session, UploadHeader header, EvidenceFile document)
    {
        using var call = session.Documents.UploadDocument(session.Stream());
        try
        {
            await call.RequestStream.WriteAsync(new() { Header = header }, session.Cancelled);
            await Send(session, call.RequestStream, document);
            await call.RequestStream.CompleteAsync();
        }
        catch (Exception e) when (e is RpcException or InvalidOperationException)
        {
            // The register has answered before the end: its answer says why.
        }
        return (await call.ResponseAsync).Document;
    }

    private static async Task Send(Session session, IClientStreamWriter<UploadDocumentRequest> stream, EvidenceFile document)
    {
        await using var content = document.File.OpenRead();
        var kilobytes = (int)Math.Ceiling(document.Size / 1024.0);
        await Screen.WithProgress("Uploading, in KB", kilobytes, async done =>
        {
            var buffer = new byte[ChunkSize];
            var sent = 0L;
            int length;
            while ((length = await content.ReadAsync(buffer, session.Cancelled)) > 0)
            {
                // Waits while the register has not taken the earlier ones.
                await stream.WriteAsync(new() { Chunk = ByteString.CopyFrom(buffer, 0, length) }, session.Cancelled);
                sent += length;
                done((int)Math.Ceiling(sent / 1024.0));
            }
        });
    }
}
