using System.Diagnostics;

namespace Register.Domain.FitnessToPractise;

/// <summary>Removal by agreement with the registrant, who leaves the register for good (R19): two people make it, and there is no appeal.</summary>
public abstract record AgreementEvent : CaseEvent
{
    /// <summary>What was agreed with the registrant.</summary>
    public sealed record Recorded([Personal] string Reasons, [Personal] string PublicText, string By, DateOnly On) : AgreementEvent;

    /// <summary>A second person confirmed it: the entry is removed on this day.</summary>
    public sealed record Confirmed(string RecordedBy, string ConfirmedBy, DateOnly On) : AgreementEvent;
}

/// <summary>Folds a removal by agreement.</summary>
internal static class Agreements
{
    public static CaseState Evolve(CaseState state, AgreementEvent e) => e switch
    {
        AgreementEvent.Recorded r => state with { Agreement = r },
        AgreementEvent.Confirmed c => state with
        {
            AgreementConfirmed = c,
            IsSentBack = false,
            Sanctions = state.Sanctions.Add(new(null, new(SanctionKind.RemovalByAgreement, null, state.Agreement!.PublicText), c.On)
            {
                FollowsOrder = true,
                ImmediateFrom = c.On,
                NotifiedOn = c.On,
            }),
        },
        _ => throw new UnreachableException(),
    };
}

/// <summary>Record that the registrant agreed to be removed; while a committee has the case, as its chair (R30).</summary>
public sealed record RecordRemovalAgreement(CaseId Id, string Reasons, string PublicText) : ICommand<CaseState, CaseEvent>
{
    public StreamId Stream => Id.Stream;

    public Decision<CaseEvent> Decide(CaseState state, DecisionContext context)
    {
        if (CaseRules.NotFor(state, context) is { } rejection)
            return rejection;
        var by = context.Actor.Subject;
        if (state.Agreement is { } done && (done.Reasons, done.PublicText, done.By) == (Reasons, PublicText, by))
            return Decision.Nothing;
        if (NotNow(state, context) is { } notNow)
            return notNow;
        return Committee.SittingOn(state, context.Today) is { } committee && committee.Chair != by
            ? Rejection.Forbidden("NOT_THE_CHAIR", "A committee has the case: its chair records what is agreed, and another member confirms it (R30).")
            : (Decision<CaseEvent>)new AgreementEvent.Recorded(Reasons, PublicText, by, context.Today);
    }

    internal static Rejection? NotNow(CaseState state, DecisionContext context)
    {
        if (state.IsOverOn(context.Today))
            return CaseRules.Closed;
        if (state.Ground == Ground.IncorrectOrFraudulentEntry)
            return Rejection.Of("WRONG_SANCTION", "Whether an entry was ever rightly made is not a matter of agreement.");
        if (state.Stage == CaseStage.Triage)
            return Rejection.Of("NOT_TRIAGED", "The concern waits for triage: nobody is removed before it meets the threshold.");
        if (state.Registrants.IsEmpty)
            return Rejection.Of("NO_REGISTRANT", "Nobody is removed before it is known who: attach the registrant first.");
        return state.WaitingOn(context.Today) is null
            ? null
            : Rejection.Of("DECISION_WAITS", "The case is decided, and the sanction is not in effect yet.");
    }
}

/// <summary>Confirm, as a second person, while a committee has the case as another of its members (R30), that the registrant is removed by agreement, today.</summary>
public sealed record ConfirmRemovalAgreement(CaseId Id) : ICommand<CaseState, CaseEvent>
{
    public StreamId Stream => Id.Stream;

    public Decision<CaseEvent> Decide(CaseState state, DecisionContext context)
    {
        if (CaseRules.NotFor(state, context) is { } rejection)
            return rejection;
        var by = context.Actor.Subject;
        if (state.AgreementConfirmed is { } done)
            return done.ConfirmedBy == by ? Decision.Nothing : Rejection.Of("ALREADY_CONFIRMED", $"The agreement was confirmed on {done.On:yyyy-MM-dd} by somebody else.");
        if (state.Agreement is not { } agreement)
            return Rejection.Of("NO_AGREEMENT", "No agreement to be removed is recorded in the case.");
        if (RecordRemovalAgreement.NotNow(state, context) is { } notNow)
            return notNow;
        if (CaseRules.NotAmongThoseSitting(state, context) is { } outsider)
            return outsider;
        if (Committee.SittingOn(state, context.Today) is { } committee && committee.Chair != agreement.By)
            return Rejection.Of("NOT_THE_CHAIRS", "A committee has the case now: its chair records the agreement anew, before another member confirms it (R30).");
        return agreement.By == by
            ? Rejection.Of("SECOND_PERSON_REQUIRED", "An agreement is confirmed by another person than the one who recorded it (R30).")
            : new AgreementEvent.Confirmed(agreement.By, by, context.Today);
    }
}
