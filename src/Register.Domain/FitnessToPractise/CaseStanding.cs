using System.Collections.Immutable;

namespace Register.Domain.FitnessToPractise;

/// <summary>What a case comes to for the entries of its registrants: a function of the case's events alone. It holds dates, so that what begins or ends
/// by itself needs no further event (R2).</summary>
/// <param name="HeldFrom">The first day on which the case holds the entry on the register (R21).</param>
/// <param name="HeldUntil">The last such day; null while no end is known.</param>
/// <param name="InterimOrders">Interim orders, in order, as long as each was or will be in force (R24).</param>
/// <param name="Sanctions">Sanctions, in order: those that took effect, and the one that waits to (R25, R26).</param>
/// <param name="Hearings">Hearings that are or were to take place.</param>
/// <param name="RestorationAllowedOn">The day on which a panel allowed restoration after a striking off or removal by agreement (R20).</param>
public sealed record CaseStanding(
    DateOnly HeldFrom,
    DateOnly? HeldUntil,
    ImmutableArray<InterimOrderSpan> InterimOrders,
    ImmutableArray<SanctionSpan> Sanctions,
    ImmutableArray<HearingNotice> Hearings,
    DateOnly? RestorationAllowedOn = null);

/// <summary>An interim order, both days included.</summary>
/// <param name="PublicText">What the public entry says of it.</param>
public sealed record InterimOrderSpan(InterimOrderKind Kind, DateOnly From, DateOnly Until, [Personal] string PublicText)
{
    /// <summary>Its last day as it was ordered, where that is another: what is published while a sanction waits to take its place (R26).</summary>
    public DateOnly? OrderedUntil { get; init; }
}

/// <summary>A sanction, both days included.</summary>
/// <param name="NotifiedOn">The day the registrant was told: officers see the sanction pending from then on (R26).</param>
/// <param name="From">Its first day; null while an appeal keeps it waiting.</param>
/// <param name="Until">Its last day; null for one without end, and while it waits for an appeal.</param>
/// <param name="PublicText">What the public entry says of it; never a health detail (R31).</param>
public sealed record SanctionSpan(SanctionKind Kind, DateOnly NotifiedOn, DateOnly? From, DateOnly? Until, [Personal] string PublicText)
{
    /// <summary>Its last day as it was ordered, where that is another: what is published while a review's decision waits to take its place (R26, R27).</summary>
    public DateOnly? OrderedUntil { get; init; }
}

/// <summary>A hearing.</summary>
/// <param name="Allegations">What is published before it; empty where nothing may be, as in a matter of health (R31).</param>
public sealed record HearingNotice(CommitteeKind Committee, DateOnly On, [Personal] string Allegations);

/// <summary>What a panel can impose (R25), and the other ways in which a case takes an entry off the register (R19).</summary>
public enum SanctionKind
{
    Caution = 1,
    Conditions,
    Suspension,
    StrikingOff,
    RemovalByAgreement,
    EntryRemoval,
}

/// <summary>The committees of a case.</summary>
public enum CommitteeKind
{
    Investigating = 1,
    ConductAndCompetence,
    Health,
}
