using Register.Service.Relaying;
using Register.Service.Tests.EventStore.StandIn;

namespace Register.Service.Tests.Running;

/// <summary>The real register with its ledger in a stand-in cluster of three nodes, copied into PostgreSQL by the relay.</summary>
public class RegisterOnEventStoreDb : RunningRegister
{
    private StandInCluster? _cluster;

    /// <summary>The ledger.</summary>
    internal StandInCluster Cluster => _cluster!;

    /// <summary>The connection string, where it is not simply to the cluster.</summary>
    public string? Uri { get; set; }

    public override async Task InitializeAsync()
    {
        _cluster = await StandInCluster.Start(nodes: 3);
        await base.InitializeAsync();
    }

    public override async Task DisposeAsync()
    {
        await base.DisposeAsync();
        await _cluster!.DisposeAsync();
    }

    /// <summary>What /health/ready says, once it says this status.</summary>
    public Task<string> Readiness(bool isReady) => Eventually.Get(
        async () =>
        {
            using var answer = await Http.GetAsync("/health/ready");
            return $"{answer.IsSuccessStatusCode} {await answer.Content.ReadAsStringAsync()}";
        },
        said => said.StartsWith($"{isReady}", StringComparison.Ordinal));

    protected override IReadOnlyDictionary<string, string?> Settings =>
        new Dictionary<string, string?> { [LedgerConfiguration.Key] = Uri ?? _cluster!.ConnectionString() };
}
