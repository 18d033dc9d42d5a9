using System.Net;
using System.Security.Claims;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Mvc;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;
using Register.Service.Edge;

namespace Register.Service.Security;

/// <summary>Issues access tokens to anyone on this machine. It exists in Development only, on loopback only.</summary>
public sealed class LocalIssuer(RSA key, string audience)
{
    /// <summary>The issuer its tokens name.</summary>
    public const string Name = "sonographer-register-development";

    private static readonly TimeSpan Lifetime = TimeSpan.FromHours(12);

    /// <summary>The key its tokens are signed with.</summary>
    public SecurityKey Key { get; } = new RsaSecurityKey(key);

    /// <summary>Opens the issuer whose key is in a file, making the file on first use, readable by its owner only.</summary>
    public static LocalIssuer Open(string file, string audience)
    {
        var key = RSA.Create(2048);
        if (File.Exists(file))
        {
            key.ImportFromPem(File.ReadAllText(file));
            return new(key, audience);
        }
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        using var stream = new FileStream(file, options);
        using var writer = new StreamWriter(stream);
        writer.Write(key.ExportPkcs8PrivateKeyPem());
        return new(key, audience);
    }

    /// <summary>Maps POST /development/token.</summary>
    public static void Map(WebApplication app)
    {
        if (app.Services.GetService<LocalIssuer>() is { } issuer)
            app.MapPost("/development/token", issuer.Issue).AllowAnonymous();
    }

    private IResult Issue([FromBody] TokenRequest request, HttpContext http)
    {
        if (http.Connection.RemoteIpAddress is not { } remote || !IPAddress.IsLoopback(remote))
            return Results.Problem("Tokens are issued on this machine only.", statusCode: StatusCodes.Status403Forbidden);
        if (!IsThisMachine(http.Request.Host.Host))
            return Results.Problem("Tokens are issued to this machine by its own name only.", statusCode: StatusCodes.Status403Forbidden);

        var claims = new Dictionary<string, object>
        {
            [Caller.SubjectClaim] = string.IsNullOrWhiteSpace(request.Subject) ? request.Role ?? "" : request.Subject,
            [Caller.RoleClaim] = request.Role ?? "",
        };
        if (!string.IsNullOrWhiteSpace(request.Organisation))
            claims[Caller.OrganisationClaim] = request.Organisation;
        var user = new ClaimsPrincipal(new ClaimsIdentity(claims.Select(c => new Claim(c.Key, (string)c.Value))));
        if (TokenClaims.Problem(user) is { } problem)
            return Results.Problem(problem, statusCode: StatusCodes.Status400BadRequest);

        var token = new JsonWebTokenHandler().CreateToken(new SecurityTokenDescriptor
        {
            Issuer = Name,
            Audience = audience,
            Claims = claims,
            Expires = TimeProvider.System.GetUtcNow() // tokens live in real time, whatever the register's clock says
                .Add(Lifetime).UtcDateTime,
            SigningCredentials = new SigningCredentials(Key, SecurityAlgorithms.RsaSha256),
        });
        return Results.Json(new { access_token = token, token_type = "Bearer", expires_in = (int)Lifetime.TotalSeconds });
    }

    // Another name for loopback is how a web page elsewhere would ask.
    private static bool IsThisMachine(string host) => host == "localhost" || (IPAddress.TryParse(host, out var address) && IPAddress.IsLoopback(address));

    private sealed record TokenRequest(string? Role, string? Subject, string? Organisation);
}
