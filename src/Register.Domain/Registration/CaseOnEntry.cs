using System.Collections.Immutable;
using Register.Domain.FitnessToPractise;
using Register.Domain.Registration.Tenure;

namespace Register.Domain.Registration;

/// <summary>A case as the entry knows it: what it comes to for the entry, with the dates on which that begins and ends by itself (R2).</summary>
public sealed record CaseOnEntry(CaseId Case, CaseStanding Standing)
{
    /// <summary>Whether the case holds the entry on the register on a date (R21).</summary>
    public bool HoldsOn(DateOnly date) => Standing.HeldFrom <= date && !(Standing.HeldUntil < date);

    /// <summary>Whether a standing says what is recorded already, line by line.</summary>
    public bool IsOf(CaseStanding other) =>
        Standing with { InterimOrders = [], Sanctions = [], Hearings = [] } == other with { InterimOrders = [], Sanctions = [], Hearings = [] }
        && Standing.InterimOrders.SequenceEqual(other.InterimOrders)
        && Standing.Sanctions.SequenceEqual(other.Sanctions)
        && Standing.Hearings.SequenceEqual(other.Hearings);
}

/// <summary>What lies between two days, both included.</summary>
public static class Spans
{
    /// <summary>Whether an interim order is in force on a date (R24).</summary>
    public static bool IsInForceOn(this InterimOrderSpan order, DateOnly date) => order.From <= date && date <= order.Until;

    /// <summary>Whether a sanction is in force on a date: not before its appeal period is over, or its appeal is disposed of (R26).</summary>
    public static bool IsInForceOn(this SanctionSpan sanction, DateOnly date) => sanction.From <= date && !(sanction.Until < date);

    /// <summary>Whether the registrant has been told of a sanction that is not in force yet (R26).</summary>
    public static bool IsPendingOn(this SanctionSpan sanction, DateOnly date) => sanction.NotifiedOn <= date && !(sanction.From <= date);

    /// <summary>How a sanction takes the entry off the register; null when it leaves it there (R19, R25).</summary>
    public static WayOut? TakesOff(this SanctionKind kind) => kind switch
    {
        SanctionKind.StrikingOff => WayOut.StruckOff,
        SanctionKind.RemovalByAgreement => WayOut.RemovedByAgreement,
        SanctionKind.EntryRemoval => WayOut.EntryRemoved,
        _ => null,
    };
}
