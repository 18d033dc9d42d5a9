using Npgsql;

namespace Register.EventStore.Marten;

/// <summary>The lock of who writes events: held to the commit, it makes the order of positions the order of commits.</summary>
internal static class LedgerLock
{
    private const long Key = 0x534F4E_4C454447; // "SONLEDG"

    // Planned each time: a plan kept since the ledger was small would read all of it at every append.
    private const string Lock = "select pg_advisory_xact_lock($1), set_config('plan_cache_mode', 'force_custom_plan', true)";

    /// <summary>The statement that waits for it.</summary>
    public static NpgsqlBatchCommand Take() => new(Lock) { Parameters = { new() { Value = Key } } };
}
