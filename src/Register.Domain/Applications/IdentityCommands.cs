using Register.Domain.Identity;

namespace Register.Domain.Applications;

/// <summary>Record what the application's claim on its identity came to.</summary>
/// <param name="TurnedAwayBy">What holds the identity instead; null when the application holds it.</param>
public sealed record RecordIdentityClaim(ApplicationId Id, IdentityId Identity, IdentityHolder? TurnedAwayBy)
    : ICommand<ApplicationState, ApplicationEvent>
{
    public StreamId Stream => Id.Stream;

    public Decision<ApplicationEvent> Decide(ApplicationState state, DecisionContext context) => IdentityDecider.RecordClaim(this, state, context);
}

/// <summary>Record that an applicant who was turned away, or whose name a registrant took since, is a different person of the same name and date of birth.</summary>
/// <param name="Claims">The claims on the identity, as they stand.</param>
public sealed record RecordDistinctPerson(ApplicationId Id, string Reasons, IdentityClaimState Claims) : ICommand<ApplicationState, ApplicationEvent>
{
    public StreamId Stream => Id.Stream;

    public Decision<ApplicationEvent> Decide(ApplicationState state, DecisionContext context) => IdentityDecider.RecordDistinct(this, state, context);
}
