using System.Collections.Immutable;
using System.Diagnostics;
using Register.Domain.Registration;

namespace Register.Domain.Identity;

/// <summary>Who stands for one identity: one live application, then one registration (R14). Nothing here tells who the person is (R37).</summary>
public abstract record IdentityClaimEvent
{
    /// <summary>An application stands for this identity.</summary>
    /// <param name="Returning">The registrant who comes back with it, where one does.</param>
    /// <param name="Distinct">Whether an officer recorded that this is a different person of the same name and date of birth.</param>
    public sealed record Claimed(ApplicationId Application, RegistrationNumber? Returning, bool Distinct, DateTimeOffset At) : IdentityClaimEvent;

    /// <summary>An application does not stand: somebody else holds the identity.</summary>
    public sealed record TurnedAway(ApplicationId Application, IdentityHolder By, DateTimeOffset At) : IdentityClaimEvent;

    /// <summary>An application stands no more: it was withdrawn or refused.</summary>
    public sealed record Released(ApplicationId Application, DateTimeOffset At) : IdentityClaimEvent;

    /// <summary>A registrant holds the identity, for life.</summary>
    /// <param name="Application">The application that led to it.</param>
    public sealed record HeldByRegistrant(RegistrationNumber Number, ApplicationId Application, DateTimeOffset At) : IdentityClaimEvent;
}

/// <summary>What holds an identity that another application wants.</summary>
public enum IdentityHolder
{
    Application = 1,
    Registrant,
}

/// <summary>How one application stands towards an identity.</summary>
public enum ClaimStanding
{
    None,
    Held,
    TurnedAway,
    Released,
    Registered,
}

/// <summary>One application's claim.</summary>
/// <param name="TurnedAwayBy">What held the identity, where the application was turned away.</param>
public sealed record IdentityClaim(ClaimStanding Standing, bool Distinct, RegistrationNumber? Returning, IdentityHolder? TurnedAwayBy = null)
{
    /// <summary>The claim of an application that never made one.</summary>
    public static readonly IdentityClaim None = new(ClaimStanding.None, Distinct: false, Returning: null);
}

/// <summary>The claims on one identity, as its events made them.</summary>
public sealed record IdentityClaimState(
    ImmutableDictionary<ApplicationId, IdentityClaim> Applications,
    ImmutableHashSet<RegistrationNumber> Registrants) : IState<IdentityClaimState, IdentityClaimEvent>
{
    public static IdentityClaimState None { get; } = new(ImmutableDictionary<ApplicationId, IdentityClaim>.Empty, []);

    /// <summary>The claim of one application.</summary>
    public IdentityClaim Of(ApplicationId application) => Applications.GetValueOrDefault(application, IdentityClaim.None);

    /// <summary>What stands in the way of one more application; null when nothing does.</summary>
    /// <param name="returning">The registrant who comes back, where the application names one.</param>
    public IdentityHolder? InTheWayOf(RegistrationNumber? returning)
    {
        var held = Applications.Values.Where(claim => claim.Standing == ClaimStanding.Held);
        if (returning is { } number && Registrants.Contains(number))
        {
            // The registration is their own: only another application of theirs is in the way.
            return held.Any(claim => claim.Returning == number || claim is { Distinct: false, Returning: null }) ? IdentityHolder.Application : null;
        }
        return !Registrants.IsEmpty ? IdentityHolder.Registrant : held.Any() ? IdentityHolder.Application : null;
    }

    public IdentityClaimState Evolve(IdentityClaimEvent e) => e switch
    {
        IdentityClaimEvent.Claimed c => With(c.Application, new(ClaimStanding.Held, c.Distinct, c.Returning)),
        IdentityClaimEvent.TurnedAway t => With(t.Application, Of(t.Application) with { Standing = ClaimStanding.TurnedAway, TurnedAwayBy = t.By }),
        IdentityClaimEvent.Released r => With(r.Application, Of(r.Application) with { Standing = ClaimStanding.Released }),
        IdentityClaimEvent.HeldByRegistrant h =>
            With(h.Application, Of(h.Application) with { Standing = ClaimStanding.Registered }) with { Registrants = Registrants.Add(h.Number) },
        _ => throw new UnreachableException(),
    };

    private IdentityClaimState With(ApplicationId application, IdentityClaim claim) =>
        this with { Applications = Applications.SetItem(application, claim) };
}
