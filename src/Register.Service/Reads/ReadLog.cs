using Npgsql;
using Register.Domain;
using Register.Domain.Registration;
using Register.EventStore;
using Register.Service.Hosting;

namespace Register.Service.Reads;

/// <summary>A read of a registrant's record.</summary>
/// <param name="Id">Grows with time.</param>
public sealed record LoggedRead(long Id, DateTimeOffset At, Reader By);

/// <summary>Who read whose record, when and what for (R34). No event: a read changes nothing of an entry.</summary>
/// <remarks>A read is written before it is answered, so that nothing is answered that is not in the log. Nobody waits for the disk, though: when
/// PostgreSQL's machine fails, the last second may be missing; when the register itself does, nothing is. Of a registrant there is the number alone (R37).</remarks>
public sealed class ReadLog(NpgsqlDataSource dataSource, TimeProvider time)
{
    private static readonly string Tables = $"""
        create schema if not exists reads;
        create table if not exists reads.read (
          id bigint generated always as identity primary key, read_at timestamptz not null, registrant int not null,
          subject text not null, role text not null, organisation text, method text not null, purpose text not null);
        {OwnTables.Index("reads.read", "read_of_registrant", "(registrant, id)")}
        """;

    private const string WithoutWaiting = "select set_config('synchronous_commit', 'off', true)";

    private readonly Once<bool> _tables = new(async () =>
    {
        await OwnTables.Make(dataSource, Tables);
        return true;
    });

    /// <summary>Writes that somebody reads these registrants' records now.</summary>
    public async Task Write(Reader by, IReadOnlyCollection<RegistrationNumber> registrants, CancellationToken cancellation)
    {
        if (registrants.Count == 0)
            return;
        await _tables.Get();
        await using var connection = await dataSource.OpenConnectionAsync(cancellation);
        await using var batch = new NpgsqlBatch(connection)
        {
            BatchCommands =
            {
                new(WithoutWaiting),
                new("""
                    insert into reads.read (read_at, registrant, subject, role, organisation, method, purpose)
                    select $1, registrant, $3, $4, $5, $6, $7 from unnest($2) as registrant
                    """)
                {
                    Parameters =
                    {
                        new() { Value = time.GetUtcNow() },
                        new() { Value = registrants.Select(r => r.Value).ToArray() },
                        new() { Value = by.Actor.Subject },
                        new() { Value = by.Actor.Role },
                        new NpgsqlParameter<string?> { TypedValue = by.Actor.Organisation },
                        new() { Value = by.Method },
                        new() { Value = by.Purpose },
                    },
                },
            },
        };
        await batch.ExecuteNonQueryAsync(cancellation);
    }

    /// <summary>The reads of a registrant's record, newest first.</summary>
    /// <param name="before">Only those before this one.</param>
    public async Task<IReadOnlyList<LoggedRead>> Of(RegistrationNumber registrant, long before, int most, CancellationToken cancellation)
    {
        await _tables.Get();
        await using var select = dataSource.CreateCommand(
            """
            select id, read_at, subject, role, organisation, method, purpose from reads.read
            where registrant = $1 and id < $2 order by id desc limit $3
            """);
        select.Parameters.Add(new() { Value = registrant.Value });
        select.Parameters.Add(new() { Value = before });
        select.Parameters.Add(new() { Value = most });
        await using var reader = await select.ExecuteReaderAsync(cancellation);
        var reads = new List<LoggedRead>();
        while (await reader.ReadAsync(cancellation))
        {
            var actor = new Actor(reader.GetString(2), reader.GetString(3), reader.IsDBNull(4) ? null : reader.GetString(4));
            reads.Add(new(reader.GetInt64(0), reader.GetFieldValue<DateTimeOffset>(1), new(actor, reader.GetString(5), reader.GetString(6))));
        }
        return reads;
    }
}
