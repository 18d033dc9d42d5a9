using System.Collections.Concurrent;
using Register.EventStore.Ledger;
using Register.EventStore.Relay;

namespace Register.Service.Tests.Relaying;

/// <summary>What becomes of a relay when it writes a batch.</summary>
internal enum CopyFault
{
    None,

    /// <summary>It crashes before the transaction.</summary>
    CrashedBefore,

    /// <summary>It crashes after the commit, before it knows of it.</summary>
    CrashedAfter,

    /// <summary>PostgreSQL ends its connections at some moment of the transaction.</summary>
    CutInside,

    /// <summary>The commit itself fails, everything written.</summary>
    FailedAtCommit,

    /// <summary>Another relay has written the same events before, or the first of them.</summary>
    Overtaken,
}

/// <summary>A copy whose relay meets a fault at each write, as it is told.</summary>
internal sealed class CrashingCopy(RelayFixture fixture, Func<CopyFault> onWrite, Func<int, int> some) : ICopy
{
    /// <summary>Makes a commit fail while there is a row in it.</summary>
    public const string FailingCommits = """
        create table failing_commit (once boolean);
        create function fail_commit() returns trigger language plpgsql as $$
            begin
                if exists (select from failing_commit) then raise exception 'no commit' using errcode = '57P01'; end if;
                return null;
            end $$;
        create constraint trigger fail_commit after insert on register.mt_events deferrable initially deferred for each row execute function fail_commit();
        """;

    private const string Cut = $"""
        select count(pg_terminate_backend(pid)) from pg_stat_activity
        where datname = current_database() and application_name = '{RelayFixture.ConnectionsOfRelays}'
        """;

    /// <summary>How often each fault was met.</summary>
    public ConcurrentDictionary<CopyFault, int> Met { get; } = new();

    public Task<Checkpoint> Checkpoint(CancellationToken cancellation) => fixture.Copy.Checkpoint(cancellation);

    public async Task<bool> Write(Checkpoint after, IReadOnlyList<LedgerEvent> events, CancellationToken cancellation)
    {
        var fault = onWrite();
        Met.AddOrUpdate(fault, 1, (_, times) => times + 1);
        switch (fault)
        {
            case CopyFault.CrashedBefore:
                throw new CrashException();
            case CopyFault.CrashedAfter:
                Assert.True(await fixture.Copy.Write(after, events, cancellation));
                throw new CrashException();
            case CopyFault.CutInside:
                var write = fixture.Copy.Write(after, events, cancellation);
                await Task.Yield();
                await fixture.Ask(Cut);
                return await write;
            case CopyFault.FailedAtCommit:
                await fixture.Do("insert into failing_commit values (true)");
                try
                {
                    return await fixture.Copy.Write(after, events, cancellation);
                }
                finally
                {
                    await fixture.Do("delete from failing_commit");
                }
            case CopyFault.Overtaken:
                Assert.True(await fixture.Copy.Write(after, [.. events.Take(1 + some(events.Count))], cancellation));
                Assert.False(await fixture.Copy.Write(after, events, cancellation));
                return false;
            default:
                return await fixture.Copy.Write(after, events, cancellation);
        }
    }
}
