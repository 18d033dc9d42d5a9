using Register.Domain.FitnessToPractise;

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
        return Ends(tenure, stay)
            .Concat(tenure.Removals().Where(removal => tenure.KeepsOff(removal, date)))
            .Where(end => end.On <= date)
            .MinBy(end => (Gravity(end.Way), end.On));
    }

    /// <summary>The first day off the register after which nobody came back; what a return is counted from, whatever was decided since (R20).</summary>
    public static DateOnly? AwaySince(this TenureState tenure, DateOnly date)
    {
        if (tenure.StayOn(date) is not { } stay || tenure.DepartureOn(date) is not { } shown)
            return null;
        return Ends(tenure, stay).Select(end => end.On).Append(shown.On).Where(on => on <= date).Min();
    }

    /// <summary>How a stay ended, as far as a date; null while it goes on. A sanction ends it on its first day, whether or not anything ran that day (R2, R26).</summary>
    public static Departure? EndOf(this TenureState tenure, Stay stay, DateOnly date)
    {
        var next = tenure.Stays.FirstOrDefault(s => s.From > stay.From)?.From;
        return Ends(tenure, stay)
            .Concat(tenure.Removals().Where(removal => !tenure.CameBack(removal, stay.From) && !(removal.On > next)))
            .Where(end => end.On <= date)
            .MinBy(end => (end.On, Gravity(end.Way)));
    }

    /// <summary>The sanctions that take the entry off the register on a known day, past or to come (R25, R26).</summary>
    public static IEnumerable<Departure> Removals(this TenureState tenure) =>
        from record in tenure.Cases
        from sanction in record.Standing.Sanctions
        where sanction is { From: not null } && sanction.Kind.TakesOff() is not null
        select new Departure(sanction.Kind.TakesOff()!.Value, sanction.From!.Value, record.Case);

    /// <summary>Whether a removal keeps the entry off on a date: it does until the registrant comes back by the way that it leaves open (R20).</summary>
    internal static bool KeepsOff(this TenureState tenure, Departure removal, DateOnly date) => removal.On <= date && !tenure.CameBack(removal, date);

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
    public static bool IsHeldOn(this TenureState tenure, DateOnly date) => tenure.Cases.Any(c => c.HoldsOn(date));

    /// <summary>Whether the entry is on the register only because a case is open: its period is over (R21).</summary>
    public static bool IsHeldOverOn(this TenureState tenure, DateOnly date) =>
        tenure.IsRegisteredOn(date) && tenure.PeriodOn(date).To < date;

    /// <summary>The kinds of the sanctions that can be appealed up to a day (R26).</summary>
    public static IEnumerable<SanctionKind> AppealableUntil(this TenureState tenure, DateOnly lastDay) => SanctionNotices.EndingOn(tenure, lastDay);

    /// <summary>Whether the period that ended on a renewal date was renewed.</summary>
    public static bool RenewedFor(this TenureState tenure, DateOnly round) =>
        tenure.Stays.Any(stay => stay.Periods.Skip(1).Any(period => period.From == round.AddDays(1)));

    /// <summary>The CPD audit of the stay that is last; null when there is none: one that an earlier stay ended with is spent (R18).</summary>
    public static CpdAudit? LastAudit(this TenureState tenure) =>
        tenure.Audits is [.., { } audit] && audit.SelectedOn >= tenure.Stays[^1].From ? audit : null;

    /// <summary>The CPD audit that waits for something of an entry that nothing has ended or is to end on a known day; null when none does (R18).</summary>
    public static CpdAudit? AuditInHand(this TenureState tenure) =>
        tenure is { DiedOn: null, Stays: [.., { Departure: null }] } && tenure.LastRemoval() is null && tenure.LastAudit() is { } audit && (audit.IsOpen || audit.Outcome == CpdOutcome.DoesNotMeet)
            ? audit
            : null;

    /// <summary>The first day off the register by a sanction over the last stay, past or to come; null when there is none.</summary>
    internal static DateOnly? LastRemoval(this TenureState tenure) => tenure.Removals()
        .Where(removal => !tenure.CameBack(removal, tenure.Stays[^1].From))
        .Min(removal => (DateOnly?)removal.On);

    /// <summary>The day on which a stay that nobody ends and nobody renews lapses; null while an open case holds it, and when a sanction ended it
    /// by then (R17, R21, R26).</summary>
    public static DateOnly? LapseDay(this TenureState tenure, Stay stay) =>
        tenure.LapseDayUnlessRemoved(stay) is { } day
        && !tenure.Removals().Any(removal => removal.On <= day && !tenure.CameBack(removal, stay.From))
            ? day
            : null;

    /// <summary>The same, whatever sanctions take the entry off.</summary>
    internal static DateOnly? LapseDayUnlessRemoved(this TenureState tenure, Stay stay)
    {
        var end = stay.Periods[^1].To;
        var day = end.AddDays(1);
        // A case holds the entry if it was open on the period's last day, or came before the one that did so was over.
        foreach (var hold in tenure.Cases.Select(c => c.Standing).OrderBy(hold => hold.HeldFrom))
        {
            if (hold.HeldFrom > (day == end.AddDays(1) ? end : day))
                break;
            if (hold.HeldUntil is null)
                return null;
            if (hold.HeldUntil >= day)
                day = hold.HeldUntil.Value.AddDays(1);
        }
        return day;
    }

    private static bool CameBack(this TenureState tenure, Departure removal, DateOnly by) => tenure.Stays.Any(stay =>
        removal.On <= stay.From && stay.From <= by && stay.By is { } way && WaysBack.After(removal.Way).Contains(way));

    // What ended a stay without a sanction: what is recorded, else the lapse that follows from the dates.
    private static IEnumerable<Departure> Ends(TenureState tenure, Stay stay)
    {
        if (stay.Departure is { } recorded)
            yield return recorded;
        else if (tenure.LapseDay(stay) is { } lapse)
            yield return new(WayOut.Lapsed, lapse);
    }

    // Who was struck off is shown as struck off, whatever else ended the registration (R19, R20).
    private static int Gravity(WayOut way) => way switch
    {
        WayOut.StruckOff => 0,
        WayOut.RemovedByAgreement => 1,
        WayOut.EntryRemoved => 2,
        _ => 3,
    };
}
