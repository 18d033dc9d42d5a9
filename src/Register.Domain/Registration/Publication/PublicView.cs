using System.Collections.Immutable;
using Register.Domain.Education;
using Register.Domain.FitnessToPractise;
using Register.Domain.Registration.Tenure;

namespace Register.Domain.Registration;

/// <summary>What everybody may see of an entry, and nothing else (R32): a function of what is published alone (R28, R31).</summary>
/// <param name="FullName">The name held now, whatever date is asked for (R23).</param>
/// <param name="Reason">Why the entry is not registered; null when it is.</param>
/// <param name="Since">The first day of the status; null before the first registration.</param>
/// <param name="PeriodEnd">The last day of the registration period to show.</param>
/// <param name="Restrictions">The public text of each order in force on the date, while it is published.</param>
/// <param name="Hearings">Hearings to come, with their allegations.</param>
public sealed record PublicView(
    RegistrationNumber Number,
    string FullName,
    StatusWord Status,
    NotRegisteredReason? Reason,
    DateOnly? Since,
    DateOnly RegisteredFrom,
    DateOnly PeriodEnd,
    string PracticeTown,
    ImmutableArray<PracticeArea> PracticeAreas,
    ImmutableArray<PracticeArea> AddedPracticeAreas,
    ImmutableArray<PublishableAnnotation> Annotations,
    ImmutableArray<string> Restrictions,
    ImmutableArray<PublicHearing> Hearings)
{
    /// <summary>The view of a date, as it is published on a day.</summary>
    /// <param name="asAt">The date asked for. Whether the registrant could practise on it is told truly, be it long past; texts and allegations are
    /// shown only while they are published on both days.</param>
    /// <param name="today">The day of the question.</param>
    /// <exception cref="InvalidOperationException">The state is of no entry.</exception>
    public static PublicView On(DateOnly asAt, DateOnly today, RegistrantState state)
    {
        var publishable = Publishable.Of(state);
        return On(asAt, today, publishable.Entry, publishable.LinesOn(today));
    }

    /// <summary>The same, from what of the entry is ever published.</summary>
    /// <param name="lines">The lines of its cases that are published on the day of the question.</param>
    public static PublicView On(DateOnly asAt, DateOnly today, PublishableEntry entry, IEnumerable<CaseStanding> lines)
    {
        var tenure = Publication.On(today, entry, lines);
        var status = EntryStatus.On(asAt, tenure);
        var policy = PublicationPolicy.On(today);
        var annotations = entry.Annotations.Where(a => a.IsHeldOn(asAt)).OrderBy(a => (a.Kind, a.PracticeArea)).ToImmutableArray();
        return new(
            entry.Number,
            entry.FullName,
            status.Status,
            status.Reason,
            status.From,
            entry.From,
            tenure.PeriodOn(asAt).To,
            entry.PracticeTowns.On(asAt),
            entry.PracticeAreas,
            [.. annotations.Select(a => a.PracticeArea).OfType<PracticeArea>()],
            annotations,
            [.. Texts(tenure, asAt, today, policy)],
            [.. Notices(tenure, asAt, policy)]);
    }

    // In an order that follows from what is shown alone, not from when which case was recorded.
    private static IEnumerable<string> Texts(TenureState tenure, DateOnly asAt, DateOnly today, PublicationPolicy policy)
    {
        var orders =
            from order in tenure.Cases.SelectMany(c => c.Standing.InterimOrders)
            where order.IsInForceOn(asAt) && policy.ShowsOrder(order.Until, today)
            select (order.From, order.PublicText);
        var sanctions =
            from record in tenure.Cases
            from sanction in record.Standing.Sanctions
            where sanction.IsInForceOn(asAt) && policy.ShowsOrder(sanction.Until, today)
            where sanction.Kind.TakesOff() is not { } way || tenure.KeepsOff(new(way, sanction.From!.Value, record.Case), asAt)
            select (From: sanction.From!.Value, sanction.PublicText);
        return orders.Concat(sanctions)
            .Where(order => order.PublicText.Length > 0)
            .OrderBy(order => order.From)
            .ThenBy(order => order.PublicText, StringComparer.Ordinal)
            .Select(order => order.PublicText)
            .Distinct();
    }

    private static IEnumerable<PublicHearing> Notices(TenureState tenure, DateOnly asAt, PublicationPolicy policy) => tenure.Cases
        .SelectMany(c => c.Standing.Hearings)
        .Where(hearing => policy.ShowsAllegations(hearing.On, asAt))
        .Select(hearing => new PublicHearing(hearing.On, hearing.Allegations))
        .Distinct()
        .OrderBy(hearing => hearing.On)
        .ThenBy(hearing => hearing.Allegations, StringComparer.Ordinal);
}

/// <summary>A hearing as everybody may see it.</summary>
public sealed record PublicHearing(DateOnly On, string Allegations);
