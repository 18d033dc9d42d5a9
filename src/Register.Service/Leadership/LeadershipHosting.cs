using Marten.Events.Daemon.Coordination;
using Register.Service.Operations;

namespace Register.Service.Leadership;

/// <summary>Puts together what settles which instance keeps the views.</summary>
internal static class LeadershipHosting
{
    /// <summary>Adds it. Registered before AddAsyncDaemon, which else would register a coordinator that runs from the start.</summary>
    /// <param name="services">The parts of the register.</param>
    /// <param name="isImporting">Nothing is projected, nothing reacts and nothing falls due while a ledger comes in.</param>
    public static void AddKeepingOfViews(this IServiceCollection services, bool isImporting)
    {
        services.AddSingleton<IProjectionCoordinator, ProjectionCoordinator>();
        services.AddSingleton<JasperFx.Events.Daemon.IProjectionCoordinator>(provider => provider.GetRequiredService<IProjectionCoordinator>());
        services.AddSingleton<ViewShapes>();
        services.AddSingleton<OutdatedViews>();
        services.AddSingleton<KeepingViews>();
        if (!isImporting)
            services.AddHostedService(provider => provider.GetRequiredService<KeepingViews>());
    }
}
