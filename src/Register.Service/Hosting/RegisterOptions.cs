using System.Net;

namespace Register.Service.Hosting;

/// <summary>The register does not start as it is configured; the message says what to change.</summary>
public sealed class ConfigurationException(string message) : Exception(message);

/// <summary>The section Register of the configuration.</summary>
public sealed class RegisterOptions
{
    /// <summary>The address to listen on: loopback unless told.</summary>
    public string ListenAddress { get; init; } = IPAddress.Loopback.ToString();

    /// <summary>The port for REST, health and the local issuer; 0 for a free one.</summary>
    public int HttpPort { get; init; } = 5080;

    /// <summary>The port for gRPC, HTTP/2 without TLS; 0 for a free one.</summary>
    public int GrpcPort { get; init; } = 5081;

    /// <summary>Where the embedded default keeps its data.</summary>
    public string DataDirectory { get; init; } = ".register";

    /// <summary>The day on which a simulated clock starts (Development only); none for the real time.</summary>
    public DateOnly? Clock { get; init; }

    internal static RegisterOptions From(IConfiguration configuration) =>
        configuration.GetSection("Register").Get<RegisterOptions>() ?? new RegisterOptions();
}
