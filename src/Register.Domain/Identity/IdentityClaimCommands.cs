using Register.Domain.Registration;

namespace Register.Domain.Identity;

/// <summary>Have an application stand for an identity, or learn that it does not.</summary>
/// <param name="Returning">The registrant who comes back with this application; their own registration is not in its way.</param>
/// <param name="Distinct">An officer recorded that the applicant is a different person: nobody is in the way.</param>
public sealed record ClaimIdentity(IdentityId Identity, ApplicationId Application, RegistrationNumber? Returning = null, bool Distinct = false)
    : ICommand<IdentityClaimState, IdentityClaimEvent>
{
    public StreamId Stream => Identity.Stream;

    // Most identities are new: the append's expected version tells the others.
    public bool OpensStream => true;

    public Decision<IdentityClaimEvent> Decide(IdentityClaimState state, DecisionContext context) => IdentityClaimDecider.Claim(this, state, context);
}

/// <summary>Let go of an identity when the application is withdrawn or refused.</summary>
public sealed record ReleaseIdentity(IdentityId Identity, ApplicationId Application) : ICommand<IdentityClaimState, IdentityClaimEvent>
{
    public StreamId Stream => Identity.Stream;

    public Decision<IdentityClaimEvent> Decide(IdentityClaimState state, DecisionContext context) => IdentityClaimDecider.Release(this, state, context);
}

/// <summary>Have a registrant hold an identity for life.</summary>
public sealed record HoldIdentity(IdentityId Identity, RegistrationNumber Number, ApplicationId Application)
    : ICommand<IdentityClaimState, IdentityClaimEvent>
{
    public StreamId Stream => Identity.Stream;

    public Decision<IdentityClaimEvent> Decide(IdentityClaimState state, DecisionContext context) => IdentityClaimDecider.Hold(this, state, context);
}
