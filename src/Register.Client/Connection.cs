using Grpc.Core;
using Grpc.Net.Client;
using Grpc.Net.Client.Configuration;
using Register.Client.Errors;

namespace Register.Client;

/// <summary>How the client reaches the register: HTTP/2 without negotiation, and a call that found nobody there is tried again.</summary>
internal static class Connection
{
    // Safe for changes too: the repeated call carries the same request id.
    private static readonly RetryPolicy WhenUnavailable = new()
    {
        MaxAttempts = 4,
        InitialBackoff = TimeSpan.FromMilliseconds(200),
        MaxBackoff = TimeSpan.FromSeconds(2),
        BackoffMultiplier = 2,
        RetryableStatusCodes = { StatusCode.Unavailable },
    };

    public static GrpcChannel Open(string address)
    {
        if (!Uri.TryCreate(address, UriKind.Absolute, out var uri) || uri.Scheme is not ("http" or "https"))
            throw CommandFailure.WrongInput($"The address '{address}' is not one: http://host:port or https://host:port.");
        var everyMethod = new MethodConfig { Names = { MethodName.Default }, RetryPolicy = WhenUnavailable };
        var service = new ServiceConfig { MethodConfigs = { everyMethod } };
        return GrpcChannel.ForAddress(uri, new GrpcChannelOptions { ServiceConfig = service });
    }
}
