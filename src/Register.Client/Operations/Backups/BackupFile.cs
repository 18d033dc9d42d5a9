using System.Security.Cryptography;
using Google.Protobuf;
using Grpc.Core;
using Register.Client.Errors;
using Register.Client.Terminal;

namespace Register.Client.Operations.Backups;

/// <summary>The file of a backup: there only when it is whole, and sent back only when it is as it was taken.</summary>
internal static class BackupFile
{
    private const int ChunkSize = 256 * 1024;

    /// <summary>Takes a backup.</summary>
    /// <exception cref="CommandFailure">There is such a file already, or the backup did not arrive whole.</exception>
    public static async Task<Backup> Write(FileInfo output, Session session)
    {
        var manifest = BackupManifest.Beside(output);
        if (output.Exists || manifest.Exists)
            throw CommandFailure.WrongInput($"There is a file '{(output.Exists ? output : manifest).Name}' already.");
        var part = new FileInfo(output.FullName + ".part");
        try
        {
            using var call = session.Operations.BackUpRegister(new BackUpRegisterRequest(), session.Stream());
            var backup = await Receive(call.ResponseStream, part, session);
            await using (var written = Private(manifest))
                await written.WriteAsync(BackupManifest.Of(backup, session.Address).Sealed(), session.Cancelled);
            part.MoveTo(output.FullName);
            return backup;
        }
        finally
        {
            File.Delete(output.FullName + ".part");
        }
    }

    /// <summary>Restores a backup.</summary>
    /// <exception cref="CommandFailure">It is not as it was taken.</exception>
    public static async Task<Backup> Restore(FileInfo input, Session session)
    {
        if (!input.Exists)
            throw CommandFailure.WrongInput($"There is no file '{input.Name}'.");
        var manifest = BackupManifest.Read(input);
        await manifest.Check(input, session.Cancelled);

        using var call = session.Operations.RestoreRegister(session.Stream());
        try
        {
            await call.RequestStream.WriteAsync(new() { Backup = manifest.ToBackup() }, session.Cancelled);
            await Send(input, call.RequestStream, session);
            await call.RequestStream.CompleteAsync();
        }
        catch (Exception e) when (e is RpcException or InvalidOperationException)
        {
            // The register has answered before the end: its answer says why.
        }
        Backup? restored = null;
        await Screen.WithProgress("Restoring", total: null, async _ => restored = (await call.ResponseAsync).Backup);
        return restored!;
    }

    private static async Task<Backup> Receive(IAsyncStreamReader<BackUpRegisterResponse> parts, FileInfo file, Session session)
    {
        Backup? backup = null;
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        await using var content = Private(file);
        await Screen.WithProgress("Backing up, in KB", total: null, async done =>
        {
            await foreach (var part in parts.ReadAllAsync(session.Cancelled))
            {
                backup = part.Backup ?? backup;
                if (part.Chunk.IsEmpty)
                    continue;
                hash.AppendData(part.Chunk.Span);
                await content.WriteAsync(part.Chunk.Memory, session.Cancelled);
                done((int)(content.Length / 1024));
            }
        });
        if (backup is null || backup.Size != content.Length || backup.Sha256 != Convert.ToHexStringLower(hash.GetHashAndReset()))
            throw new CommandFailure(ExitCode.Unreachable, "INCOMPLETE", "The backup did not arrive as the register sent it: try again.");
        content.Flush(flushToDisk: true);
        return backup;
    }

    private static async Task Send(FileInfo input, IClientStreamWriter<RestoreRegisterRequest> stream, Session session)
    {
        await using var content = input.OpenRead();
        await Screen.WithProgress("Sending, in KB", (int)Math.Ceiling(input.Length / 1024.0), async done =>
        {
            var buffer = new byte[ChunkSize];
            var sent = 0L;
            int length;
            while ((length = await content.ReadAsync(buffer, session.Cancelled)) > 0)
            {
                await stream.WriteAsync(new() { Chunk = ByteString.CopyFrom(buffer, 0, length) }, session.Cancelled);
                sent += length;
                done((int)Math.Ceiling(sent / 1024.0));
            }
        });
    }

    // The register in full: for its owner's eyes.
    private static FileStream Private(FileInfo file)
    {
        var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        return new(file.FullName, options);
    }
}
