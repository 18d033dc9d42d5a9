using System.Net;
using System.Net.Sockets;
using System.Threading.RateLimiting;
using Google.Rpc;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.AspNetCore.RateLimiting;
using Register.Domain;
using Register.Service.Edge;
using Register.Service.Hosting;

namespace Register.Service.Security;

/// <summary>The section RateLimits of the configuration. 0 is no limit.</summary>
public sealed class RateLimitOptions
{
    /// <summary>How many searches a minute a caller may make, and in one go.</summary>
    public int SearchesPerMinute { get; init; } = 60;

    /// <summary>How many numbers a minute a caller may verify by single calls, and in one go.</summary>
    public int VerificationsPerMinute { get; init; } = 600;

    /// <summary>How many concerns a minute a caller may raise, and in one go, who is no officer of fitness to practise: each holds an entry (R21).</summary>
    public int ConcernsPerMinute { get; init; } = 20;

    /// <summary>The addresses of the reverse proxies whose X-Forwarded-For is believed; without them all who come through a proxy are one caller.</summary>
    public string[] TrustedProxies { get; init; } = [];
}

/// <summary>Keeps what is public from being read off the register name by name, and anybody from holding it up: so many calls a minute for each caller.</summary>
/// <remarks>A caller is the subject of an access token, else an address; of IPv6 the first 64 bits, which is what one customer is given.</remarks>
public static class RateLimits
{
    /// <summary>The policies, for EnableRateLimiting.</summary>
    public const string Search = "search", Verification = "verification", Concerns = "concerns";

    private const int PerSecond = 60;

    /// <summary>Adds the limits.</summary>
    /// <exception cref="ConfigurationException">A trusted proxy is no address.</exception>
    public static void AddRateLimits(this WebApplicationBuilder builder)
    {
        var options = builder.Configuration.GetSection("RateLimits").Get<RateLimitOptions>() ?? new();
        builder.Services.AddRateLimiter(limiter =>
        {
            limiter.AddPolicy(Search, context => Bucket(context, options.SearchesPerMinute));
            limiter.AddPolicy(Verification, context => Bucket(context, options.VerificationsPerMinute));
            limiter.AddPolicy(Concerns, context => Bucket(context, context.User.HasClaim(Caller.RoleClaim, Roles.FtpOfficer) ? 0 : options.ConcernsPerMinute));
            limiter.OnRejected = (rejected, _) => new(Refuse(rejected));
        });

        var proxies = options.TrustedProxies
            .Select(p => IPAddress.TryParse(p, out var address) ? address : throw new ConfigurationException("RateLimits:TrustedProxies are IP addresses."))
            .ToList();
        builder.Services.Configure<ForwardedHeadersOptions>(forwarded =>
        {
            forwarded.ForwardedHeaders = proxies.Count > 0 ? ForwardedHeaders.XForwardedFor : ForwardedHeaders.None;
            forwarded.KnownIPNetworks.Clear();
            forwarded.KnownProxies.Clear();
            proxies.ForEach(forwarded.KnownProxies.Add);
        });
    }

    private static RateLimitPartition<string> Bucket(HttpContext context, int perMinute) =>
        perMinute <= 0 ? RateLimitPartition.GetNoLimiter("") : RateLimitPartition.GetTokenBucketLimiter(CallerOf(context), _ => new()
        {
            TokenLimit = perMinute,
            TokensPerPeriod = Math.Max(perMinute / PerSecond, 1),
            ReplenishmentPeriod = TimeSpan.FromMinutes(1) / Math.Min(perMinute, PerSecond),
        });

    private static string CallerOf(HttpContext context)
    {
        if (context.User.FindFirst(Caller.SubjectClaim)?.Value is { } subject)
            return $"subject {subject}";
        var address = context.Connection.RemoteIpAddress ?? IPAddress.None;
        return address is { AddressFamily: AddressFamily.InterNetworkV6, IsIPv4MappedToIPv6: false }
            ? Convert.ToHexString(address.GetAddressBytes().AsSpan(0, 8))
            : address.MapToIPv4().ToString();
    }

    private static Task Refuse(OnRejectedContext rejected)
    {
        var after = rejected.Lease.TryGetMetadata(MetadataName.RetryAfter, out var known) ? known : TimeSpan.FromSeconds(1);
        var seconds = Math.Max(1, (int)Math.Ceiling(after.TotalSeconds));
        rejected.HttpContext.Response.Headers.RetryAfter = $"{seconds}";
        return StatusAnswer.Write(rejected.HttpContext, Problems.TooMany(TimeSpan.FromSeconds(seconds)), StatusCodes.Status429TooManyRequests);
    }
}
