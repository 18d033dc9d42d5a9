using System.Collections.Immutable;

namespace Register.Domain.Education;

/// <summary>What happens to a programme's accreditation after it was first given (R4).</summary>
public abstract record AccreditationEvent : ProgrammeEvent
{
    /// <summary>Accredited for a further interval, both days included.</summary>
    public sealed record Renewed(DateOnly From, DateOnly To, DateOnly On) : AccreditationEvent;

    /// <summary>A condition the provider has to meet; the accreditation stands meanwhile.</summary>
    /// <param name="Number">Counted from 1 within the programme.</param>
    /// <param name="DueOn">The last day to meet it, where there is one.</param>
    public sealed record ConditionSet(int Number, string Text, DateOnly On, DateOnly? DueOn) : AccreditationEvent;

    /// <summary>A condition was met, or lifted without being met.</summary>
    public sealed record ConditionEnded(int Number, ConditionOutcome Outcome, string Note, DateOnly On) : AccreditationEvent;

    /// <summary>Not accredited from a day on; what was accredited before that day stays so.</summary>
    public sealed record Withdrawn(DateOnly From, string Reason, DateOnly On) : AccreditationEvent;
}

/// <summary>How a condition came to its end.</summary>
public enum ConditionOutcome
{
    Met = 1,
    Lifted,
}

/// <summary>Accredited from one day to another, both included (R4).</summary>
public readonly record struct AccreditedInterval(DateOnly From, DateOnly To)
{
    /// <summary>Whether the interval has this day.</summary>
    public bool Has(DateOnly date) => From <= date && date <= To;
}

/// <summary>A condition of accreditation, and its end where it has come to one.</summary>
public sealed record AccreditationCondition(AccreditationEvent.ConditionSet Set, AccreditationEvent.ConditionEnded? Ended);

/// <summary>Folds what happens to an accreditation.</summary>
internal static class AccreditationFold
{
    public static ProgrammeState Evolve(ProgrammeState state, AccreditationEvent e) => e switch
    {
        AccreditationEvent.Renewed r => state with { Amended = [.. state.AccreditedIntervals(), new(r.From, r.To)] },
        AccreditationEvent.ConditionSet s => state with { Conditions = state.Conditions.Add(new(s, null)) },
        AccreditationEvent.ConditionEnded c => state with
        {
            Conditions = [.. state.Conditions.Select(known => known.Set.Number == c.Number ? known with { Ended = c } : known)],
        },
        AccreditationEvent.Withdrawn w => state with
        {
            Amended = [.. state.AccreditedIntervals().Where(i => i.From < w.From).Select(i => i with { To = Earlier(i.To, w.From.AddDays(-1)) })],
            Withdrawals = state.Withdrawals.Add(w),
        },
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    private static DateOnly Earlier(DateOnly one, DateOnly other) => one < other ? one : other;
}
