using Register.Domain.Identity;
using Register.Domain.Registration;
using static Register.Domain.Identity.IdentityClaimEvent;
using static Register.Domain.Tests.Cast;

namespace Register.Domain.Tests.Identity;

/// <summary>Applications of people who share a name and a date of birth, and what their claims came to.</summary>
internal static class Claims
{
    public static readonly IdentityId Person = IdentityId.Parse(new string('a', 64), null);
    public static readonly ApplicationId First = Numbered(1);
    public static readonly ApplicationId Second = Numbered(2);
    public static readonly RegistrationNumber Son1 = new(1);
    public static readonly RegistrationNumber Son2 = new(2);
    public static readonly DecisionContext Today = Actor.Register.On("2026-03-10");

    public static ApplicationId Numbered(int n) => new(new Guid(n, 0, 0, new byte[8]));

    public static Scenario<IdentityClaimState, IdentityClaimEvent> Given(params IEnumerable<IdentityClaimEvent> events) => new(events);

    public static ClaimIdentity Claim(ApplicationId application, RegistrationNumber? returning = null, bool distinct = false) =>
        new(Person, application, returning, distinct);

    public static Claimed Claimed(ApplicationId application, RegistrationNumber? returning = null, bool distinct = false) =>
        new(application, returning, distinct, Today.Now);

    public static TurnedAway TurnedAway(ApplicationId application, IdentityHolder by = IdentityHolder.Application) =>
        new(application, by, Today.Now);

    public static Released Released(ApplicationId application) => new(application, Today.Now);

    public static HeldByRegistrant Held(RegistrationNumber number, ApplicationId application) => new(number, application, Today.Now);
}
