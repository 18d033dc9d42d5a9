using System.Collections.Immutable;
using Register.Domain.Education;
using Register.Domain.FitnessToPractise;
using Register.Domain.Registration.Tenure;

namespace Register.Domain.Registration;

/// <summary>All of an entry that is published, was or will be, and nothing else: what the public view of any day is made of (R28).</summary>
/// <remarks>Kept in two parts, so that a public answer is made from the same, and takes as long, whatever there is that is not published.</remarks>
/// <param name="Entry">What is published whatever the day.</param>
/// <param name="Lines">What is published of cases on some days only.</param>
public sealed record Publishable(PublishableEntry Entry, ImmutableArray<PublishableLine> Lines)
{
    /// <summary>What of an entry is ever published.</summary>
    /// <exception cref="InvalidOperationException">The state is of no entry.</exception>
    public static Publishable Of(RegistrantState state)
    {
        var entry = state.Entry ?? throw new InvalidOperationException("There is no entry to publish.");
        var (particulars, tenure) = (state.Particulars, state.Tenure);
        return new(
            new(
                entry.Number,
                particulars.CurrentName,
                entry.From,
                entry.PracticeAreas,
                particulars.PracticeTowns,
                [.. particulars.Annotations.Select(a => new PublishableAnnotation(a.Kind, a.PracticeArea, a.From, a.RevokedOn))],
                [.. tenure.Stays.Select(stay => Of(stay, tenure))],
                tenure.DiedOn),
            [.. tenure.Cases.SelectMany(c => LinesOf(c.Standing))]);
    }

    /// <summary>The lines that are published on a day.</summary>
    public IEnumerable<CaseStanding> LinesOn(DateOnly day) =>
        Lines.Where(line => line.ShownFrom <= day && day <= line.ShownUntil).Select(line => line.Standing);

    // Every stay has its last day, whether a case holds it, and so has none yet, or not.
    private static Stay Of(Stay stay, TenureState tenure) => stay with
    {
        Application = null,
        Periods = [.. stay.Periods.Select(period => period with { RenewedOn = null })],
        Departure = stay.Departure ?? new(WayOut.Lapsed, tenure.LapseDayUnlessRemoved(stay) ?? DateOnly.MaxValue),
    };

    private static IEnumerable<PublishableLine> LinesOf(CaseStanding standing)
    {
        foreach (var order in standing.InterimOrders)
            yield return new(order.From, DateOnly.MaxValue, PublishableLine.Nothing with { InterimOrders = [order with { OrderedUntil = order.OrderedUntil ?? order.Until }] });
        foreach (var sanction in standing.Sanctions)
        {
            if (sanction.From is { } from)
                yield return new(from, LastDayOf(sanction), PublishableLine.Nothing with { Sanctions = [sanction with { OrderedUntil = sanction.OrderedUntil ?? sanction.Until }] });
        }
        foreach (var hearing in standing.Hearings)
        {
            // That a committee on health meets is itself a health matter.
            if (hearing.Committee != CommitteeKind.Health && hearing.Allegations.Length > 0)
                yield return new(PublicationPolicy.FirstDayOfAllegations(hearing.On), hearing.On, PublishableLine.Nothing with { Hearings = [hearing] });
        }
    }

    // A caution limits nothing: of a day gone by, nobody needs to know of one that is over.
    private static DateOnly LastDayOf(SanctionSpan sanction) =>
        sanction is { Kind: SanctionKind.Caution, Until: { } last } ? PublicationPolicy.LastDayOfOrder(sanction.OrderedUntil > last ? sanction.OrderedUntil.Value : last) : DateOnly.MaxValue;
}

/// <summary>What is published of an entry whatever the day.</summary>
/// <param name="FullName">The name held now (R23).</param>
/// <param name="Stays">Each with its end: a stay that nothing has ended, with the lapse that will, on a day that never comes while a case holds it (R21).</param>
public sealed record PublishableEntry(
    RegistrationNumber Number,
    string FullName,
    DateOnly From,
    ImmutableArray<PracticeArea> PracticeAreas,
    ImmutableArray<Dated<string>> PracticeTowns,
    ImmutableArray<PublishableAnnotation> Annotations,
    ImmutableArray<Stay> Stays,
    DateOnly? DiedOn);

/// <summary>An annotation as everybody may see it (R22).</summary>
/// <param name="RevokedOn">The first day without it; null while it stands.</param>
public sealed record PublishableAnnotation(AnnotationKind Kind, PracticeArea? PracticeArea, DateOnly From, DateOnly? RevokedOn)
{
    /// <summary>Whether the entry carries it on a date.</summary>
    public bool IsHeldOn(DateOnly date) => From <= date && (RevokedOn is null || date < RevokedOn);
}

/// <summary>One order, sanction or hearing of a case, and the days on which anything of it may be published (R28, R31).</summary>
/// <param name="ShownFrom">The first such day.</param>
/// <param name="ShownUntil">The last.</param>
/// <param name="Standing">What the case would come to if this were all of it.</param>
public sealed record PublishableLine(DateOnly ShownFrom, DateOnly ShownUntil, CaseStanding Standing)
{
    internal static readonly CaseStanding Nothing = new(HeldFrom: DateOnly.MaxValue, HeldUntil: null, [], [], []);
}
