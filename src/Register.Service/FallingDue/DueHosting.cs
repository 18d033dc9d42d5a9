using Register.Service.Hosting;
using Register.Service.Notifications;

namespace Register.Service.FallingDue;

/// <summary>Puts together what does due work.</summary>
public static class DueHosting
{
    /// <summary>Adds due work and the channel of its messages.</summary>
    public static void AddDueWork(this WebApplicationBuilder builder, RegisterOptions options)
    {
        var notifications = NotificationOptions.FromConfiguration(builder.Configuration);
        builder.Services.AddSingleton<INotificationChannel>(notifications.Smtp is { } smtp
            ? new SmtpChannel(smtp)
            : new OutboxChannel(Path.Combine(Path.GetFullPath(options.DataDirectory), "outbox")));
        builder.Services.AddSingleton(new Letters(notifications));
        builder.Services.AddSingleton<Settling>();
        builder.Services.AddSingleton<CpdDraws>();
        builder.Services.AddSingleton<DueWork>();
        builder.Services.AddHostedService<DueTimer>();
    }
}
