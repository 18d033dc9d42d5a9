using System.Collections.Immutable;
using Register.Domain.Identity;

namespace Register.Domain.Applications;

/// <summary>One person, one live application and one registration, whatever the spelling (R14): what is known when evidence of identity is checked,
/// and again at a grant.</summary>
internal static class OnePerson
{
    /// <summary>What else the person has, as far as the identity and the login tell; empty when nothing is in the way.</summary>
    public static ImmutableArray<Rejection> Shortfalls(ApplicationState state, ReliedOn records) =>
        InTheWay(state, records) is { } holder ? [IdentityRejections.Of(holder)] : [];

    private static IdentityHolder? InTheWay(ApplicationState state, ReliedOn records)
    {
        var submission = state.Submission!;
        var returning = RouteRules.ReturningBy(submission.Route, submission.Evidence);
        var registered = records.Others.Any(other => other.Stage == ApplicationStage.Granted);
        if (returning is null && (registered || (state.Identity is not { Distinct: true } && !records.Claims.Registrants.IsEmpty)))
            return IdentityHolder.Registrant;

        // Of two at once the earlier stands.
        return records.Others.Any(other => other.MayStand && other.Submission!.At < submission.At) ? IdentityHolder.Application : null;
    }
}
