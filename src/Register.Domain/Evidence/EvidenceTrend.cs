using System.Collections.Immutable;

namespace Register.Domain.Evidence;

/// <summary>The dates of a trend.</summary>
public static class EvidenceTrend
{
    /// <summary>The most points that one trend has.</summary>
    public const int MostPoints = 60;

    /// <summary>Every so many months from the first date to the last, both included where a step meets it.</summary>
    /// <remarks>Counted from the first date each time, so that the 31st comes back after a shorter month.</remarks>
    public static ImmutableArray<DateOnly> Points(DateOnly from, DateOnly to, int everyMonths) =>
    [
        .. Enumerable.Range(0, MostPoints + 1).Select(i => from.AddMonths(i * everyMonths)).TakeWhile(date => date <= to),
    ];
}
