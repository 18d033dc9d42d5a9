namespace Register.Service.Identity;

/// <summary>What claims on identities are made of.</summary>
internal static class IdentityConfiguration
{
    public static void AddIdentityClaims(this IServiceCollection services)
    {
        services.AddSingleton<IdentityHash>();
        services.AddSingleton<KnownIdentities>();
        services.AddScoped<IdentityClaims>();
    }
}
