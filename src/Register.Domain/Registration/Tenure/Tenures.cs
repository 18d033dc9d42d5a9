namespace Register.Domain.Registration.Tenure;

/// <summary>What an entry's stays come to on a date: functions of the state and the date, nothing stored (R2).</summary>
public static class Tenures
{
    /// <summary>The stay that a date falls in or after; null before the first.</summary>
    public static Stay? StayOn(this TenureState tenure, DateOnly date) => tenure.Stays.LastOrDefault(stay => stay.From <= date);

    /// <summary>How and since when the entry is off the register on a date; null when it is on it, and before its first day.</summary>
    public static Departure? DepartureOn(this TenureState tenure, DateOnly date)
    {
        if (tenure.StayOn(date) is not { } stay)
            return null;
        if (tenure.DiedOn < date)
            return new(WayOut.Died, tenure.DiedOn.Value.AddDays(1));
        return End(tenure, stay) is { } end && end.On <= date ? end : null;
    }

    /// <summary>Whether the entry is on the register on a date.</summary>
    public static bool IsRegisteredOn(this TenureState tenure, DateOnly date) =>
        tenure.StayOn(date) is not null && tenure.DepartureOn(date) is null;

    /// <summary>The registration period to show for a date: the one it falls in, else the last before it, else the first.</summary>
    public static Period PeriodOn(this TenureState tenure, DateOnly date)
    {
        var stay = tenure.StayOn(date) ?? tenure.Stays[0];
        return stay.Periods.FirstOrDefault(period => date <= period.To) ?? stay.Periods[^1];
    }

    /// <summary>Whether a fitness-to-practise case is open on a date, as far as the entry knows (R21).</summary>
    public static bool IsHeldOn(this TenureState tenure, DateOnly date) =>
        tenure.Holds.Any(hold => hold.From <= date && (hold.Until is null || date <= hold.Until));

    /// <summary>Whether the entry is on the register only because a case is open: its period is over (R21).</summary>
    public static bool IsHeldOverOn(this TenureState tenure, DateOnly date) =>
        tenure.IsRegisteredOn(date) && tenure.PeriodOn(date).To < date;

    /// <summary>The end of the period as everybody may see it: that of an entry held over is what a renewed one would have, for that a case
    /// is open is not public (R28, R32).</summary>
    public static DateOnly PublicPeriodEndOn(this TenureState tenure, DateOnly date) =>
        tenure.IsHeldOverOn(date) ? LegalRegime.On(date).PeriodEnd(date) : tenure.PeriodOn(date).To;

    /// <summary>Whether the period that ended on a renewal date was renewed.</summary>
    public static bool RenewedFor(this TenureState tenure, DateOnly round) =>
        tenure.Stays.Any(stay => stay.Periods.Skip(1).Any(period => period.From == round.AddDays(1)));

    /// <summary>The CPD audit of the stay that is last; null when there is none: one that an earlier stay ended with is spent (R18).</summary>
    public static CpdAudit? LastAudit(this TenureState tenure) =>
        tenure.Audits is [.., { } audit] && audit.SelectedOn >= tenure.Stays[^1].From ? audit : null;

    /// <summary>The CPD audit that waits for something of an entry that nothing has ended; null when none does (R18).</summary>
    public static CpdAudit? AuditInHand(this TenureState tenure) =>
        tenure is { DiedOn: null, Stays: [.., { Departure: null }] } && tenure.LastAudit() is { } audit && (audit.IsOpen || audit.Outcome == CpdOutcome.DoesNotMeet)
            ? audit
            : null;

    /// <summary>The day on which a stay that nobody ends and nobody renews lapses; null while an open case holds it (R17, R21).</summary>
    public static DateOnly? LapseDay(this TenureState tenure, Stay stay)
    {
        var end = stay.Periods[^1].To;
        var day = end.AddDays(1);
        // A case holds the entry if it was open on the period's last day, or came before the one that did so was over.
        foreach (var hold in tenure.Holds.OrderBy(hold => hold.From))
        {
            if (hold.From > (day == end.AddDays(1) ? end : day))
                break;
            if (hold.Until is null)
                return null;
            if (hold.Until >= day)
                day = hold.Until.Value.AddDays(1);
        }
        return day;
    }

    private static Departure? End(TenureState tenure, Stay stay) =>
        stay.Departure ?? (tenure.LapseDay(stay) is { } lapse ? new(WayOut.Lapsed, lapse) : null);
}
