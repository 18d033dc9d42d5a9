using System.Net;
using System.Net.Sockets;
using MimeKit;
using Register.Service.Notifications;

namespace Register.Service.Tests.Renewal;

public sealed class NotificationChannelTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("register-outbox-");

    [Fact]
    public async Task A_message_goes_to_the_mail_server_as_it_is()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var received = ReceiveOne(listener);

        var port = ((IPEndPoint)listener.LocalEndpoint).Port;
        await new SmtpChannel(new SmtpOptions { Host = "127.0.0.1", Port = port, AllowClearText = true }).Send(Message(), CancellationToken.None);

        var lines = await received.WaitAsync(TimeSpan.FromSeconds(30));
        Assert.Contains("MAIL FROM:<register@sonographer.example>", lines);
        Assert.Contains("RCPT TO:<amara@example.org>", lines);
        Assert.Contains("Message-Id: <one@register.sonographer>", lines);
    }

    [Fact]
    public async Task A_mail_server_that_is_away_is_a_failure_to_try_again()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var port = ((IPEndPoint)listener.LocalEndpoint).Port;
        listener.Stop();
        var channel = new SmtpChannel(new SmtpOptions { Host = "127.0.0.1", Port = port, AllowClearText = true });
        await Assert.ThrowsAsync<NotificationFailedException>(() => channel.Send(Message(), CancellationToken.None));
    }

    [Fact]
    public async Task A_mail_server_without_TLS_gets_nothing_unless_it_may()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var received = ReceiveOne(listener);
        var port = ((IPEndPoint)listener.LocalEndpoint).Port;
        await Assert.ThrowsAsync<NotificationFailedException>(
            () => new SmtpChannel(new SmtpOptions { Host = "127.0.0.1", Port = port }).Send(Message(), CancellationToken.None));
        Assert.DoesNotContain(await received.WaitAsync(TimeSpan.FromSeconds(30)), line => line.StartsWith("RCPT", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_message_sent_twice_is_one_file_in_the_outbox()
    {
        var channel = new OutboxChannel(_folder.FullName);
        await channel.Send(Message(), CancellationToken.None);
        await channel.Send(Message(), CancellationToken.None);
        var file = Assert.Single(_folder.GetFiles());
        Assert.Equal("one.eml", file.Name);
        Assert.Equal("amara@example.org", (await MimeMessage.LoadAsync(file.FullName)).To.Mailboxes.Single().Address);
    }

    [Fact]
    public async Task An_outbox_that_cannot_be_written_is_a_failure_to_try_again()
    {
        var file = Path.Combine(_folder.FullName, "a-file");
        await File.WriteAllTextAsync(file, "");
        await Assert.ThrowsAsync<NotificationFailedException>(() => new OutboxChannel(Path.Combine(file, "outbox")).Send(Message(), CancellationToken.None));
    }

    public void Dispose() => _folder.Delete(recursive: true);

    private static MimeMessage Message() => new(
        [MailboxAddress.Parse("register@sonographer.example")],
        [new MailboxAddress("Amara Okafor", "amara@example.org")],
        "Renew",
        new TextPart("plain") { Text = "Renew." })
    {
        MessageId = "one@register.sonographer",
    };

    /// <summary>As little of SMTP as one message takes; every line that came in.</summary>
    private static async Task<IReadOnlyList<string>> ReceiveOne(TcpListener listener)
    {
        using var client = await listener.AcceptTcpClientAsync();
        using var reader = new StreamReader(client.GetStream());
        await using var writer = new StreamWriter(client.GetStream()) { AutoFlush = true, NewLine = "\r\n" };
        var lines = new List<string>();
        var inData = false;
        await writer.WriteLineAsync("220 test");
        while (await reader.ReadLineAsync() is { } line)
        {
            lines.Add(line.Split(" SIZE=")[0].Split(" BODY=")[0]);
            inData = inData && line != ".";
            if (line == "DATA")
                (inData, _) = (true, writer.WriteLineAsync("354 go on"));
            else if (!inData)
                await writer.WriteLineAsync(line == "QUIT" ? "221 bye" : "250 ok");
        }
        return lines;
    }
}
