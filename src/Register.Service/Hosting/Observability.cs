using OpenTelemetry;
using OpenTelemetry.Metrics;
using OpenTelemetry.Trace;
using Register.Service.Commands;
using Register.Views;

namespace Register.Service.Hosting;

/// <summary>Logs as JSON lines, and traces and metrics by OTLP where an endpoint is configured; none of it holds personal data (R37).</summary>
public static class Observability
{
    /// <summary>Adds logging, and OpenTelemetry when OTEL_EXPORTER_OTLP_ENDPOINT is set.</summary>
    public static void AddObservability(this WebApplicationBuilder builder)
    {
        builder.Logging.ClearProviders();
        builder.Logging.AddJsonConsole(json => json.UseUtcTimestamp = true);
        foreach (var chatty in new[] { "Microsoft.AspNetCore", "Npgsql", "Marten", "JasperFx", "Wolverine", "Grpc" })
            builder.Logging.AddFilter(chatty, LogLevel.Warning);
        // A command that met another is tried again, and who ran it says what went wrong with it: not every attempt is an error for an operator.
        builder.Logging.AddFilter(typeof(RunCommand).FullName, LogLevel.None);
        // Whoever finds that something is wrong says so, once; at each probe it would be said again.
        builder.Logging.AddFilter("Microsoft.Extensions.Diagnostics.HealthChecks", LogLevel.None);

        if (builder.Configuration["OTEL_EXPORTER_OTLP_ENDPOINT"] is null)
            return;
        builder.Services.AddOpenTelemetry()
            .WithTracing(traces => traces
                .AddAspNetCoreInstrumentation()
                .AddSource(CommandTelemetry.SourceName, ViewTracing.SourceName, "Wolverine", "Marten", "Npgsql"))
            .WithMetrics(metrics => metrics
                .AddAspNetCoreInstrumentation()
                .AddMeter(CommandTelemetry.SourceName, "Marten", "Wolverine", "Npgsql"))
            .UseOtlpExporter();
    }
}
