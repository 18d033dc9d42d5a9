using Register.Service.Relaying;
using Register.Service.Tests.EventStore.StandIn;

namespace Register.Service.Tests.Running;

/// <summary>The real register with its ledger in a stand-in cluster of three nodes, copied into PostgreSQL by the relay.</summary>
public class RegisterOnEventStoreDb : RunningRegister
{
    private StandInCluster? _cluster;

    /// <summary>The ledger.</summary>
    internal StandInCluster Cluster => _cluster!;

    /// <summary>The connection string: to the cluster, unless a test wants another.</summary>
    internal Func<StandInCluster, string> Configure { get; set; } = cluster => cluster.ConnectionString();

    /// <summary>The day on which a simulated clock starts, where a test wants one.</summary>
    internal DateOnly? FirstDay { get; init; }

    /// <summary>The database of the persons' keys, where a test wants one beside the register's.</summary>
    internal string? KeysConnectionString { get; set; }

    public override async Task InitializeAsync()
    {
        _cluster = await StandInCluster.Start(nodes: 3);
        await base.InitializeAsync();
    }

    public override async Task DisposeAsync()
    {
        await base.DisposeAsync();
        if (_cluster is not null)
            await _cluster.DisposeAsync();
    }

    /// <summary>Stops it and starts it again with another connection string.</summary>
    public Task RestartWith(string uri)
    {
        Configure = _ => uri;
        return Restart();
    }

    /// <summary>Stops it, and starts it again when something was done to its database.</summary>
    public async Task RestartAfter(Func<Task> change)
    {
        await Stop();
        await change();
        await Start();
    }

    /// <summary>Stops it, and starts it again on PostgreSQL without its events and views: the keys, and what people sent in, have backups of their own.</summary>
    public Task RestartWithLedgerAlone() => RestartAfter(
        () => Ask("drop schema register, published, names, relay, operations, messages cascade"));

    /// <summary>Waits until /health/ready is green or red, and says these words.</summary>
    public Task Readiness(bool isReady, string words = "") => Eventually.Get(
        async () =>
        {
            using var answer = await Http.GetAsync("/health/ready");
            return $"{answer.IsSuccessStatusCode} {await answer.Content.ReadAsStringAsync()}";
        },
        said => said.StartsWith($"{isReady}", StringComparison.Ordinal) && said.Contains(words, StringComparison.Ordinal));

    protected override DateOnly? Today => FirstDay;

    protected override IReadOnlyDictionary<string, string?> Settings =>
        new Dictionary<string, string?> { [LedgerConfiguration.Key] = Configure(Cluster), ["ConnectionStrings:Keys"] = KeysConnectionString };
}
