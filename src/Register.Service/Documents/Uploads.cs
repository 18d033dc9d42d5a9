using System.Security.Cryptography;
using Google.Rpc;
using Grpc.Core;
using Register.Domain;
using Register.Domain.Documents;
using Register.Service.Edge;
using Sonographer.Register.V1;
using MediaType = Register.Domain.Documents.MediaType;

namespace Register.Service.Documents;

/// <summary>What an upload's header says of the content that follows.</summary>
public sealed record DeclaredContent(ContentHash Hash, MediaType MediaType, int Size);

/// <summary>Takes the chunks of uploads, no more at once than there is memory for, and lets only through what is what its header says.</summary>
public sealed class Uploads
{
    /// <summary>The largest content, in bytes.</summary>
    public const int LargestContent = 20_000_000;

    private const int LargestChunk = 1024 * 1024;

    // Contents are in memory until they are checked: ten of the largest at once, or many small ones.
    private const long MostMemory = 10L * LargestContent;

    private static readonly TimeSpan LongestUpload = TimeSpan.FromMinutes(5);
    private long _memory;

    /// <summary>Receives a content that matches its header, and hands it on.</summary>
    /// <remarks>What finds no room is refused at once: while it waited, its unread bytes would hold up the others on its connection.</remarks>
    /// <exception cref="RpcException">There is no room, it does not match, the stream broke, or it took too long.</exception>
    public async Task Receive(
        IAsyncStreamReader<UploadDocumentRequest> parts, DeclaredContent declared, Func<ReadOnlyMemory<byte>, Task> store, CancellationToken cancellation)
    {
        try
        {
            if (Interlocked.Add(ref _memory, declared.Size) > MostMemory)
                throw Problems.Unavailable("UPLOADS_BUSY", "Too many documents are being uploaded at this moment: try again.").ToRpcException();
            await store(await Content(parts, declared, cancellation));
        }
        finally
        {
            Interlocked.Add(ref _memory, -declared.Size);
        }
    }

    /// <summary>Waits for the next part of an upload.</summary>
    /// <returns>Whether there is one.</returns>
    /// <exception cref="RpcException">The caller has gone.</exception>
    public static async Task<bool> Next(IAsyncStreamReader<UploadDocumentRequest> parts, CancellationToken cancellation)
    {
        try
        {
            return await parts.MoveNext(cancellation);
        }
        catch (IOException)
        {
            throw Problems.Of(Code.Cancelled, "UPLOAD_BROKEN", "The upload broke off: nothing was attached.").ToRpcException();
        }
    }

    private static async Task<ReadOnlyMemory<byte>> Content(
        IAsyncStreamReader<UploadDocumentRequest> parts, DeclaredContent declared, CancellationToken cancellation)
    {
        using var time = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        time.CancelAfter(LongestUpload);
        var content = new byte[declared.Size];
        var received = 0;
        try
        {
            while (await Next(parts, time.Token))
            {
                if (parts.Current.PartCase != UploadDocumentRequest.PartOneofCase.Chunk)
                    throw Wrong("header", "HEADER_TWICE", "After the header only chunks follow.");
                var chunk = parts.Current.Chunk.Span;
                if (chunk.Length > LargestChunk)
                    throw Wrong("chunk", "CHUNK_TOO_LARGE", $"A chunk is at most {LargestChunk} bytes.");
                if (chunk.Length > content.Length - received)
                    throw Wrong("header.size", "SIZE_MISMATCH", "The content is longer than its header says.");
                chunk.CopyTo(content.AsSpan(received));
                received += chunk.Length;
            }
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            throw Problems.Of(Code.DeadlineExceeded, "UPLOAD_TOO_SLOW", $"An upload takes {LongestUpload.TotalMinutes} minutes at most.").ToRpcException();
        }
        Check(content.AsSpan(0, received), declared);
        return content;
    }

    private static void Check(ReadOnlySpan<byte> content, DeclaredContent declared)
    {
        if (content.Length != declared.Size)
            throw Wrong("header.size", "SIZE_MISMATCH", "The content is shorter than its header says.");
        if (ContentHash.Of(SHA256.HashData(content)) != declared.Hash)
            throw Wrong("header.sha256", "HASH_MISMATCH", "The content is not the one that the SHA-256 is of: it changed on its way, or another file was meant.");
        if (FileSignature.Of(content) != declared.MediaType)
            throw Wrong("header.media_type", "MEDIA_TYPE_MISMATCH", "The content does not begin as a file of this media type does.");
    }

    private static RpcException Wrong(string field, string code, string message) => Problems.Rejected([Rejection.Invalid(field, code, message)]);
}
