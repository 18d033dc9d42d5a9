using System.Collections.Immutable;

namespace Register.Domain.Registration.Tenure;

/// <summary>Decides what happens in a registrant's CPD audit (R18).</summary>
public static class CpdAuditDecider
{
    private static readonly Rejection NoAudit = Rejection.Of("NO_CPD_AUDIT", "The registrant has no CPD audit that waits for this (R18).");

    public static Decision<RegistrantEvent> Select(SelectForCpdAudit command, RegistrantState state, DecisionContext context)
    {
        if (state.Entry is null)
            return TenureDecider.NoSuchEntry;
        // Who is gone by now is not audited.
        return !state.Tenure.IsRegisteredOn(context.Today) || state.Tenure.Audits.Any(a => a.Round == command.Round)
            ? Decision.Nothing
            : new TenureEvent.SelectedForCpdAudit(command.Round, context.Today, context.Today.AddMonths(context.Regime.CpdProfileMonths));
    }

    public static Decision<RegistrantEvent> Submit(SubmitCpdProfile command, RegistrantState state, DecisionContext context)
    {
        if (TenureDecider.NotRegistered(state, context.Today) is { } gone)
            return gone;
        if (state.Tenure.Audits is not [.., { IsOpen: true } audit])
            return NoAudit;
        if (audit.Profile == command.Profile)
            return Decision.Nothing;
        return context.Today > audit.Deadline
            ? Rejection.Of("CPD_PROFILE_LATE", $"The profile was due by {audit.Deadline:yyyy-MM-dd} (R18).")
            : new TenureEvent.CpdProfileSubmitted(audit.Round, command.Profile, context.Today);
    }

    public static Decision<RegistrantEvent> Decide(DecideCpdAudit command, RegistrantState state, DecisionContext context)
    {
        var (today, regime) = (context.Today, context.Regime);
        if (TenureDecider.NotRegistered(state, today) is { } gone)
            return gone;
        if (state.Tenure.Audits is not [.., { } audit])
            return NoAudit;
        if (state.Entry!.Applicant == context.Actor.Subject)
            return Rejection.Forbidden("OWN_AUDIT", "Nobody decides on their own CPD.");
        if (!audit.IsOpen)
            return audit.Outcome == command.Outcome ? Decision.Nothing : NoAudit;

        DateOnly? until = command.Outcome switch
        {
            CpdOutcome.FurtherTime => today.AddMonths(regime.CpdFurtherTimeMonths),
            CpdOutcome.DoesNotMeet => today.AddDays(regime.AppealDays),
            _ => null,
        };
        if (command.Outcome == CpdOutcome.FurtherTime && audit.FurtherTimeUntil == until)
            return Decision.Nothing;
        return Problem(command.Outcome, audit, today) is { } problem
            ? problem
            : new TenureEvent.CpdAuditDecided(audit.Round, command.Outcome, command.Reasons, context.Actor.Subject, today, until);
    }

    public static Decision<RegistrantEvent> Appeal(AppealCpdOutcome command, RegistrantState state, DecisionContext context)
    {
        if (TenureDecider.NotRegistered(state, context.Today) is { } gone)
            return gone;
        return state.Tenure.Audits is not [.., { AppealUntil: { } last } audit] ? NoAudit
            : audit.AppealedOn is not null ? Decision.Nothing
            : context.Today > last ? Rejection.Of("CPD_APPEAL_LATE", $"The outcome could be appealed until {last:yyyy-MM-dd} (R18).")
            : new TenureEvent.CpdOutcomeAppealed(audit.Round, command.Grounds, context.Today);
    }

    public static Decision<RegistrantEvent> DecideAppeal(DecideCpdAppeal command, RegistrantState state, DecisionContext context)
    {
        if (TenureDecider.NotRegistered(state, context.Today) is { } gone)
            return gone;
        if (state.Tenure.Audits is not [.., { AppealedOn: not null } audit])
            return NoAudit;
        if (audit.AppealAllowed is { } allowed)
            return allowed == command.Allowed ? Decision.Nothing : Rejection.Of("CPD_APPEAL_DECIDED", "The appeal is decided already.");
        ImmutableArray<Rejection> problems =
        [
            .. state.Entry!.Applicant == context.Actor.Subject ? [Rejection.Forbidden("OWN_AUDIT", "Nobody decides on their own CPD.")] : Array.Empty<Rejection>(),
            .. audit.DecidedBy == context.Actor.Subject
                ? [Rejection.Of("SECOND_OFFICER_REQUIRED", "Whoever found the standards not met does not decide the appeal: another officer has to.")]
                : Array.Empty<Rejection>(),
        ];
        return problems.IsEmpty
            ? new TenureEvent.CpdAppealDecided(audit.Round, command.Allowed, command.Reasons, context.Actor.Subject, context.Today)
            : problems;
    }

    private static Rejection? Problem(CpdOutcome outcome, CpdAudit audit, DateOnly today) => outcome switch
    {
        CpdOutcome.FurtherTime when audit.FurtherTimeUntil is not null => Rejection.Of("FURTHER_TIME_GIVEN", "Further time is given once (R18).", "outcome"),
        CpdOutcome.MeetsStandards when audit.SubmittedOn is null => Rejection.Of("CPD_PROFILE_MISSING", "There is no profile that could meet the standards (R18).", "outcome"),
        CpdOutcome.DoesNotMeet when audit.SubmittedOn is null && today <= audit.Deadline =>
            Rejection.Of("CPD_PROFILE_NOT_DUE", $"The registrant has until {audit.Deadline:yyyy-MM-dd} to hand in a profile (R18).", "outcome"),
        _ => null,
    };
}
