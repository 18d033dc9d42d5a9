using System.Security.Cryptography;
using System.Text.RegularExpressions;
using Google.Rpc;
using Grpc.Core;
using Register.Domain;
using Register.Service.Edge;
using Sonographer.Register.V1;

namespace Register.Service.Operations;

/// <summary>A copy of a register as it comes in: into a file, and taken only if it is what it says it is.</summary>
internal sealed partial class RestoreUpload(IAsyncStreamReader<RestoreRegisterRequest> parts, int postgresMajor)
{
    /// <summary>Receives the whole copy.</summary>
    /// <returns>What it says of itself.</returns>
    /// <exception cref="RpcException">It is not that, or it broke off.</exception>
    public async Task<Backup> Receive(FileStream file, CancellationToken cancellation)
    {
        var backup = await Next(cancellation) ? parts.Current.Backup : null;
        var read = new RequestReader();
        if (backup is null)
            read.Wrong("backup", "REQUIRED", "The first message says what the copy is.");
        else if (backup.Size < 1 || !Sha256().IsMatch(backup.Sha256))
            read.Wrong("backup", "INCOMPLETE", "The copy was not finished: its size and its sha256 are missing.");
        read.Done();
        if (backup!.PostgresVersion > postgresMajor)
            throw Problems.Rejected([Rejection.Of("POSTGRES_TOO_OLD", $"The copy was written by PostgreSQL {backup.PostgresVersion}, and this register runs on {postgresMajor}.")]);

        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        while (await Next(cancellation))
        {
            var chunk = parts.Current.Chunk;
            if (file.Position + chunk.Length > backup.Size)
                throw Altered("The copy is longer than it says.");
            hash.AppendData(chunk.Span);
            await file.WriteAsync(chunk.Memory, cancellation);
        }
        if (file.Position < backup.Size)
            throw Altered("The copy is shorter than it says.");
        if (Convert.ToHexStringLower(hash.GetHashAndReset()) != backup.Sha256)
            throw Altered("The copy was altered: its sha256 is another.");
        await file.FlushAsync(cancellation);
        file.Position = 0;
        return backup;
    }

    /// <summary>The copy is not what it says it is.</summary>
    public static RpcException Altered(string message) => Problems.Rejected([Rejection.Invalid("backup", "BACKUP_ALTERED", message)]);

    private async Task<bool> Next(CancellationToken cancellation)
    {
        try
        {
            return await parts.MoveNext(cancellation);
        }
        catch (IOException)
        {
            throw Problems.Of(Code.Cancelled, "UPLOAD_BROKEN", "The copy broke off: nothing was restored.").ToRpcException();
        }
    }

    [GeneratedRegex("^[0-9a-f]{64}$")]
    private static partial Regex Sha256();
}
