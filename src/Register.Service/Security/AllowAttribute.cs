using Microsoft.AspNetCore.Authorization;

namespace Register.Service.Security;

/// <summary>Who may call an RPC: a caller whose token carries one of these roles. An RPC without a policy lets nobody in.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class AllowAttribute : AuthorizeAttribute
{
    public AllowAttribute(params string[] roles) => Roles = string.Join(',', roles);
}

/// <summary>An RPC that everybody may call, without a token.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class PublicAttribute : AllowAnonymousAttribute;
