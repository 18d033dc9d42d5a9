using System.Net;
using System.Net.Sockets;
using Npgsql;

namespace Register.Service.Tests.EventStore;

/// <summary>A way to PostgreSQL on which connections break as they are told to: when something is asked, or when it is done, before the answer.</summary>
internal sealed class WayToPostgres : IDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly UnixDomainSocketEndPoint _server;
    private readonly NpgsqlConnectionStringBuilder _connection;

    /// <param name="connectionString">Of a server that listens on a socket in a folder.</param>
    public WayToPostgres(string connectionString)
    {
        _connection = new(connectionString);
        _server = new(Path.Combine(_connection.Host!, $".s.PGSQL.{_connection.Port}"));
        _listener.Start();
        _connection.Host = "127.0.0.1";
        _connection.Port = ((IPEndPoint)_listener.LocalEndpoint).Port;
        _connection.SslMode = SslMode.Disable;
        _connection.NoResetOnClose = true; // what is asked is one request and has one answer
        _ = Accept();
    }

    /// <summary>Whether to break instead of passing on what is asked.</summary>
    public Func<bool> OnRequest { get; set; } = () => false;

    /// <summary>Whether to break instead of passing on an answer.</summary>
    public Func<bool> OnAnswer { get; set; } = () => false;

    /// <summary>The connection string to the same database along this way.</summary>
    public string ConnectionString => _connection.ConnectionString;

    public void Dispose() => _listener.Dispose();

    private async Task Accept()
    {
        try
        {
            while (true)
                _ = Serve(await _listener.AcceptSocketAsync());
        }
        catch (Exception e) when (e is SocketException or ObjectDisposedException)
        {
            // The way is closed.
        }
    }

    private async Task Serve(Socket client)
    {
        using (client)
        using (var server = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified))
        {
            await server.ConnectAsync(_server);
            await Task.WhenAny(Pass(client, server, () => OnRequest()), Pass(server, client, () => OnAnswer()));
        }
    }

    private static async Task Pass(Socket from, Socket to, Func<bool> breaks)
    {
        var buffer = new byte[64 * 1024];
        try
        {
            while (await from.ReceiveAsync(buffer) is > 0 and var count && !breaks())
                await to.SendAsync(buffer.AsMemory(0, count));
        }
        catch (Exception e) when (e is SocketException or ObjectDisposedException)
        {
            // The other direction broke.
        }
    }
}
