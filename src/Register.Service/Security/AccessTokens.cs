using System.Net;
using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.AspNetCore.Authorization;
using Microsoft.IdentityModel.Tokens;
using Register.Service.Edge;
using Register.Service.Hosting;

namespace Register.Service.Security;

/// <summary>JWT bearer tokens from an OpenID Connect authority; in Development, where none is configured, from the local issuer.</summary>
public static class AccessTokens
{
    /// <summary>The audience a token must name, unless configured otherwise.</summary>
    public const string Audience = "sonographer-register";

    /// <summary>Adds authentication and an authorisation that denies by default.</summary>
    /// <exception cref="ConfigurationException">No authority is configured outside Development.</exception>
    public static void AddAccessTokens(this WebApplicationBuilder builder, RegisterOptions options)
    {
        var authority = AuthorityIn(builder.Configuration);
        var audience = builder.Configuration["Authentication:Audience"] ?? Audience;
        var issuer = authority is null ? LocalIssuerFor(builder, options, audience) : null;
        if (issuer is not null)
            builder.Services.AddSingleton(issuer);

        builder.Services.AddAuthentication(JwtBearerDefaults.AuthenticationScheme).AddJwtBearer(jwt =>
        {
            jwt.MapInboundClaims = false;
            jwt.TokenValidationParameters = new TokenValidationParameters
            {
                NameClaimType = Caller.SubjectClaim,
                RoleClaimType = Caller.RoleClaim,
                ValidAudience = audience,
                ValidIssuer = issuer is null ? null : LocalIssuer.Name,
                IssuerSigningKey = issuer?.Key,
                ClockSkew = TimeSpan.FromSeconds(30),
            };
            jwt.Authority = authority;
            jwt.Events = new JwtBearerEvents
            {
                OnTokenValidated = token =>
                {
                    if (TokenClaims.Problem(token.Principal!) is { } problem)
                        token.Fail(problem);
                    return Task.CompletedTask;
                },
            };
        });
        builder.Services.AddAuthorizationBuilder()
            .SetFallbackPolicy(new AuthorizationPolicyBuilder().RequireAssertion(_ => false).Build());
        builder.Services.AddSingleton<IAuthorizationMiddlewareResultHandler, DeniedAsStatus>();
    }

    private static string? AuthorityIn(ConfigurationManager configuration)
    {
        var authority = configuration["Authentication:Authority"];
        if (string.IsNullOrWhiteSpace(authority))
            return null;
        return Uri.TryCreate(authority, UriKind.Absolute, out var uri) && uri.Scheme == Uri.UriSchemeHttps
            ? authority
            : throw new ConfigurationException("Authentication:Authority is the https address of an OpenID Connect authority.");
    }

    private static LocalIssuer LocalIssuerFor(WebApplicationBuilder builder, RegisterOptions options, string audience)
    {
        if (!builder.Environment.IsDevelopment() || !IPAddress.IsLoopback(IPAddress.Parse(options.ListenAddress)))
        {
            throw new ConfigurationException(
                "Authentication:Authority is not configured. Outside Development, and for any address but loopback, the register needs an "
                + "OpenID Connect authority to trust.");
        }
        return LocalIssuer.Open(Path.Combine(options.DataDirectory, "development-issuer.pem"), audience);
    }
}
