using Register.Service.Relaying;

namespace Register.Service.Tests.Running;

/// <summary>Another instance on the ledger, the databases and the master key of one that runs.</summary>
public sealed class AnotherOnEventStoreDb(RegisterOnEventStoreDb first) : RunningRegister
{
    public override Task InitializeAsync()
    {
        ConnectionString = first.ConnectionString;
        return Start();
    }

    protected override IReadOnlyDictionary<string, string?> Settings => new Dictionary<string, string?>
    {
        [LedgerConfiguration.Key] = first.Configure(first.Cluster),
        ["ConnectionStrings:Keys"] = first.KeysConnectionString,
        ["Keys:MasterKeyFile"] = Path.Combine(first.DataDirectory, "master.key"),
    };
}
