using System.Data;
using System.Security.Cryptography;
using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;
using Google.Rpc;
using Grpc.Core;
using Marten;
using Npgsql;
using Register.Domain;
using Register.EventStore.Keys;
using Register.EventStore.Marten;
using Register.Service.Edge;
using Register.Service.Embedded;
using Register.Service.Hosting;
using Register.Service.Leadership;
using Register.Views;
using Sonographer.Register.V1;

namespace Register.Service.Operations;

/// <summary>Copies of a register on its own PostgreSQL, and the way back into an empty one.</summary>
public sealed partial class Backups(
    IConfiguration configuration, NpgsqlDataSource dataSource, IDocumentStore store, Restart restart, IMasterKey master, TimeProvider time, ILogger<Backups> log, EmbeddedPostgres? embedded = null)
{
    private const string Events = $"{MartenLedger.Schema}.mt_events";
    private const int ChunkSize = 256 * 1024;

    private int _restoring;

    /// <summary>Sends a copy as of now.</summary>
    public async Task BackUp(IServerStreamWriter<BackUpRegisterResponse> to, ServerCallContext context)
    {
        var (archive, cancellation) = (Archive(), context.CancellationToken);
        await using var connection = await dataSource.OpenConnectionAsync(cancellation);
        // pg_dump and the numbers see the same moment.
        await using var moment = await connection.BeginTransactionAsync(IsolationLevel.RepeatableRead, cancellation);
        var (snapshot, backup) = await Moment(connection, archive, cancellation);
        await to.WriteAsync(new() { Backup = backup }, cancellation);

        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var size = 0L;
        try
        {
            await archive.Write(snapshot, LeftOut(), Send, cancellation);
        }
        catch (EmbeddedPostgresException e)
        {
            LogFailed(e);
            throw Problems.Unavailable("BACKUP_FAILED", "The copy could not be finished: the register's log says why.").ToRpcException();
        }
        (backup.Size, backup.Sha256) = (size, Convert.ToHexStringLower(hash.GetHashAndReset()));
        await to.WriteAsync(new() { Backup = backup }, cancellation);
        LogTaken(backup.EventCount, context.Actor().Subject);

        async Task Send(Stream copy, CancellationToken stop)
        {
            var buffer = new byte[ChunkSize];
            int length;
            while ((length = await copy.ReadAtLeastAsync(buffer, buffer.Length, throwOnEndOfStream: false, stop)) > 0)
            {
                hash.AppendData(buffer, 0, length);
                size += length;
                await to.WriteAsync(new() { Chunk = ByteString.CopyFrom(buffer, 0, length) }, stop);
            }
        }
    }

    /// <summary>Restores a copy into this register, which holds no events, and has it start anew.</summary>
    public async Task<Backup> Restore(IAsyncStreamReader<RestoreRegisterRequest> parts, ServerCallContext context)
    {
        var (archive, cancellation) = (Archive(), context.CancellationToken);
        if (Interlocked.Exchange(ref _restoring, 1) == 1)
            throw Refused("RESTORE_RUNS", "Another restore runs already.");
        try
        {
            await using var file = Kept();
            var backup = await new RestoreUpload(parts, archive.PostgresMajor).Receive(file, cancellation);
            await Restore(archive, file, backup, cancellation);
            LogRestored(backup.EventCount, context.Actor().Subject);
            restart.Ask();
            return backup;
        }
        finally
        {
            Volatile.Write(ref _restoring, 0);
        }
    }

    // Views are in clear, and are built anew from the events: without them, whoever has a copy and not the master key has no more than the ledger's.
    private IEnumerable<string> LeftOut() => ViewRebuilds.All.Keys.SelectMany(view => ViewRebuilds.TablesOf(view, store)).Append(ViewShapes.Table);

    private async Task Restore(Archive archive, FileStream copy, Backup backup, CancellationToken cancellation)
    {
        await using var empty = await archive.Open(cancellation);
        await using var held = await empty.BeginTransactionAsync(cancellation);
        await using (var hold = new NpgsqlCommand($"lock table {Events} in share row exclusive mode", empty))
            await hold.ExecuteNonQueryAsync(cancellation);
        if (await CountOf(empty, cancellation) > 0)
            throw Refused("REGISTER_NOT_EMPTY", "This register holds events, and a restore never replaces any: restore into a new, empty one.");
        try
        {
            await Load(archive, copy, backup, cancellation);
            await archive.Replace(empty);
        }
        catch (PostgresException e)
        {
            LogFailed(e);
            throw Problems.Unavailable("RESTORE_FAILED", "PostgreSQL could not put the copy in its place, and nothing was changed: the register's log says why.").ToRpcException();
        }
        finally
        {
            await archive.Discard(CancellationToken.None);
        }
    }

    private async Task Load(Archive archive, FileStream copy, Backup backup, CancellationToken cancellation)
    {
        try
        {
            await using var loaded = await archive.Load(copy, cancellation);
            if (await CountOf(loaded, cancellation) != backup.EventCount)
                throw RestoreUpload.Altered("The copy does not hold the events that it says it holds.");
            await Readable(loaded, cancellation);
        }
        catch (Exception e) when (e is EmbeddedPostgresException or PostgresException { SqlState: PostgresErrorCodes.UndefinedTable })
        {
            LogFailed(e);
            throw RestoreUpload.Altered("PostgreSQL does not take it for a copy of a register: the register's log says why.");
        }
    }

    // Without the master key that wraps its keys, nothing personal in it could ever be read: nobody wants to find that out afterwards.
    private async Task Readable(NpgsqlConnection loaded, CancellationToken cancellation)
    {
        var masters = new HashSet<string>((await OwnKeys.CountIn(loaded, cancellation)).Keys);
        await using var ask = new NpgsqlCommand("select distinct master from keys.person where wrapped is not null", loaded);
        await using var answer = await ask.ExecuteReaderAsync(cancellation);
        while (await answer.ReadAsync(cancellation))
            masters.Add(answer.GetString(0));
        if (masters.FirstOrDefault(id => !master.Knows(id)) is { } missing)
        {
            throw Refused(
                "MASTER_KEY_MISSING",
                $"Keys in the copy are wrapped by master key {missing}, which this register does not have: bring its master key file first.");
        }
    }

    private Archive Archive()
    {
        if (embedded is null)
        {
            throw Refused(
                "DATABASE_ELSEWHERE",
                "The register is on a PostgreSQL that others run: copy it with their tools (pg_dump and pg_restore, or pg_basebackup with its archive of the log).");
        }
        if (!string.IsNullOrEmpty(configuration["Ledger:EventStoreDb"]))
            throw Refused("LEDGER_ELSEWHERE", "The events are in EventStoreDB: copy its data directories as its own documentation says; the views are built from them.");
        return embedded.Archive;
    }

    private async Task<(string Snapshot, Backup Backup)> Moment(NpgsqlConnection connection, Archive archive, CancellationToken cancellation)
    {
        await using var ask = new NpgsqlCommand($"select pg_export_snapshot(), count(*), coalesce(max(seq_id), 0) from {Events}", connection);
        await using var answer = await ask.ExecuteReaderAsync(cancellation);
        await answer.ReadAsync(cancellation);
        return (answer.GetString(0), new()
        {
            CreateTime = Timestamp.FromDateTimeOffset(time.GetUtcNow()),
            PostgresVersion = archive.PostgresMajor,
            EventCount = answer.GetInt64(1),
            LedgerPosition = answer.GetInt64(2),
        });
    }

    private static async Task<long> CountOf(NpgsqlConnection connection, CancellationToken cancellation)
    {
        await using var count = new NpgsqlCommand($"select count(*) from {Events}", connection);
        return (long)(await count.ExecuteScalarAsync(cancellation))!;
    }

    // For the length of the restore, and for nobody else to read.
    private FileStream Kept()
    {
        var options = new FileStreamOptions
        {
            Mode = FileMode.CreateNew,
            Access = FileAccess.ReadWrite,
            Options = FileOptions.Asynchronous | FileOptions.DeleteOnClose,
        };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        var folder = Path.GetFullPath(RegisterOptions.From(configuration).DataDirectory);
        return new(Path.Combine(folder, $"restore-{Guid.NewGuid():n}"), options);
    }

    private static RpcException Refused(string code, string message) => Problems.Rejected([Rejection.Of(code, message)]);

    [LoggerMessage(LogLevel.Information, "A copy of the register with {Events} events was taken by {Operator}.")]
    private partial void LogTaken(long events, string @operator);

    [LoggerMessage(LogLevel.Warning, "A copy of a register with {Events} events was restored by {Operator}: the register starts anew.")]
    private partial void LogRestored(long events, string @operator);

    [LoggerMessage(LogLevel.Error, "A copy could not be taken or restored.")]
    private partial void LogFailed(Exception exception);
}
