using System.Collections.Immutable;

namespace Register.Domain.Registration.Tenure;

/// <summary>Decides on renewal, lapse and what holds it (R17, R21).</summary>
public static class TenureDecider
{
    internal static readonly Rejection NoSuchEntry = Rejection.NotFound("REGISTRANT_NOT_FOUND", "There is no such registrant.");

    public static Decision<RegistrantEvent> Renew(Renew command, RegistrantState state, DecisionContext context)
    {
        var (today, regime) = (context.Today, context.Regime);
        if (NotRegistered(state, today) is { } gone)
            return gone;
        var period = state.Tenure.Stays[^1].Periods[^1];
        if (period.From > today)
            return Decision.Nothing;

        var opens = period.To.AddMonths(-regime.RenewalWindowMonths);
        ImmutableArray<Rejection> problems =
        [
            .. today < opens
                ? [Rejection.Of("RENEWAL_NOT_OPEN", $"Renewal opens {regime.RenewalWindowMonths} months before the renewal date, on {opens:yyyy-MM-dd} (R17).")]
                : Array.Empty<Rejection>(),
            .. today > period.To
                ? [Rejection.Of("RENEWAL_OVER", $"The period ended on {period.To:yyyy-MM-dd}: the entry is held over while a case is open, and is not renewed (R17, R21).")]
                : Array.Empty<Rejection>(),
            .. Missing(command.Declared, command.FeeReference),
        ];
        var next = period.To.AddDays(1);
        return problems.IsEmpty
            ? new TenureEvent.Renewed(next, LegalRegime.On(next).PeriodEnd(next), command.FeeReference, today)
            : problems;
    }

    public static Decision<RegistrantEvent> Lapse(RegistrantState state, DecisionContext context)
    {
        if (state.Entry is null)
            return NoSuchEntry;
        return LapseDue(state.Tenure, context.Today) is { } day ? new TenureEvent.Lapsed(day) : Decision.Nothing;
    }

    /// <summary>The day of a lapse that has come and is not recorded; null when there is none.</summary>
    internal static DateOnly? LapseDue(TenureState tenure, DateOnly today)
    {
        var stay = tenure.Stays[^1];
        return stay.Departure is null && tenure.LapseDay(stay) is { } day && day <= today && !(tenure.DiedOn < day) ? day : null;
    }

    /// <summary>Why nothing can be done with a registration that is not there on a date; null when it is there.</summary>
    internal static Rejection? NotRegistered(RegistrantState state, DateOnly date)
    {
        if (state.Entry is null)
            return NoSuchEntry;
        if (state.Tenure.DepartureOn(date) is { } departure)
            return Rejection.Of("NOT_REGISTERED", $"The entry is off the register since {departure.On:yyyy-MM-dd}, by {Words.Of(departure.Way)} (R19).");
        return state.Tenure.IsRegisteredOn(date) ? null : Rejection.Of("NOT_REGISTERED", "The registration has not begun yet.");
    }

    /// <summary>What renewal and short readmission need: both the declaration and the fee, each named when it is missing (R17).</summary>
    internal static IEnumerable<Rejection> Missing(bool declared, string feeReference)
    {
        if (!declared)
            yield return Rejection.Of("DECLARATION_MISSING", "The professional declaration has to be made (R17).", "declared");
        if (feeReference.Length == 0)
            yield return Rejection.Of("FEE_REFERENCE_MISSING", "The reference of the renewal fee has to be given (R17).", "fee_reference");
    }
}
