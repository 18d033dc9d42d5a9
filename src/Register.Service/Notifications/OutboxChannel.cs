using MimeKit;

namespace Register.Service.Notifications;

/// <summary>Writes messages as .eml files into a folder, where no mail server is configured. A message sent twice is one file.</summary>
/// <param name="folder">The folder; it is made when the first message comes.</param>
public sealed class OutboxChannel(string folder) : INotificationChannel
{
    public string Name => "outbox";

    public async Task Send(MimeMessage message, CancellationToken cancellation)
    {
        try
        {
            Directory.CreateDirectory(folder);
            var file = Path.Combine(folder, $"{message.MessageId!.Split('@')[0]}.eml");
            // Written beside and moved: whoever looks into the folder finds whole messages only.
            var draft = $"{file}.{Guid.NewGuid():N}";
            await message.WriteToAsync(draft, cancellation);
            File.Move(draft, file, overwrite: true);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new NotificationFailedException("The outbox folder cannot be written to.", e);
        }
    }
}
