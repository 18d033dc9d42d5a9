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
    public static StatusInterval On(DateOnly date, RegistrantState state) =>
        Timeline(state).Single(i => (i.From is null || i.From <= date) && (i.To is null || date <= i.To));

    /// <summary>Every day there is, in intervals, oldest first: each day is in exactly one.</summary>
    /// <exception cref="InvalidOperationException">The state is of no entry.</exception>
    public static ImmutableArray<StatusInterval> Timeline(RegistrantState state)
    {
        if (state.Entry is null)
            throw new InvalidOperationException("There is no entry to have a status.");
        var changes = Changes(state.Tenure)
            .Distinct()
            .Order()
            .ToList();

        var days = changes.Select((from, i) => (From: (DateOnly?)from, To: i + 1 < changes.Count ? changes[i + 1].AddDays(-1) : (DateOnly?)null))
            .Prepend((From: null, To: changes[0].AddDays(-1)));
        return [.. Merge(days.Select(d => At(d.From ?? DateOnly.MinValue, state) with { From = d.From, To = d.To }))];
    }

    private static StatusInterval At(DateOnly date, RegistrantState state)
    {
        if (state.Tenure.StayOn(date) is null)
            return new(StatusWord.NotRegistered, NotRegisteredReason.NotYetRegistered, null, null);
        if (state.Tenure.DepartureOn(date) is { } departure)
            return new(StatusWord.NotRegistered, ReasonOf(departure.Way), null, null);

        return new(WordOn(date, state.Tenure), null, null, null);
    }

    private static StatusWord WordOn(DateOnly date, TenureState tenure)
    {
        var orders = tenure.Cases.SelectMany(c => c.Standing.InterimOrders).Where(o => o.IsInForceOn(date)).Select(o => o.Kind).ToHashSet();
        var sanctions = tenure.Cases.SelectMany(c => c.Standing.Sanctions).Where(s => s.IsInForceOn(date)).Select(s => s.Kind).ToHashSet();
        return sanctions.Contains(SanctionKind.Suspension) ? StatusWord.Suspended
            : orders.Contains(InterimOrderKind.Suspension) ? StatusWord.SuspendedInterim
            : sanctions.Contains(SanctionKind.Conditions) ? StatusWord.RegisteredWithConditions
            : orders.Contains(InterimOrderKind.Conditions) ? StatusWord.ConditionsInterim
            : sanctions.Contains(SanctionKind.Caution) ? StatusWord.RegisteredWithCaution
            : StatusWord.Registered;
    }

    // Every day on which the status may change; days on which it does not are merged away.
    private static IEnumerable<DateOnly> Changes(TenureState tenure) =>
    [
        .. tenure.Stays.Select(stay => stay.From),
        .. tenure.Stays.Select(stay => stay.Departure?.On ?? tenure.LapseDay(stay)).OfType<DateOnly>(),
        .. tenure.DiedOn is { } died ? [died.AddDays(1)] : Array.Empty<DateOnly>(),
        .. tenure.Cases.SelectMany(c => c.Standing.InterimOrders).SelectMany(o => new[] { o.From, o.Until.AddDays(1) }),
        .. tenure.Cases.SelectMany(c => c.Standing.Sanctions).SelectMany(s => new[] { s.From, s.Until?.AddDays(1) }).OfType<DateOnly>(),
    ];

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

    private static List<StatusInterval> Merge(IEnumerable<StatusInterval> intervals)
    {
        var merged = new List<StatusInterval>();
        foreach (var interval in intervals)
        {
            if (merged is [.., var last] && (last.Status, last.Reason) == (interval.Status, interval.Reason))
                merged[^1] = last with { To = interval.To };
            else
                merged.Add(interval);
        }
        return merged;
    }
}
