using System.Diagnostics;
using System.Security.Claims;
using Grpc.Core;
using Register.Domain;
using Register.Service.Commands;

namespace Register.Service.Edge;

/// <summary>Who is calling, from their access token; authorisation has let them in already.</summary>
public static class Caller
{
    /// <summary>The claims the register reads from a token.</summary>
    public const string SubjectClaim = "sub", RoleClaim = "role", OrganisationClaim = "organisation";

    /// <summary>The caller.</summary>
    public static Actor Actor(this ServerCallContext context) => ActorOf(context.GetHttpContext().User);

    /// <summary>Where a command of the caller's comes from.</summary>
    public static CommandOrigin Origin(this ServerCallContext context, Guid requestId) =>
        new(requestId, context.Actor(), Activity.Current?.TraceId.ToString() ?? requestId.ToString("N"));

    /// <summary>Whether the caller acts in a role.</summary>
    public static bool Is(this ServerCallContext context, string role) => context.Actor().Role == role;

    // TokenClaims has seen that subject and role are there; what is public may be called without a token.
    private static Actor ActorOf(ClaimsPrincipal user) => user.FindFirstValue(SubjectClaim) is { } subject
        ? new(subject, user.FindFirstValue(RoleClaim)!, user.FindFirstValue(OrganisationClaim))
        : Domain.Actor.Public;
}
