using Marten.Events.Daemon.Coordination;
using Register.Service.Operations;

namespace Register.Service.Leadership;

/// <summary>Puts together what settles which instance keeps the views.</summary>
internal static class LeadershipHosting
{
    /// <summary>Adds it. Registered before AddAsyncDaemon, which else would register a coordinator that runs from the start.</summary>
    public static void AddKeepingOfViews(this IServiceCollection services)
    {
        services.AddSingleton<IProjectionCoordinator, ProjectionCoordinator>();
        services.AddSingleton<JasperFx.Events.Daemon.IProjectionCoordinator>(provider => provider.GetRequiredService<IProjectionCoordinator>());
        services.AddSingleton<ViewShapes>();
        services.AddSingleton<OutdatedViews>();
        services.AddSingleton<KeepingViews>();
        services.AddHostedService(provider => provider.GetRequiredService<KeepingViews>());
    }
}
