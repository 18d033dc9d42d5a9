namespace Register.Domain.Identity;

/// <summary>Decides who stands for an identity (R14).</summary>
public static class IdentityClaimDecider
{
    /// <summary>Accepted either way: that an application is turned away is decided here once, and is an event.</summary>
    public static Decision<IdentityClaimEvent> Claim(ClaimIdentity command, IdentityClaimState state, DecisionContext context)
    {
        var standing = state.Of(command.Application).Standing;
        if (standing is ClaimStanding.Held or ClaimStanding.Registered || (standing is ClaimStanding.TurnedAway && !command.Distinct))
            return Decision.Nothing;
        return !command.Distinct && state.InTheWayOf(command.Returning) is { } holder
            ? new IdentityClaimEvent.TurnedAway(command.Application, holder, context.Now)
            : new IdentityClaimEvent.Claimed(command.Application, command.Returning, command.Distinct, context.Now);
    }

    public static Decision<IdentityClaimEvent> Release(ReleaseIdentity command, IdentityClaimState state, DecisionContext context) =>
        state.Of(command.Application).Standing is ClaimStanding.Held
            ? new IdentityClaimEvent.Released(command.Application, context.Now)
            : Decision.Nothing;

    public static Decision<IdentityClaimEvent> Hold(HoldIdentity command, IdentityClaimState state, DecisionContext context) =>
        state.Registrants.Contains(command.Number) && state.Of(command.Application).Standing is ClaimStanding.Registered
            ? Decision.Nothing
            : new IdentityClaimEvent.HeldByRegistrant(command.Number, command.Application, context.Now);
}
