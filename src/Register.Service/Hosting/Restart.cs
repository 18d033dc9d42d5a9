namespace Register.Service.Hosting;

/// <summary>Has the register start anew in the same process: what it holds in memory is no longer of its database.</summary>
public sealed class Restart(IHostApplicationLifetime lifetime)
{
    /// <summary>Whether to start again once this host has stopped.</summary>
    public bool IsAskedFor { get; private set; }

    /// <summary>Stops this host, to be started again.</summary>
    public void Ask()
    {
        IsAskedFor = true;
        lifetime.StopApplication();
    }
}
