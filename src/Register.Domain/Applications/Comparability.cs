using System.Diagnostics;

namespace Register.Domain.Applications;

/// <summary>How a qualification elsewhere, or a legacy award, compares with an accredited one (R8, R12).</summary>
public abstract record ComparabilityEvent : ApplicationEvent
{
    /// <summary>Assessed by an officer; a shortfall names what is missing and the measure that makes it good.</summary>
    public sealed record Assessed(CompensationMeasure? Measure, [Personal] string Reasons, string Officer, DateTimeOffset At) : ComparabilityEvent;

    /// <summary>The adaptation period or the aptitude test ended.</summary>
    public sealed record MeasureCompleted(bool Passed, [Personal] string Note, string Officer, DateTimeOffset At) : ComparabilityEvent;
}

/// <summary>What makes a shortfall good (R12).</summary>
public enum CompensationMeasure
{
    AdaptationPeriod = 1,
    AptitudeTest,
}

/// <summary>The assessment, and the last outcome of its measure.</summary>
public sealed record Comparability(ComparabilityEvent.Assessed Assessment, ComparabilityEvent.MeasureCompleted? Outcome)
{
    /// <summary>Whether the qualification is comparable: at once, or with its shortfall made good.</summary>
    public bool IsMet => Assessment.Measure is null || Outcome is { Passed: true };

    /// <summary>The application after one more of these events.</summary>
    public static ApplicationState Evolve(ApplicationState state, ComparabilityEvent e) => state with
    {
        Stage = state.InHand,
        Comparability = e switch
        {
            ComparabilityEvent.Assessed a => new(a, null),
            ComparabilityEvent.MeasureCompleted m => state.Comparability! with { Outcome = m },
            _ => throw new UnreachableException(),
        },
    };
}

/// <summary>Record how the qualification compares: comparable, or a shortfall and its measure (R12).</summary>
/// <param name="Measure">The measure that a shortfall takes; null when the qualification is comparable.</param>
public sealed record AssessComparability(ApplicationId Id, CompensationMeasure? Measure, string Reasons) : ICommand<ApplicationState, ApplicationEvent>
{
    public StreamId Stream => Id.Stream;

    public Decision<ApplicationEvent> Decide(ApplicationState state, DecisionContext context)
    {
        if (ApplicationDecider.NotForOfficer(state, context) is { } rejection)
            return rejection;
        if (state.Submission!.Route != EntryRoute.International)
            return Rejection.Of("NOTHING_TO_COMPARE", "Comparability is assessed of applications by the international route (R12).", "name");
        if (state.Comparability is { } known && (known.Assessment.Measure, known.Assessment.Reasons) == (Measure, Reasons))
            return Decision.Nothing;
        if (state.Comparability?.Outcome is not null)
            return Rejection.Of("MEASURE_COMPLETED", "The measure set by the assessment has been taken already (R12).");
        return new ComparabilityEvent.Assessed(Measure, Reasons, context.Actor.Subject, context.Now);
    }
}

/// <summary>Record how the adaptation period or the aptitude test ended (R12).</summary>
public sealed record RecordMeasureOutcome(ApplicationId Id, bool Passed, string Note) : ICommand<ApplicationState, ApplicationEvent>
{
    public StreamId Stream => Id.Stream;

    public Decision<ApplicationEvent> Decide(ApplicationState state, DecisionContext context)
    {
        if (ApplicationDecider.NotForOfficer(state, context) is { } rejection)
            return rejection;
        if (state.Comparability?.Assessment.Measure is null)
            return Rejection.Of("NO_MEASURE_SET", "No adaptation period or aptitude test was set for this application (R12).");
        if (state.Comparability.Outcome is { } known && (known.Passed, known.Note) == (Passed, Note))
            return Decision.Nothing;
        return state.Comparability.IsMet
            ? Rejection.Of("MEASURE_COMPLETED", "The measure has been passed already (R12).")
            : new ComparabilityEvent.MeasureCompleted(Passed, Note, context.Actor.Subject, context.Now);
    }
}
