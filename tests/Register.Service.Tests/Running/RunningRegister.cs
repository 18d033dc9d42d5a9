using System.Globalization;
using Grpc.Core;
using Grpc.Net.Client;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Npgsql;
using Register.Service.Hosting;

namespace Register.Service.Tests.Running;

/// <summary>The real register, on free ports and a database of its own, spoken to over sockets.</summary>
public class RunningRegister : IAsyncLifetime, IRegister
{
    private readonly string _dataDirectory = Directory.CreateTempSubdirectory("register-test-").FullName;
    private WebApplication? _app;
    private GrpcChannel? _channel;
    private HttpClient? _http;

    /// <summary>The database it runs on.</summary>
    public string ConnectionString { get; protected set; } = "";

    /// <summary>Where it keeps its files.</summary>
    public string DataDirectory => _dataDirectory;

    /// <summary>What the host is made of.</summary>
    public IServiceProvider Services => _app!.Services;

    /// <summary>REST, health and the local issuer.</summary>
    public HttpClient Http => _http!;

    /// <summary>gRPC without a token.</summary>
    public CallInvoker Anyone => _channel!.CreateCallInvoker();

    /// <summary>The gRPC address.</summary>
    public string Address { get; private set; } = "";

    /// <summary>Every log line so far.</summary>
    public LogOfTheTest Log { get; } = new();

    public virtual async Task InitializeAsync()
    {
        ConnectionString = await PostgresOfTheRun.NewDatabase();
        await Prepare();
        await Start();
    }

    public virtual async Task DisposeAsync()
    {
        await Stop();
        Directory.Delete(_dataDirectory, recursive: true);
    }

    /// <summary>Stops the host and starts another on the same database.</summary>
    public async Task Restart()
    {
        await Stop();
        await Start();
    }

    /// <summary>gRPC in a role, with a token from the local issuer.</summary>
    public CallInvoker InRole(string role, string? subject = null, string? organisation = null) =>
        LoggedIn.InRole(Anyone, Http, role, subject, organisation);

    /// <summary>A token from the local issuer.</summary>
    public Task<string> Token(string role, string subject) => LoggedIn.Token(Http, role, subject, null);

    /// <summary>The register's clock, where the fixture simulates one.</summary>
    public SimulatedClock Clock => Services.GetRequiredService<SimulatedClock>();

    /// <summary>A message in the outbox, as it was written.</summary>
    public Task<string> Sent(string messageId) => File.ReadAllTextAsync(Path.Combine(_dataDirectory, "outbox", $"{messageId.Split('@')[0]}.eml"));

    /// <summary>The first value that its database answers a statement with.</summary>
    public async Task<object?> Ask(string statement)
    {
        await using var source = NpgsqlDataSource.Create(ConnectionString);
        await using var command = source.CreateCommand(statement);
        return await command.ExecuteScalarAsync();
    }

    /// <summary>What is done to its database before the first start.</summary>
    protected virtual Task Prepare() => Task.CompletedTask;

    /// <summary>The day on which a simulated clock starts; none for the real time.</summary>
    protected virtual DateOnly? Today => null;

    /// <summary>What is configured beyond that; none is limited in how often they call unless told.</summary>
    protected virtual IReadOnlyDictionary<string, string?> Settings => new Dictionary<string, string?>();

    protected async Task Start()
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { EnvironmentName = "Development" });
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["ConnectionStrings:Register"] = ConnectionString,
            ["Register:HttpPort"] = "0",
            ["Register:GrpcPort"] = "0",
            ["Register:DataDirectory"] = _dataDirectory,
            ["Register:Clock"] = Today?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            ["RateLimits:SearchesPerMinute"] = "0",
            ["RateLimits:VerificationsPerMinute"] = "0",
        }).AddInMemoryCollection(Settings);
        await builder.AddDatabase();
        builder.AddRegister();
        builder.Logging.ClearProviders().AddProvider(Log);
        _app = builder.Build();
        _app.MapRegister();
        await _app.CatchUpWithLedger();
        await _app.StartAsync();

        var addresses = _app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.ToList();
        _http = new HttpClient { BaseAddress = new Uri(addresses[0]) };
        Address = addresses[1];
        _channel = GrpcChannel.ForAddress(addresses[1], new GrpcChannelOptions { HttpHandler = new SocketsHttpHandler { EnableMultipleHttp2Connections = true } });
    }

    protected async Task Stop()
    {
        _channel?.Dispose();
        _http?.Dispose();
        if (_app is not null)
            await _app.DisposeAsync();
    }
}
