using MimeKit;

namespace Register.Service.Notifications;

/// <summary>The way out for messages.</summary>
public interface INotificationChannel
{
    /// <summary>How messages go, as their record says it.</summary>
    string Name { get; }

    /// <summary>Sends a message. The same one may come twice, with the same Message-Id.</summary>
    /// <exception cref="NotificationFailedException">It was not sent; it is tried again later.</exception>
    Task Send(MimeMessage message, CancellationToken cancellation);
}

/// <summary>A message was not sent.</summary>
public sealed class NotificationFailedException(string message, Exception inner) : Exception(message, inner);
