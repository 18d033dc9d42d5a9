using System.Net.Security;
using System.Security.Cryptography.X509Certificates;

namespace Register.EventStore.EventStoreDb;

/// <summary>HTTP/2 to a node, with TLS as the settings say.</summary>
internal static class Transport
{
    public static SocketsHttpHandler Handler(EventStoreDbSettings settings) => new()
    {
        EnableMultipleHttp2Connections = true,
        ConnectTimeout = settings.GossipTimeout,
        PooledConnectionIdleTimeout = Timeout.InfiniteTimeSpan,
        KeepAlivePingDelay = settings.KeepAliveInterval,
        KeepAlivePingTimeout = settings.KeepAliveTimeout,
        SslOptions = Tls(settings),
    };

    private static SslClientAuthenticationOptions Tls(EventStoreDbSettings settings)
    {
        var options = new SslClientAuthenticationOptions();
#pragma warning disable CA5359 // What tlsVerifyCert=false asks for.
        if (!settings.TlsVerifyCert)
            options.RemoteCertificateValidationCallback = (_, _, _, _) => true;
#pragma warning restore CA5359
        if (settings.TlsCaFile is { } file)
        {
            options.CertificateChainPolicy = new() { TrustMode = X509ChainTrustMode.CustomRootTrust, RevocationMode = X509RevocationMode.NoCheck };
            options.CertificateChainPolicy.CustomTrustStore.ImportFromPemFile(file);
        }
        return options;
    }
}
