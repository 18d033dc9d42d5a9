using Register.Domain.Identity;

namespace Register.Service.Audit.Narrative;

/// <summary>What was done about a person's identity.</summary>
internal static class IdentityDeeds
{
    public static string? Of(IdentityClaimEvent e) => e switch
    {
        IdentityClaimEvent.Claimed { Returning: { } number } => $"let an application of the registrant {number}, who comes back, stand for this person",
        IdentityClaimEvent.Claimed { Distinct: true } => "let an application of another person of the same name and date of birth stand",
        IdentityClaimEvent.Claimed => "let an application stand for this person",
        IdentityClaimEvent.TurnedAway t => $"turned an application away, because the same person has {Another(t.By)} already",
        IdentityClaimEvent.Released => "let go of an application that was withdrawn or refused",
        IdentityClaimEvent.HeldByRegistrant h => $"recorded that this person is the registrant {h.Number}",
        _ => null,
    };

    /// <summary>What stands in an application's way.</summary>
    public static string Another(IdentityHolder holder) => holder == IdentityHolder.Registrant ? "a registration" : "another application";
}
