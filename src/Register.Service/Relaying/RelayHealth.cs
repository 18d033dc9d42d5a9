using System.Globalization;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Register.EventStore.Relay;

namespace Register.Service.Relaying;

/// <summary>Whether the ledger answers, and if not, why.</summary>
internal sealed class LedgerAnswers(RelayProgress progress) : IHealthCheck
{
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
        Task.FromResult(progress.Status.Away is { } reason ? HealthCheckResult.Unhealthy(reason) : HealthCheckResult.Healthy());
}

/// <summary>Whether the relay copies, and how far it is behind.</summary>
internal sealed class RelayRuns(RelayProgress progress) : IHealthCheck
{
    private static readonly TimeSpan UsualLag = TimeSpan.FromSeconds(10);

    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        var status = progress.Status;
        var data = new Dictionary<string, object> { ["copiedPosition"] = status.Copied };
        if (status.HasAnswered)
        {
            data["ledgerPosition"] = status.Ledger;
            data["secondsBehind"] = Math.Round(status.Behind.TotalSeconds, 1);
        }
        return Task.FromResult(
            status.Stopped is { } reason ? HealthCheckResult.Unhealthy(reason, data: data)
            : !status.HasAnswered ? HealthCheckResult.Unhealthy("How far the copy is behind is not known: the ledger has not answered yet.", data: data)
            : status.Behind > UsualLag ? HealthCheckResult.Degraded(Lag(status), data: data)
            : HealthCheckResult.Healthy(data: data));
    }

    private static string Lag(RelayStatus status) =>
        string.Create(CultureInfo.InvariantCulture, $"The copy has been behind the ledger for {status.Behind.TotalSeconds:F0} s.");
}

/// <summary>Whether the views have come as far as the ledger was when this instance started: before, they are answered from by nobody.</summary>
internal sealed class HasCaughtUp(CatchingUp catchingUp) : IHealthCheck
{
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
        Task.FromResult(catchingUp.IsDone
            ? HealthCheckResult.Healthy()
            : HealthCheckResult.Unhealthy("The views have not caught up yet with the ledger as it was when this instance started."));
}
