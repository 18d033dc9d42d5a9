using System.Runtime.CompilerServices;
using Npgsql;
using Register.Domain.Documents;
using Register.EventStore;
using Register.Service.Hosting;

namespace Register.Service.Documents;

/// <summary>The contents of documents in PostgreSQL, each stored once, by its hash. What no event refers to is never read.</summary>
public sealed class ContentStore(NpgsqlDataSource dataSource)
{
    // The formats are compressed already: stored as it is, a part of a content can be read without the rest.
    private const string Tables = """
        create schema if not exists documents;
        create table if not exists documents.content (sha256 bytea primary key, data bytea not null, stored_at timestamptz not null default now());
        alter table documents.content alter column data set storage external;
        """;

    private const int ChunkSize = 256 * 1024;

    private readonly Once<bool> _tables = new(async () =>
    {
        await OwnTables.Make(dataSource, Tables);
        return true;
    });

    /// <summary>Stores a content unless it is there already.</summary>
    public async Task Put(ContentHash hash, ReadOnlyMemory<byte> content, CancellationToken cancellation)
    {
        await _tables.Get();
        await using var insert = dataSource.CreateCommand("insert into documents.content (sha256, data) values ($1, $2) on conflict do nothing");
        insert.Parameters.Add(new() { Value = hash.ToBytes() });
        insert.Parameters.Add(new() { Value = content });
        await insert.ExecuteNonQueryAsync(cancellation);
    }

    /// <summary>Deletes a content that nothing refers to any more.</summary>
    public async Task Delete(ContentHash hash, CancellationToken cancellation)
    {
        await _tables.Get();
        await using var delete = dataSource.CreateCommand("delete from documents.content where sha256 = $1");
        delete.Parameters.Add(new() { Value = hash.ToBytes() });
        await delete.ExecuteNonQueryAsync(cancellation);
    }

    /// <summary>Reads a content in chunks, each with a query of its own: a slow reader holds no connection.</summary>
    public async IAsyncEnumerable<byte[]> Read(ContentHash hash, long size, [EnumeratorCancellation] CancellationToken cancellation)
    {
        await _tables.Get();
        for (var at = 0; at < size; at += ChunkSize)
        {
            await using var select = dataSource.CreateCommand("select substring(data from $2 for $3) from documents.content where sha256 = $1");
            select.Parameters.Add(new() { Value = hash.ToBytes() });
            select.Parameters.Add(new() { Value = at + 1 });
            select.Parameters.Add(new() { Value = ChunkSize });
            yield return (byte[])(await select.ExecuteScalarAsync(cancellation))!;
        }
    }
}
