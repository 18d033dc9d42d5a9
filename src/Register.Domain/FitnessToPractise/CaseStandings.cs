namespace Register.Domain.FitnessToPractise;

/// <summary>What a case comes to for the entries of its registrants, from its state alone.</summary>
public static class CaseStandings
{
    /// <summary>The standing of a case that was opened; null for one that was not.</summary>
    public static CaseStanding? Of(CaseState state)
    {
        if (state.Concern is null)
            return null;
        var lastDay = state.Closing?.On.AddDays(-1);
        return new(CivilTime.DateIn(state.Concern.At), lastDay, [.. state.Orders.Select(o => o with { Until = Earlier(o.Until, lastDay) }).Where(o => o.From <= o.Until)], [], []);
    }

    private static DateOnly Earlier(DateOnly day, DateOnly? other) => other < day ? other.Value : day;
}
