using System.Diagnostics;
using Register.Domain.Registration;

namespace Register.Domain.FitnessToPractise;

/// <summary>What became known of whom and what a case is about, after it was opened.</summary>
public abstract record ConcernEvent : CaseEvent
{
    /// <summary>The case is about this registrant (too): it follows a person under every number.</summary>
    /// <param name="Subject">The registrant's own subject in access tokens.</param>
    public sealed record RegistrantAttached(RegistrationNumber Registrant, string Subject, string By, DateOnly On) : ConcernEvent;

    /// <summary>A new concern reopened a case that had ended with no case to answer (R28).</summary>
    public sealed record Reopened(Ground Ground, [Personal] string Concern, DateOnly ReceivedOn, string By, DateOnly On) : ConcernEvent;
}

/// <summary>Folds what is known of a concern.</summary>
internal static class Concerns
{
    public static CaseState Evolve(CaseState state, CaseEvent.ConcernRaised raised)
    {
        var after = state with
        {
            Concern = raised,
            Stage = CaseStage.Triage,
            Ground = raised.Ground,
            OpenedOn = CivilTime.DateIn(raised.At),
            Acts = raised.By is { } by ? state.Acts.Add(new(by, CaseStage.Triage, 0)) : state.Acts,
        };
        return raised.Registrant is { } number ? About(after, number, raised.Subject) : after;
    }

    public static CaseState Evolve(CaseState state, ConcernEvent e) => e switch
    {
        ConcernEvent.RegistrantAttached a => About(state, a.Registrant, a.Subject),
        ConcernEvent.Reopened r => InterimOrder.EndedWith(state) with
        {
            Reopening = r,
            Stage = CaseStage.Investigation,
            Ground = r.Ground,
            OpenedOn = r.On,
            Round = state.Round + 1,
            Investigation = null,
            Answer = null,
            Sitting = null,
            Hearings = [.. state.Hearings.Where(h => h.On <= state.EndsOn)],
            InterimCap = null,
            Closing = null,
        },
        _ => throw new UnreachableException(),
    };

    private static CaseState About(CaseState state, RegistrationNumber number, string? subject) => state with
    {
        Registrants = state.Registrants.Add(number),
        Concerned = subject is null || state.Concerned.Contains(subject) ? state.Concerned : state.Concerned.Add(subject),
    };
}
