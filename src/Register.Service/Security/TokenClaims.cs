using System.Security.Claims;
using Register.Domain;
using Register.Service.Edge;

namespace Register.Service.Security;

/// <summary>What a token must say before anybody acts under it: one subject, one role, and the organisation where the role acts for one.</summary>
public static class TokenClaims
{
    private const int LongestSubject = 255; // OpenID Connect Core, section 2
    private const int LongestOrganisation = 64;

    /// <summary>What is wrong with the claims; null when nothing is.</summary>
    public static string? Problem(ClaimsPrincipal user)
    {
        if (user.FindAll(Caller.SubjectClaim).ToList() is not [{ Value: var subject }] || !IsPlain(subject, LongestSubject))
            return $"A token names one subject, of at most {LongestSubject} characters.";
        if (user.FindAll(Caller.RoleClaim).ToList() is not [{ Value: var role }] || !Roles.All.Contains(role))
            return $"A token names one role of {string.Join(", ", Roles.All)}.";

        var organisations = user.FindAll(Caller.OrganisationClaim).Select(c => c.Value).ToList();
        if (organisations.Count > 1 || organisations.Any(o => !IsPlain(o, LongestOrganisation)))
            return $"A token names one organisation at most, of at most {LongestOrganisation} characters.";
        return role is Roles.EducationProvider or Roles.Employer && organisations.Count == 0
            ? $"The role {role} acts for an organisation: the token has to name it."
            : null;
    }

    private static bool IsPlain(string text, int longest) =>
        text.Length > 0 && text.Length <= longest && text.All(c => c is > ' ' and <= '~');
}
