using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Grpc.Core;
using Grpc.Net.Client;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Register.Service.Hosting;

namespace Register.Benchmarks;

/// <summary>The register on free ports, called over sockets by as many connections as a few busy organisations would hold.</summary>
internal sealed class RunningService : IAsyncDisposable
{
    private const int Connections = 8;
    private readonly WebApplication _app;
    private readonly string _dataDirectory;
    private readonly HttpClient _http;
    private readonly GrpcChannel[] _channels;

    private RunningService(WebApplication app, string dataDirectory)
    {
        (_app, _dataDirectory) = (app, dataDirectory);
        var addresses = app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.ToList();
        _http = new HttpClient { BaseAddress = new Uri(addresses[0]) };
        _channels = [.. Enumerable.Range(0, Connections).Select(_ => GrpcChannel.ForAddress(addresses[1]))];
    }

    public IServiceProvider Services => _app.Services;

    /// <param name="otherwise">What is put in the place of the register's own services; nothing unless told.</param>
    public static async Task<RunningService> Start(string connectionString, Action<IServiceCollection>? otherwise = null)
    {
        var dataDirectory = Directory.CreateTempSubdirectory("register-benchmark-").FullName;
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { EnvironmentName = "Development" });
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["ConnectionStrings:Register"] = connectionString,
            ["Register:HttpPort"] = "0",
            ["Register:GrpcPort"] = "0",
            ["Register:DataDirectory"] = dataDirectory,
            ["RateLimits:SearchesPerMinute"] = "0",
            ["RateLimits:VerificationsPerMinute"] = "0",
        });
        await builder.AddDatabase();
        builder.AddRegister();
        otherwise?.Invoke(builder.Services);
        builder.Logging.SetMinimumLevel(LogLevel.Warning);
        var app = builder.Build();
        app.MapRegister();
        await app.StartAsync();
        var service = new RunningService(app, dataDirectory);
        while (!(await service._http.GetAsync("/health/ready")).IsSuccessStatusCode)
            await Task.Yield();
        return service;
    }

    public CallInvoker For(int caller) => _channels[caller % Connections].CreateCallInvoker();

    /// <summary>The headers of a caller in a role.</summary>
    public async Task<Metadata> LoggedIn(string role, string? organisation = null)
    {
        var response = await _http.PostAsJsonAsync("/development/token", new { role, organisation });
        var token = (await response.Content.ReadFromJsonAsync<JsonObject>())!["access_token"]!.GetValue<string>();
        return new Metadata { { "authorization", $"Bearer {token}" } };
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var channel in _channels)
            channel.Dispose();
        _http.Dispose();
        await _app.DisposeAsync();
        Directory.Delete(_dataDirectory, recursive: true);
    }
}
