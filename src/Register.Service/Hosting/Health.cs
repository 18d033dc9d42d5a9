using JasperFx;
using Marten.Events.Daemon.Coordination;
using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Npgsql;
using Register.Service.Leadership;
using Register.Service.Transfer;
using IProjectionCoordinator = Marten.Events.Daemon.Coordination.IProjectionCoordinator;

namespace Register.Service.Hosting;

/// <summary>Whether the register lives, and whether it is ready: its database answers, and none of its projections is stuck or another instance runs
/// them. One that is started for an import is not ready, and says so.</summary>
public static class Health
{
    /// <summary>Adds the checks, also for the gRPC health service.</summary>
    public static void AddHealth(this WebApplicationBuilder builder) =>
        builder.Services.AddGrpcHealthChecks()
            .AddCheck<DatabaseAnswers>("database")
            .AddCheck<ProjectionsRun>("projections");

    /// <summary>Maps /health/live, /health/ready and the gRPC health service.</summary>
    public static void MapHealth(this WebApplication app)
    {
        app.MapHealthChecks("/health/live", new HealthCheckOptions { Predicate = _ => false }).AllowAnonymous();
        app.MapHealthChecks("/health/ready", new HealthCheckOptions { ResponseWriter = Explain }).AllowAnonymous();
        app.MapGrpcHealthChecksService().AllowAnonymous();
    }

    private static Task Explain(HttpContext context, HealthReport report) => context.Response.WriteAsJsonAsync(new
    {
        status = report.Status.ToString(),
        checks = report.Entries.ToDictionary(e => e.Key, e => new { status = e.Value.Status.ToString(), e.Value.Description, data = e.Value.Data.Count > 0 ? e.Value.Data : null }),
    });

    private sealed class DatabaseAnswers(NpgsqlDataSource dataSource) : IHealthCheck
    {
        public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
        {
            try
            {
                await using var command = dataSource.CreateCommand("select 1");
                await command.ExecuteScalarAsync(cancellationToken);
                return HealthCheckResult.Healthy();
            }
            catch (NpgsqlException)
            {
                return HealthCheckResult.Unhealthy("PostgreSQL does not answer.");
            }
        }
    }

    private sealed class ProjectionsRun(IProjectionCoordinator coordinator, KeepingViews keeping, IConfiguration configuration) : IHealthCheck
    {
        private readonly bool _isImporting = Importing.IsConfigured(configuration);

        public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
        {
            if (_isImporting)
                return Task.FromResult(HealthCheckResult.Unhealthy(Importing.Reason));
            if (keeping.Part == Part.Standby)
                return Task.FromResult(HealthCheckResult.Healthy("standby: another instance keeps the views."));
            var daemon = coordinator.DaemonForMainDatabase();
            var agents = daemon.CurrentAgents();
            var stuck = agents.Where(a => a.Status != AgentStatus.Running).Select(a => a.Name.Identity).ToList();
            return Task.FromResult(
                agents.Count == 0 ? HealthCheckResult.Unhealthy("No projection runs yet.")
                : stuck.Count > 0 ? HealthCheckResult.Unhealthy($"Not running: {string.Join(", ", stuck)}.")
                : HealthCheckResult.Healthy());
        }
    }
}
