using System.Collections.Immutable;

namespace Register.Domain.Registration.Tenure;

/// <summary>How a renewal round stands on a day, in counts of entries.</summary>
/// <param name="Due">On the register, with a period that ends on the renewal date, and not renewed yet.</param>
/// <param name="Renewed">Renewed for the next period.</param>
/// <param name="Lapsing">Of those due, how many have had their final warning.</param>
/// <param name="Lapsed">Lapsed at the end of the round.</param>
/// <param name="HeldOver">Held over because a case is open (R21).</param>
/// <param name="Weeks">Renewals by the Monday of their week.</param>
public sealed record RenewalRound(
    DateOnly Round, DateOnly WindowOpens, int Due, int Renewed, int Lapsing, int Lapsed, int HeldOver, ImmutableSortedDictionary<DateOnly, int> Weeks)
{
    /// <summary>Counts a round, as it stands at the end of a day.</summary>
    public static RenewalRound Count(DateOnly round, DateOnly asAt, IReadOnlyCollection<TenureState> entries)
    {
        var opens = round.AddMonths(-LegalRegime.On(round).RenewalWindowMonths);
        var renewals = entries
            .SelectMany(entry => entry.Stays)
            .SelectMany(stay => stay.Periods)
            .Where(period => period.From == round.AddDays(1) && period.RenewedOn <= asAt)
            .Select(period => period.RenewedOn!.Value)
            .ToList();
        var open = entries.Where(entry => EndsUnrenewed(entry, round, asAt)).ToList();
        var due = open.Where(entry => asAt <= round && entry.IsRegisteredOn(asAt)).ToList();
        return new(
            round,
            opens,
            due.Count,
            renewals.Count,
            due.Count(entry => entry.Notices.Any(n => n.Kind == NoticeKind.FinalWarning && n.PeriodEnd == round && n.GivenOn <= asAt)),
            open.Count(entry => entry.StayOn(round) is { } stay && LapsedBy(entry, stay, asAt)),
            open.Count(entry => entry.IsHeldOverOn(asAt) && entry.PeriodOn(asAt).To == round),
            renewals.GroupBy(MondayOf).ToImmutableSortedDictionary(week => week.Key, week => week.Count()));
    }

    /// <summary>This count and that of other entries, of the same round on the same day, as one.</summary>
    public RenewalRound And(RenewalRound others) => this with
    {
        Due = Due + others.Due,
        Renewed = Renewed + others.Renewed,
        Lapsing = Lapsing + others.Lapsing,
        Lapsed = Lapsed + others.Lapsed,
        HeldOver = HeldOver + others.HeldOver,
        Weeks = Weeks.Concat(others.Weeks).GroupBy(week => week.Key).ToImmutableSortedDictionary(week => week.Key, week => week.Sum(w => w.Value)),
    };

    private static bool EndsUnrenewed(TenureState entry, DateOnly round, DateOnly asAt) =>
        entry.StayOn(round < asAt ? round : asAt) is { } stay
        && stay.Periods.Any(period => period.To == round)
        && !stay.Periods.Any(period => period.From == round.AddDays(1) && period.RenewedOn <= asAt);

    private static bool LapsedBy(TenureState entry, Stay stay, DateOnly asAt) =>
        (stay.Departure ?? (entry.LapseDay(stay) is { } day ? new(WayOut.Lapsed, day) : null)) is { Way: WayOut.Lapsed } lapse && lapse.On <= asAt;

    private static DateOnly MondayOf(DateOnly day) => day.AddDays(-(((int)day.DayOfWeek + 6) % 7));
}
