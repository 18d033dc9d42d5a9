namespace Register.Service.Notifications;

/// <summary>The section Notifications of the configuration.</summary>
public sealed class NotificationOptions
{
    /// <summary>The address that messages come from.</summary>
    public string From { get; init; } = "register@sonographer.example";

    /// <summary>The mail server; none to write messages to the outbox folder of the data directory instead.</summary>
    public SmtpOptions? Smtp { get; init; }

    internal static NotificationOptions FromConfiguration(IConfiguration configuration) =>
        configuration.GetSection("Notifications").Get<NotificationOptions>() ?? new NotificationOptions();
}

/// <summary>A mail server.</summary>
public sealed class SmtpOptions
{
    /// <summary>Its name.</summary>
    public required string Host { get; init; }

    /// <summary>Its port; 587 unless told.</summary>
    public int Port { get; init; } = 587;

    /// <summary>The account to log in with; none for no login.</summary>
    public string? UserName { get; init; }

    /// <summary>The account's password.</summary>
    public string? Password { get; init; }

    /// <summary>Whether the connection may be in clear: for a server on the same machine only.</summary>
    public bool AllowClearText { get; init; }
}
