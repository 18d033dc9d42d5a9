using System.Security.Cryptography;
using Grpc.Core;
using Register.Client.Errors;
using Register.Client.Terminal;

namespace Register.Client.Documents;

/// <summary>Fetching a document: the file is there only when it is whole and what the register says it is.</summary>
internal static class Download
{
    public static async Task To(FileInfo output, string name, Session session)
    {
        if (output.Exists)
            throw CommandFailure.WrongInput($"There is a file '{output.Name}' already.");
        var part = new FileInfo(output.FullName + ".part");
        try
        {
            using var call = session.Documents.DownloadDocument(new DownloadDocumentRequest { Name = name }, session.Stream());
            var document = await Receive(call.ResponseStream, part, session);
            part.MoveTo(output.FullName);
            session.Output.Show(document, DocumentPresentation.Document);
        }
        finally
        {
            File.Delete(output.FullName + ".part");
        }
    }

    private static async Task<Document> Receive(IAsyncStreamReader<DownloadDocumentResponse> parts, FileInfo file, Session session)
    {
        if (!await parts.MoveNext(session.Cancelled) || parts.Current.Document is not { } document)
            throw Incomplete();
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        await using (var content = file.Create())
        {
            await Screen.WithProgress("Downloading, in KB", (int)Math.Ceiling(document.Size / 1024.0), async done =>
            {
                await foreach (var chunk in parts.ReadAllAsync(session.Cancelled))
                {
                    hash.AppendData(chunk.Chunk.Span);
                    await content.WriteAsync(chunk.Chunk.Memory, session.Cancelled);
                    done((int)Math.Ceiling(content.Length / 1024.0));
                }
            });
        }
        return Convert.ToHexStringLower(hash.GetHashAndReset()) == document.Sha256 ? document : throw Incomplete();
    }

    private static CommandFailure Incomplete() =>
        new(ExitCode.Unreachable, "INCOMPLETE", "The document did not arrive as the register described it: try again.");
}
