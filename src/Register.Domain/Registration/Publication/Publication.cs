using System.Collections.Immutable;
using Register.Domain.FitnessToPractise;
using Register.Domain.Registration.Tenure;

namespace Register.Domain.Registration;

/// <summary>An entry with nothing left in it that is not published on a day (R28, R31): the public view is made of this, so that it can tell no more.</summary>
internal static class Publication
{
    /// <summary>The entry as everybody may know it on a day. Open cases, sanctions that wait and hearings out of their time are not in it, and an entry
    /// that only a case held is as one that was renewed and, when the case ended, left: nobody can tell the one from the other.</summary>
    /// <param name="today">The day of the question, whatever date is asked for: a date to come gives nothing away that is not published yet.</param>
    public static RegistrantState Of(RegistrantState state, DateOnly today)
    {
        var tenure = state.Tenure;
        // Most entries have nothing to hide.
        if (tenure.Cases.IsEmpty && !tenure.Stays.Any(stay => stay.Departure is { Way: WayOut.StruckOff }))
            return state;
        var policy = PublicationPolicy.On(today);
        return state with
        {
            Tenure = tenure with
            {
                Cases = [.. tenure.Cases.Select(c => c with { Standing = Of(c.Standing, tenure, today, policy) })],
                Stays = [.. tenure.Stays.Select(stay => Of(stay, tenure, today, policy))],
            },
        };
    }

    private static CaseStanding Of(CaseStanding standing, TenureState tenure, DateOnly today, PublicationPolicy policy) => new(
        HeldFrom: DateOnly.MaxValue,
        HeldUntil: null,
        [.. standing.InterimOrders.Where(order => order.From <= today).Select(order => AsOrdered(order, today))],
        [.. standing.Sanctions.Where(sanction => sanction.From <= today && IsShown(sanction, tenure, today, policy)).Select(sanction => AsOrdered(sanction, today))],
        [.. standing.Hearings.Where(hearing => IsShown(hearing, today, policy))]);

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
        // A caution limits nothing: of a day gone by, nobody needs to know of one that is over.
        SanctionKind.Caution => policy.ShowsOrder(sanction.Until, today),
        _ => true,
    };

    // That a committee on health meets is itself a health matter.
    private static bool IsShown(HearingNotice hearing, DateOnly today, PublicationPolicy policy) =>
        hearing.Committee != CommitteeKind.Health && hearing.Allegations.Length > 0 && policy.ShowsAllegations(hearing.On, today);

    private static bool IsStrikingOffShown(DateOnly since, TenureState tenure, DateOnly today, PublicationPolicy policy) =>
        tenure.DiedOn is null && policy.ShowsStrikingOff(since, today);

    private static Stay Of(Stay stay, TenureState tenure, DateOnly today, PublicationPolicy policy)
    {
        var end = tenure.EndOf(stay, today);
        var shown = end switch
        {
            { Way: WayOut.Lapsed } when end.On != stay.Periods[^1].To.AddDays(1) => end with { Way = WayOut.VoluntaryRemoval },
            { Way: WayOut.StruckOff } when !IsStrikingOffShown(end.On, tenure, today, policy) => new(WayOut.VoluntaryRemoval, end.On),
            { Case: not null } => stay.Departure,
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
