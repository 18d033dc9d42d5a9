using System.Collections.Immutable;

namespace Register.Domain.Registration;

/// <summary>How long what is published stays so, as one versioned table (R31; after the NMC's practice).</summary>
public sealed record PublicationPolicy
{
    private static readonly ImmutableArray<PublicationPolicy> Versions = [new() { From = DateOnly.MinValue }];

    /// <summary>Every version, in order.</summary>
    public static ImmutableArray<PublicationPolicy> All => Versions;

    /// <summary>The first day this version is in force.</summary>
    public required DateOnly From { get; init; }

    /// <summary>The allegations of a hearing are published from this many days before it, to its day: four weeks.</summary>
    public int AllegationDays { get; init; } = 28;

    /// <summary>A caution, conditions, a suspension and an interim order stay published for this many days after their last: for the order's life alone.</summary>
    public int DaysAfterOrder { get; init; }

    /// <summary>A striking off is published for this many years, or until the death is recorded.</summary>
    public int StrikingOffYears { get; init; } = 60;

    /// <summary>The policy in force on a date.</summary>
    public static PublicationPolicy On(DateOnly date) => Versions.Last(v => v.From <= date);

    /// <summary>The first day on which any version of the table publishes the allegations of a hearing.</summary>
    public static DateOnly FirstDayOfAllegations(DateOnly hearing) => hearing.AddDays(-Versions.Max(v => v.AllegationDays));

    /// <summary>The last day on which any version of the table publishes an order that has ended.</summary>
    public static DateOnly LastDayOfOrder(DateOnly lastDay) => lastDay.AddDays(Versions.Max(v => v.DaysAfterOrder));

    /// <summary>Whether the allegations of a hearing are published on a date.</summary>
    public bool ShowsAllegations(DateOnly hearing, DateOnly on) => hearing.AddDays(-AllegationDays) <= on && on <= hearing;

    /// <summary>Whether an order is still published on a date that may be past its last day.</summary>
    public bool ShowsOrder(DateOnly? lastDay, DateOnly on) => lastDay is not { } last || on.DayNumber - last.DayNumber <= DaysAfterOrder;

    /// <summary>Whether a striking off is still published on a date.</summary>
    /// <param name="since">The first day off the register.</param>
    public bool ShowsStrikingOff(DateOnly since, DateOnly on) => on < since.AddYears(StrikingOffYears);
}
