using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Grpc.Core;
using Grpc.Net.Client;

namespace Register.Service.Tests.Running;

/// <summary>The register as a process of its own, so that it can be killed.</summary>
public sealed class ServiceProcess : IAsyncDisposable, IRegister
{
    private const string Ready = "ready";

    // Two on one database have one master key.
    private static readonly string MasterKeyFile = Path.Combine(Directory.CreateTempSubdirectory("register-master-key-").FullName, "master.key");

    private readonly string? _connectionString;
    private readonly string? _today;
    private readonly string? _eventStoreDb;
    private readonly string _dataDirectory = Directory.CreateTempSubdirectory("register-process-").FullName;
    private readonly int _httpPort = FreePort();
    private readonly int _grpcPort = FreePort();
    private readonly GrpcChannel _channel;
    private readonly HttpClient _http;
    private readonly ConcurrentQueue<string> _said = new();
    private Process? _process;

    private ServiceProcess(string? connectionString, string? today, string? eventStoreDb)
    {
        _connectionString = connectionString;
        _today = today;
        _eventStoreDb = eventStoreDb;
        _channel = GrpcChannel.ForAddress(Address);
        _http = new HttpClient { BaseAddress = new Uri($"http://127.0.0.1:{_httpPort}") };
    }

    /// <summary>REST, health and the local issuer.</summary>
    public HttpClient Http => _http;

    /// <summary>The gRPC address.</summary>
    public string Address => $"http://127.0.0.1:{_grpcPort}";

    /// <summary>The database it runs on.</summary>
    public string ConnectionString => _connectionString ?? $"Host={Path.Combine(_dataDirectory, "postgres")};Username=register;Database=register";

    public CallInvoker Anyone => _channel.CreateCallInvoker();

    public CallInvoker InRole(string role, string? subject = null, string? organisation = null) =>
        LoggedIn.InRole(Anyone, _http, role, subject, organisation);

    /// <summary>Starts the register on a database and waits until it is ready.</summary>
    /// <param name="today">The day on which its clock starts; the real time without.</param>
    /// <param name="eventStoreDb">Where its ledger is; in the database without.</param>
    public static async Task<ServiceProcess> Start(string connectionString, string? today = null, string? eventStoreDb = null)
    {
        var service = new ServiceProcess(connectionString, today, eventStoreDb);
        await service.Start();
        return service;
    }

    /// <summary>Starts the register on a PostgreSQL of its own, and waits until it is ready.</summary>
    public static async Task<ServiceProcess> StartEmbedded()
    {
        var service = new ServiceProcess(null, null, null);
        // The server is another user where the tests are root's.
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(service._dataDirectory, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute | UnixFileMode.OtherExecute);
        await service.Start();
        return service;
    }

    /// <summary>Starts it again after it was killed.</summary>
    public async Task Start()
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "Register.Service.dll")])
        {
            WorkingDirectory = _dataDirectory,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            Environment =
            {
                ["ASPNETCORE_ENVIRONMENT"] = "Development",
                ["ConnectionStrings__Register"] = _connectionString,
                ["Register__DataDirectory"] = _dataDirectory,
                ["Keys__MasterKeyFile"] = MasterKeyFile,
                ["Register__HttpPort"] = $"{_httpPort}",
                ["Register__GrpcPort"] = $"{_grpcPort}",
                ["Register__Clock"] = _today,
                ["Ledger__EventStoreDb"] = _eventStoreDb,
                ["RateLimits__VerificationsPerMinute"] = "0",
            },
        };
        _process = Process.Start(start)!;
        _process.OutputDataReceived += (_, line) => _said.Enqueue(line.Data ?? "");
        _process.ErrorDataReceived += (_, line) => _said.Enqueue(line.Data ?? "");
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
        await Eventually.Get(Readiness, said => said == Ready, within: TimeSpan.FromMinutes(2)); // a cold start on a busy machine
    }

    /// <summary>kill -9.</summary>
    public async Task Kill()
    {
        _process!.Kill();
        await _process.WaitForExitAsync();
    }

    public async ValueTask DisposeAsync()
    {
        _channel.Dispose();
        _http.Dispose();
        if (_process is { HasExited: false })
            await (_connectionString is null ? Terminate() : Kill());
        _process?.Dispose();
        Directory.Delete(_dataDirectory, recursive: true);
    }

    // In good order, so that its PostgreSQL is gone before its folder.
    private async Task Terminate()
    {
        using var kill = Process.Start("kill", ["-TERM", $"{_process!.Id}"]);
        await kill.WaitForExitAsync();
        await _process.WaitForExitAsync();
    }

    // What it says of its readiness, for whoever waits in vain.
    private async Task<string> Readiness()
    {
        Assert.False(_process!.HasExited, "The service stopped before it was ready: " + string.Join('\n', _said.TakeLast(10)));
        try
        {
            using var answer = await _http.GetAsync("/health/ready");
            return answer.IsSuccessStatusCode ? Ready : await answer.Content.ReadAsStringAsync();
        }
        catch (HttpRequestException)
        {
            return "It does not listen yet.";
        }
    }

    // Below the ports that the system gives out by itself, so that nobody is given this one between the look and the start.
    private static int FreePort()
    {
        while (true)
        {
            var port = Random.Shared.Next(20_000, 32_000);
            try
            {
                using var listener = new TcpListener(IPAddress.Loopback, port);
                listener.Start();
                return port;
            }
            catch (SocketException)
            {
                // taken: another one
            }
        }
    }
}
