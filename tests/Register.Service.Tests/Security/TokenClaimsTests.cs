using System.Security.Claims;
using Register.Service.Security;

namespace Register.Service.Tests.Security;

/// <summary>Nobody acts under a token that does not say who they are.</summary>
public sealed class TokenClaimsTests
{
    [Theory]
    [InlineData("sub=ada role=registrar")]
    [InlineData("sub=hr role=employer organisation=RR8")]
    [InlineData("sub=auth0|5f7c role=applicant")]
    public void A_token_with_one_subject_and_one_role_is_good(string claims) => Assert.Null(TokenClaims.Problem(User(claims)));

    [Theory]
    [InlineData("role=registrar")]
    [InlineData("sub= role=registrar")]
    [InlineData("sub=ada sub=grace role=registrar")]
    [InlineData("sub=ada")]
    [InlineData("sub=ada role=registrar role=auditor")]
    [InlineData("sub=ada role=register")]
    [InlineData("sub=ada role=king")]
    [InlineData("sub=hr role=employer")]
    [InlineData("sub=office role=education-provider")]
    [InlineData("sub=hr role=employer organisation=RR8 organisation=RJ1")]
    [InlineData("sub=a\0b role=registrar")]
    [InlineData("sub=a\u202Eb role=registrar")]
    public void Any_other_token_is_not(string claims) => Assert.NotNull(TokenClaims.Problem(User(claims)));

    [Fact]
    public void A_subject_has_at_most_255_characters()
    {
        Assert.Null(TokenClaims.Problem(User($"sub={new string('a', 255)} role=registrar")));
        Assert.NotNull(TokenClaims.Problem(User($"sub={new string('a', 256)} role=registrar")));
    }

    private static ClaimsPrincipal User(string claims) =>
        new(new ClaimsIdentity(claims.Split(' ').Select(c => c.Split('=')).Select(c => new Claim(c[0], c[1]))));
}
