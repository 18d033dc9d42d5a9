using System.Collections.Immutable;
using System.Diagnostics;
using Register.Domain.FitnessToPractise;
using Register.Domain.Registration.Tenure;

namespace Register.Domain.Registration;

/// <summary>The status words of R32.</summary>
public enum StatusWord
{
    Registered = 1,
    RegisteredWithConditions,
    RegisteredWithCaution,
    Suspended,
    SuspendedInterim,
    ConditionsInterim,
    NotRegistered,
}

/// <summary>Why an entry is not registered on a date.</summary>
public enum NotRegisteredReason
{
    NotYetRegistered = 1,
    Lapsed,
    LeftRegister,
    RemovedByAgreement,
    StruckOff,
    Removed,
    Died,
}

/// <summary>Days, both included, on which one status holds; no last day means without end.</summary>
public sealed record StatusInterval(StatusWord Status, NotRegisteredReason? Reason, DateOnly? From, DateOnly? To);

/// <summary>The status of an entry on a date: a function of its events and the date, never stored (R2). Everything that shows or uses a status asks here.</summary>
/// <remarks>Where several things hold on one day, the one word of R32 is that of the gravest, in this order: not registered; suspended; suspended (interim);
/// registered with conditions; conditions (interim); registered with caution; registered. What ends practice comes before what limits it, and that before
/// what only warns: whoever acts on the word alone allows no more than every order together does. Of two that do the same, the sanction comes before the
/// interim order, for it is decided and the other is not. The restrictions themselves are listed beside the word, so none is hidden by a graver one.</remarks>
public static class EntryStatus
{
    /// <summary>The interval that holds on a date.</summary>
    /// <exception cref="InvalidOperationException">The state is of no entry.</exception>
    public static StatusInterval On(DateOnly date, RegistrantState state) => On(date, TenureOf(state));

    internal static StatusInterval On(DateOnly date, TenureState tenure) =>
        Timeline(tenure).Single(i => (i.From is null || i.From <= date) && (i.To is null || date <= i.To));

    /// <summary>Every day there is, in intervals, oldest first: each day is in exactly one.</summary>
    /// <exception cref="InvalidOperationException">The state is of no entry.</exception>
    public static ImmutableArray<StatusInterval> Timeline(RegistrantState state) => Timeline(TenureOf(state));

    private static TenureState TenureOf(RegistrantState state) =>
        state.Entry is null ? throw new InvalidOperationException("There is no entry to have a status.") : state.Tenure;

    private static ImmutableArray<StatusInterval> Timeline(TenureState tenure)
    {
        var timeline = ImmutableArray.CreateBuilder<StatusInterval>();
        timeline.Add(At(DateOnly.MinValue, tenure));
        foreach (var day in Changes(tenure))
        {
            var next = At(day, tenure) with { From = day };
            var last = timeline[^1];
            if ((last.Status, last.Reason) == (next.Status, next.Reason))
                continue;
            timeline[^1] = last with { To = day.AddDays(-1) };
            timeline.Add(next);
        }
        return timeline.DrainToImmutable();
    }

    private static StatusInterval At(DateOnly date, TenureState tenure)
    {
        if (tenure.StayOn(date) is null)
            return new(StatusWord.NotRegistered, NotRegisteredReason.NotYetRegistered, null, null);
        if (tenure.DepartureOn(date) is { } departure)
            return new(StatusWord.NotRegistered, ReasonOf(departure.Way), null, null);

        return new(WordOn(date, tenure), null, null, null);
    }

    private static StatusWord WordOn(DateOnly date, TenureState tenure)
    {
        return Sanctioned(SanctionKind.Suspension) ? StatusWord.Suspended
            : Ordered(InterimOrderKind.Suspension) ? StatusWord.SuspendedInterim
            : Sanctioned(SanctionKind.Conditions) ? StatusWord.RegisteredWithConditions
            : Ordered(InterimOrderKind.Conditions) ? StatusWord.ConditionsInterim
            : Sanctioned(SanctionKind.Caution) ? StatusWord.RegisteredWithCaution
            : StatusWord.Registered;

        bool Sanctioned(SanctionKind kind) => tenure.Cases.Any(c => c.Standing.Sanctions.Any(s => s.Kind == kind && s.IsInForceOn(date)));

        bool Ordered(InterimOrderKind kind) => tenure.Cases.Any(c => c.Standing.InterimOrders.Any(o => o.Kind == kind && o.IsInForceOn(date)));
    }

    // Every day on which the status may change; days on which it does not are merged away.
    private static SortedSet<DateOnly> Changes(TenureState tenure)
    {
        var days = new SortedSet<DateOnly>();
        foreach (var stay in tenure.Stays)
        {
            days.Add(stay.From);
            if ((stay.Departure?.On ?? tenure.LapseDay(stay)) is { } end)
                days.Add(end);
        }
        if (tenure.DiedOn is { } died)
            days.Add(died.AddDays(1));
        foreach (var standing in tenure.Cases.Select(c => c.Standing))
        {
            days.UnionWith(standing.InterimOrders.SelectMany(o => new[] { o.From, o.Until.AddDays(1) }));
            days.UnionWith(standing.Sanctions.SelectMany(s => new[] { s.From, s.Until?.AddDays(1) }).OfType<DateOnly>());
        }
        return days;
    }

    private static NotRegisteredReason ReasonOf(WayOut way) => way switch
    {
        WayOut.Lapsed => NotRegisteredReason.Lapsed,
        WayOut.VoluntaryRemoval => NotRegisteredReason.LeftRegister,
        WayOut.RemovedByAgreement => NotRegisteredReason.RemovedByAgreement,
        WayOut.StruckOff => NotRegisteredReason.StruckOff,
        WayOut.EntryRemoved or WayOut.CpdRemoval => NotRegisteredReason.Removed,
        WayOut.Died => NotRegisteredReason.Died,
        _ => throw new UnreachableException(),
    };
}
