using System.Collections.Immutable;
using Register.Domain.FitnessToPractise;
using Register.Domain.Registration.Tenure;

namespace Register.Domain.Registration;

/// <summary>An entry's stays and cases with nothing left in them that is not published on a day (R28, R31): the public view is made of this, so that
/// it can tell no more.</summary>
internal static class Publication
{
    /// <summary>What everybody may know on a day. Open cases, sanctions that wait and hearings out of their time are not in it, and an entry
    /// that only a case held is as one that was renewed and, when the case ended, left: nobody can tell the one from the other.</summary>
    /// <param name="lines">The lines of its cases that are published on the day.</param>
    /// <param name="today">The day of the question, whatever date is asked for: a date to come gives nothing away that is not published yet.</param>
    public static TenureState On(DateOnly today, PublishableEntry entry, IEnumerable<CaseStanding> lines)
    {
        var policy = PublicationPolicy.On(today);
        var cases = lines.Select(line => new CaseOnEntry(default, line)).ToImmutableArray();
        var tenure = TenureState.None with { Stays = entry.Stays, Cases = cases, DiedOn = entry.DiedOn };
        return tenure with
        {
            Cases = [.. cases.Select(c => c with { Standing = Of(c.Standing, tenure, today, policy) })],
            Stays = [.. entry.Stays.Select(stay => Of(stay, tenure, today, policy))],
        };
    }

    private static CaseStanding Of(CaseStanding line, TenureState tenure, DateOnly today, PublicationPolicy policy) => line with
    {
        InterimOrders = [.. line.InterimOrders.Select(order => AsOrdered(order, today))],
        Sanctions = [.. line.Sanctions.Where(sanction => IsShown(sanction, tenure, today, policy)).Select(sanction => AsOrdered(sanction, today))],
        Hearings = [.. line.Hearings.Where(hearing => policy.ShowsAllegations(hearing.On, today))],
    };

    // What will end an order before or after its time is not published before it has come.
    private static InterimOrderSpan AsOrdered(InterimOrderSpan order, DateOnly today) => new(
        order.Kind, order.From, order.IsInForceOn(today) && order.OrderedUntil >= today ? order.OrderedUntil.Value : order.Until, order.PublicText);

    private static SanctionSpan AsOrdered(SanctionSpan sanction, DateOnly today) => sanction with
    {
        Until = sanction.IsInForceOn(today) && sanction.OrderedUntil >= today ? sanction.OrderedUntil : sanction.Until,
        OrderedUntil = null,
    };

    private static bool IsShown(SanctionSpan sanction, TenureState tenure, DateOnly today, PublicationPolicy policy) => sanction.Kind switch
    {
        SanctionKind.StrikingOff => IsStrikingOffShown(sanction.From!.Value, tenure, today, policy),
        SanctionKind.Caution => policy.ShowsOrder(sanction.Until, today),
        _ => true,
    };

    private static bool IsStrikingOffShown(DateOnly since, TenureState tenure, DateOnly today, PublicationPolicy policy) =>
        tenure.DiedOn is null && policy.ShowsStrikingOff(since, today);

    private static Stay Of(Stay stay, TenureState tenure, DateOnly today, PublicationPolicy policy)
    {
        var end = tenure.EndOf(stay, today);
        var shown = end switch
        {
            { Way: WayOut.Lapsed } when end.On != stay.Periods[^1].To.AddDays(1) => end with { Way = WayOut.VoluntaryRemoval },
            { Way: WayOut.StruckOff } when !IsStrikingOffShown(end.On, tenure, today, policy) => new(WayOut.VoluntaryRemoval, end.On),
            // The sanction says so itself.
            { Case: not null } => null,
            _ => end,
        };
        var lastDay = new[] { today, end?.On.AddDays(-1), tenure.DiedOn }.Min();
        return stay with { Periods = Through(stay.Periods, lastDay!.Value), Departure = shown };
    }

    // The periods that renewals would have made up to a day.
    private static ImmutableArray<Period> Through(ImmutableArray<Period> periods, DateOnly lastDay)
    {
        while (periods[^1].To < lastDay)
        {
            var from = periods[^1].To.AddDays(1);
            periods = periods.Add(new(from, LegalRegime.On(from).PeriodEnd(from)));
        }
        return periods;
    }
}
