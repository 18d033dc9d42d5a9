namespace Register.Domain.Applications;

/// <summary>Decides what a claim on an identity means for its application (R14).</summary>
public static class IdentityDecider
{
    /// <summary>A grant waits for the claim, which follows a submission within moments.</summary>
    internal static readonly Rejection NotClaimed = Rejection.Of(
        "IDENTITY_NOT_CLAIMED", "It is not settled yet that this is the person's only application (R14): that takes moments, try again.");

    /// <summary>An application that was turned away is closed until an officer finds another person.</summary>
    internal static readonly Rejection TurnedAway = Rejection.Of(
        "APPLICATION_TURNED_AWAY",
        "The person has another live application or a registration: this application was turned away. A registration officer can record that it is a different person (R14).");

    private static readonly Rejection NotFound = Rejection.NotFound("APPLICATION_NOT_FOUND", "There is no such application.");

    public static Decision<ApplicationEvent> RecordClaim(RecordIdentityClaim command, ApplicationState state, DecisionContext context)
    {
        if (state.Submission is null)
            return NotFound;

        // An application that has ended meanwhile lets go of its claim by itself.
        var settled = state.Identity?.Standing;
        if (!state.MayStand || settled == IdentityStanding.Claimed)
            return Decision.Nothing;
        if (command.TurnedAwayBy is not { } holder)
            return new IdentityEvent.Claimed(command.Identity, context.Now);
        return settled is null or IdentityStanding.LetGo ? new IdentityEvent.TurnedAway(command.Identity, holder, context.Now) : Decision.Nothing;
    }

    public static Decision<ApplicationEvent> RecordDistinct(RecordDistinctPerson command, ApplicationState state, DecisionContext context)
    {
        if (state.Submission is not { } submission)
            return NotFound;
        if (submission.Applicant == context.Actor.Subject)
            return Rejection.Forbidden("OWN_APPLICATION", "Nobody checks or decides their own application.");
        if (state.Identity is { Distinct: true })
            return Decision.Nothing;
        return state.Stage == ApplicationStage.TurnedAway || (state.MayStand && state.Identity is not null && !command.Claims.Registrants.IsEmpty)
            ? new IdentityEvent.FoundDistinct(context.Actor.Subject, command.Reasons, context.Now)
            : Rejection.Of("NOT_TURNED_AWAY", "This application was not turned away: nothing stands in its way (R14).");
    }
}
