using Npgsql;
using Register.EventStore;
using Register.EventStore.Keys;
using Register.EventStore.Ledger;
using Register.Service.Tests.Running;

namespace Register.Service.Tests.EventStore;

/// <summary>Keys of persons for the tests of ledgers without a register around them.</summary>
internal static class KeysOfTheRun
{
    /// <summary>The master key.</summary>
    public static MasterKeyFile Master { get; } = MasterKeyFile.Open(Path.Combine(Directory.CreateTempSubdirectory("register-test-keys-").FullName, "master.key"));

    private static readonly Lazy<Task<PersonKeys>> Made = new(async () => new(NpgsqlDataSource.Create(await PostgresOfTheRun.NewDatabase()), Master));

    /// <summary>The keys.</summary>
    public static Task<PersonKeys> Get() => Made.Value;

    /// <summary>Keys of a register for itself, in a database of their own.</summary>
    public static async Task<OwnKeys> Own() => new(NpgsqlDataSource.Create(await PostgresOfTheRun.NewDatabase()), Master);

    /// <summary>The register's port over a ledger.</summary>
    public static async Task<IEventStore> StoreOver(ILedger ledger)
    {
        var keys = await Get();
        return new LedgerEventStore(ledger, new(keys), new(ledger, keys));
    }
}
