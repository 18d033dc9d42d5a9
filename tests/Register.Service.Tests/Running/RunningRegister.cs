using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Grpc.Core;
using Grpc.Core.Interceptors;
using Grpc.Net.Client;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Register.Service.Hosting;

namespace Register.Service.Tests.Running;

/// <summary>The real register, on free ports and a database of its own, spoken to over sockets.</summary>
public class RunningRegister : IAsyncLifetime
{
    private readonly string _dataDirectory = Directory.CreateTempSubdirectory("register-test-").FullName;
    private WebApplication? _app;
    private GrpcChannel? _channel;
    private HttpClient? _http;

    /// <summary>The database it runs on.</summary>
    public string ConnectionString { get; private set; } = "";

    /// <summary>What the host is made of.</summary>
    public IServiceProvider Services => _app!.Services;

    /// <summary>REST, health and the local issuer.</summary>
    public HttpClient Http => _http!;

    /// <summary>gRPC without a token.</summary>
    public CallInvoker Anyone => _channel!.CreateCallInvoker();

    /// <summary>The gRPC address.</summary>
    public string Address => _channel!.Target;

    /// <summary>Every log line so far.</summary>
    public LogOfTheTest Log { get; } = new();

    public virtual async Task InitializeAsync()
    {
        ConnectionString = await PostgresOfTheRun.NewDatabase();
        await Start();
    }

    public async Task DisposeAsync()
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
    public CallInvoker As(string role, string? subject = null, string? organisation = null)
    {
        var token = new Lazy<Task<string>>(() => Token(role, subject ?? $"{role}-1", organisation));
        return Anyone.Intercept(new Bearer(token));
    }

    /// <summary>A token from the local issuer.</summary>
    public async Task<string> Token(string role, string subject, string? organisation = null)
    {
        var response = await Http.PostAsJsonAsync("/development/token", new { role, subject, organisation });
        response.EnsureSuccessStatusCode();
        return (await response.Content.ReadFromJsonAsync<JsonObject>())!["access_token"]!.GetValue<string>();
    }

    protected async Task Start()
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { EnvironmentName = "Development" });
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["ConnectionStrings:Register"] = ConnectionString,
            ["Register:HttpPort"] = "0",
            ["Register:GrpcPort"] = "0",
            ["Register:DataDirectory"] = _dataDirectory,
        });
        await builder.AddDatabase();
        builder.AddRegister();
        builder.Logging.ClearProviders().AddProvider(Log);
        _app = builder.Build();
        _app.MapRegister();
        await _app.StartAsync();

        var addresses = _app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.ToList();
        _http = new HttpClient { BaseAddress = new Uri(addresses[0]) };
        _channel = GrpcChannel.ForAddress(addresses[1], new GrpcChannelOptions { HttpHandler = new SocketsHttpHandler { EnableMultipleHttp2Connections = true } });
    }

    protected async Task Stop()
    {
        _channel?.Dispose();
        _http?.Dispose();
        if (_app is not null)
            await _app.DisposeAsync();
    }

    private sealed class Bearer(Lazy<Task<string>> token) : Interceptor
    {
        public override AsyncUnaryCall<TResponse> AsyncUnaryCall<TRequest, TResponse>(
            TRequest request, ClientInterceptorContext<TRequest, TResponse> context, AsyncUnaryCallContinuation<TRequest, TResponse> continuation) =>
            continuation(request, With(context));

        public override AsyncServerStreamingCall<TResponse> AsyncServerStreamingCall<TRequest, TResponse>(
            TRequest request, ClientInterceptorContext<TRequest, TResponse> context, AsyncServerStreamingCallContinuation<TRequest, TResponse> continuation) =>
            continuation(request, With(context));

        public override AsyncDuplexStreamingCall<TRequest, TResponse> AsyncDuplexStreamingCall<TRequest, TResponse>(
            ClientInterceptorContext<TRequest, TResponse> context, AsyncDuplexStreamingCallContinuation<TRequest, TResponse> continuation) =>
            continuation(With(context));

        private ClientInterceptorContext<TRequest, TResponse> With<TRequest, TResponse>(ClientInterceptorContext<TRequest, TResponse> context)
            where TRequest : class
            where TResponse : class
        {
            var headers = new Metadata { { "authorization", $"Bearer {token.Value.GetAwaiter().GetResult()}" } };
            return new(context.Method, context.Host, context.Options.WithHeaders(headers));
        }
    }
}
