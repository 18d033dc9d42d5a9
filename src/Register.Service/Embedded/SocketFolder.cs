using System.Net.Sockets;
using System.Security.Cryptography;
using System.Text;
using Npgsql;

namespace Register.Service.Embedded;

/// <summary>Where the server listens: a Unix socket in a folder that only its account can enter, which is what makes <c>trust</c> safe.</summary>
internal sealed record SocketFolder(string Path)
{
    public const int Port = 5432;
    public const string User = "register";

    // The kernel's limit less the final zero byte: 107 on Linux, 103 on macOS.
    private const int LongestPath = 103;

    private string Socket => System.IO.Path.Combine(Path, $".s.PGSQL.{Port}");

    public static async Task<SocketFolder> Open(ClusterHome home, ServerAccount account, CancellationToken cancellationToken)
    {
        var inside = new SocketFolder(home.Folder);
        if (inside.IsUsable)
            return inside;

        // In /run only root can have prepared the name beforehand; in the temp folder GiveFolder fails on a folder that is someone else's.
        var name = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(home.Folder)))[..16];
        var parent = account.IsOther ? "/run" : System.IO.Path.GetTempPath();
        var outside = new SocketFolder(System.IO.Path.Combine(parent, $"register-{name}"));
        await account.GiveFolder(outside.Path, cancellationToken);
        return outside;
    }

    public NpgsqlConnectionStringBuilder ConnectionTo(string database) => new() { Host = Path, Port = Port, Username = User, Database = database };

    /// <summary>Whether a server listens here. Nobody else can: the folder is private to the cluster.</summary>
    public async Task<bool> Answers(CancellationToken cancellationToken)
    {
        using var socket = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        try
        {
            await socket.ConnectAsync(new UnixDomainSocketEndPoint(Socket), cancellationToken);
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }

    /// <summary>Removes the lock of a server that is gone. It names a process as the pid file does, and is as little proof.</summary>
    public void RemoveLock() => File.Delete(Socket + ".lock");

    /// <summary>Removes a folder outside the cluster's home, once the server has stopped.</summary>
    public void Close(ClusterHome home)
    {
        if (Path != home.Folder)
            Directory.Delete(Path);
    }

    // Npgsql and the server both read a comma as a list of hosts; quotes and backslashes mean something in the server's settings.
    private bool IsUsable => Encoding.UTF8.GetByteCount(Socket) <= LongestPath && Path.IndexOfAny([',', '"', '\'', '\\']) < 0;
}
