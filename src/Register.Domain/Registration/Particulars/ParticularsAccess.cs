namespace Register.Domain.Registration;

/// <summary>Whose particulars somebody may change, and whose entry an officer may act on.</summary>
internal static class ParticularsAccess
{
    /// <summary>There is no such registrant, or none that the caller may know of.</summary>
    public static readonly Rejection NoSuchRegistrant = Rejection.NotFound("REGISTRANT_NOT_FOUND", "There is no such registrant.");

    /// <summary>A registrant changes their own, an officer another's: what stands in the way; null when nothing does.</summary>
    public static Rejection? Problem(RegistrantState state, DecisionContext context) => state.Entry switch
    {
        null => NoSuchRegistrant,
        { } entry when context.Actor.Role == Roles.Applicant => entry.Applicant == context.Actor.Subject ? null : NoSuchRegistrant,
        _ => OfficerProblem(state, context),
    };

    /// <summary>What keeps an officer from it: it is nobody's, or their own.</summary>
    public static Rejection? OfficerProblem(RegistrantState state, DecisionContext context) => state.Entry switch
    {
        null => NoSuchRegistrant,
        { } entry when entry.Applicant == context.Actor.Subject => Rejection.Forbidden("OWN_ENTRY", "No officer changes their own entry."),
        _ => null,
    };
}
