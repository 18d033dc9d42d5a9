namespace Register.EventStore.EventStoreDb;

/// <summary>The node that calls go to until it turns out to be the wrong one or gone; then all callers find the next one together.</summary>
internal sealed class ChosenNode(Cluster cluster, NodePreference preference)
{
    private readonly Lock _choosing = new();
    private Task<Node>? _chosen;

    public Task<Node> Get(CancellationToken cancellation)
    {
        lock (_choosing)
        {
            if (_chosen is null or { IsFaulted: true } or { IsCanceled: true })
                _chosen = Task.Run(() => cluster.Find(preference), CancellationToken.None);
            return _chosen.WaitAsync(cancellation);
        }
    }

    /// <summary>A call to this node failed: the next goes to the leader it named, or to whom the cluster names.</summary>
    public void Leave(Node node, Exception failure)
    {
        var leader = preference == NodePreference.Leader ? Faults.LeaderNamedBy(failure) : null;
        lock (_choosing)
        {
            if (_chosen is { IsCompletedSuccessfully: true } && _chosen.Result == node)
                _chosen = leader is null ? null : Task.FromResult(cluster.At(leader));
        }
    }
}
