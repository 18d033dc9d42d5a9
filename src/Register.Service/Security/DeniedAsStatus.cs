using Google.Rpc;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Authorization.Policy;
using Register.Service.Edge;

namespace Register.Service.Security;

/// <summary>Says "not logged in" and "not allowed" the way every other problem is said: as a google.rpc.Status.</summary>
public sealed class DeniedAsStatus : IAuthorizationMiddlewareResultHandler
{
    private readonly AuthorizationMiddlewareResultHandler _default = new();

    public async Task HandleAsync(RequestDelegate next, HttpContext context, AuthorizationPolicy policy, PolicyAuthorizationResult authorizeResult)
    {
        if (authorizeResult.Succeeded)
        {
            await _default.HandleAsync(next, context, policy, authorizeResult);
            return;
        }
        var status = context.User.Identity?.IsAuthenticated == true
            ? Problems.Of(Code.PermissionDenied, "ROLE_NOT_ALLOWED", "Your role does not allow this.")
            : Problems.Of(Code.Unauthenticated, "TOKEN_REQUIRED", "A valid access token is required.");

        await StatusAnswer.Write(
            context, status, status.Code == (int)Code.Unauthenticated ? StatusCodes.Status401Unauthorized : StatusCodes.Status403Forbidden);
    }
}
