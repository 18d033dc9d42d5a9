using System.Collections.Immutable;
using Register.Domain.Registration;

namespace Register.Domain.FitnessToPractise;

/// <summary>A registrant as it stands, to raise a concern about or to attach to a case.</summary>
/// <param name="Subject">The subject of its holder; null when there is no such registrant.</param>
public sealed record NamedRegistrant(RegistrationNumber Number, string? Subject);

/// <summary>Open a case with a concern; anybody may.</summary>
/// <param name="Registrant">Whom it is about; null while nobody knows.</param>
public sealed record RaiseConcern(CaseId Id, NamedRegistrant? Registrant, Ground Ground, string Concern, DateOnly ReceivedOn)
    : ICommand<CaseState, CaseEvent>
{
    public StreamId Stream => Id.Stream;

    public bool OpensStream => true;

    /// <summary>Who raises it, as a kind of person.</summary>
    public ConcernSource? Source { get; init; }

    /// <summary>The decision of another body that it rests on (R29).</summary>
    public OtherBodyDecision? OtherBody { get; init; }

    public Decision<CaseEvent> Decide(CaseState state, DecisionContext context)
    {
        if (state.Concern is not null)
            return Decision.Nothing;

        var problems = ImmutableArray.CreateBuilder<Rejection>();
        if (Registrant is { Subject: null })
            problems.Add(Rejection.Of("REGISTRANT_UNKNOWN", "There is no registrant with this number.", "case.registrant"));
        if (ReceivedOn > context.Today)
            problems.Add(Rejection.Invalid("case.received_on", "DATE_IN_FUTURE", "A concern was received today or earlier."));
        if (problems.Count > 0)
            return problems.DrainToImmutable();
        var by = context.Actor == Actor.Public ? null : context.Actor.Subject;
        return new CaseEvent.ConcernRaised(
            Registrant?.Number, Ground, Concern, ReceivedOn, context.Now, Source, Registrant?.Subject, by, OtherBody);
    }
}

/// <summary>Say whom a case is about, or that the person has another number too.</summary>
public sealed record AttachRegistrant(CaseId Id, NamedRegistrant Registrant) : ICommand<CaseState, CaseEvent>
{
    public StreamId Stream => Id.Stream;

    public Decision<CaseEvent> Decide(CaseState state, DecisionContext context)
    {
        if (CaseRules.NotFor(state, context) is { } rejection)
            return rejection;
        if (state.Registrants.Contains(Registrant.Number))
            return Decision.Nothing;
        if (Registrant.Subject is not { } subject)
            return Rejection.Of("REGISTRANT_UNKNOWN", "There is no registrant with this number.", "registrant");
        if (subject == context.Actor.Subject)
            return CaseRules.OwnCase;

        // A number that its person got later carries what an ended case left on the first one: a suspension, a striking off.
        if (state.IsOverOn(context.Today) && state.Sanctions.IsEmpty)
            return CaseRules.Closed;
        if (state.Sitting?.Members.Contains(subject) == true)
            return Rejection.Of("MEMBER_CONCERNED", "The registrant sits on the committee that has this case: convene another first.", "registrant");
        return new ConcernEvent.RegistrantAttached(Registrant.Number, subject, context.Actor.Subject, context.Today);
    }
}

/// <summary>Reopen a case that ended with no case to answer, because of a new concern (R28).</summary>
public sealed record ReopenCase(CaseId Id, Ground Ground, string Concern, DateOnly ReceivedOn) : ICommand<CaseState, CaseEvent>
{
    public StreamId Stream => Id.Stream;

    public Decision<CaseEvent> Decide(CaseState state, DecisionContext context)
    {
        if (CaseRules.NotFor(state, context) is { } rejection)
            return rejection;
        if (state.Reopening is { } last && (last.Ground, last.Concern, last.ReceivedOn, last.On) == (Ground, Concern, ReceivedOn, context.Today))
            return Decision.Nothing;
        if (state.Closing is not { As: ClosedAs.NoCaseToAnswer } closing)
            return Rejection.Of("CANNOT_REOPEN", "Only a case that ended with no case to answer is reopened (R28): raise a new concern instead.");
        if (ReceivedOn > context.Today)
            return Rejection.Invalid("received_on", "DATE_IN_FUTURE", "A concern was received today or earlier.");
        if (ReceivedOn < closing.On)
            return Rejection.Of("NOT_A_NEW_CONCERN", "The concern is older than the end of the case: a case is reopened with a new one (R28).", "received_on");

        var years = context.Regime.ReopeningYears;
        var lastDay = closing.On.AddYears(years).AddDays(-1);
        return context.Today <= lastDay
            ? new ConcernEvent.Reopened(Ground, Concern, ReceivedOn, context.Actor.Subject, context.Today)
            : Rejection.Of("REOPENED_TOO_LATE", $"The case could be reopened within {years} years, until {lastDay:yyyy-MM-dd} (R28): raise a new concern.");
    }
}
