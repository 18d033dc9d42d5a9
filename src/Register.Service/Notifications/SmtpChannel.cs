using System.Net.Sockets;
using MailKit;
using MailKit.Net.Smtp;
using MailKit.Security;
using MimeKit;

namespace Register.Service.Notifications;

/// <summary>Sends messages through a mail server.</summary>
public sealed class SmtpChannel(SmtpOptions options) : INotificationChannel
{
    public string Name => "smtp";

    public async Task Send(MimeMessage message, CancellationToken cancellation)
    {
        try
        {
            using var client = new SmtpClient();
            var security = options.AllowClearText ? SecureSocketOptions.StartTlsWhenAvailable : SecureSocketOptions.Auto;
            await client.ConnectAsync(options.Host, options.Port, security, cancellation);
            if (!options.AllowClearText && !client.IsSecure)
                throw new NotSupportedException("The mail server offers no TLS.");
            if (options.UserName is not null)
                await client.AuthenticateAsync(options.UserName, options.Password ?? "", cancellation);
            await client.SendAsync(message, cancellation);
            await client.DisconnectAsync(quit: true, cancellation);
        }
        catch (Exception e) when (e is CommandException or ProtocolException or AuthenticationException or IOException or SocketException
            or NotSupportedException or SslHandshakeException or ServiceNotConnectedException)
        {
            throw new NotificationFailedException("The mail server did not take the message.", e);
        }
    }
}
