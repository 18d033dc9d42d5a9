using System.Collections.Immutable;

namespace Register.Domain.FitnessToPractise;

/// <summary>A sanction in time: from when to when it is in force, as far as is known.</summary>
/// <param name="From">Its first day; null while it waits for its notice or an appeal (R26).</param>
/// <param name="Until">Its last day; null for one without end, and while another waits to take its place.</param>
public sealed record SanctionCourse(Sanction Sanction, DateOnly? From, DateOnly? Until)
{
    /// <summary>What the sanction says.</summary>
    public SanctionTerms Terms => Sanction.Terms;

    /// <summary>Its last day by its own terms, whatever has been decided since.</summary>
    public DateOnly? OrderedUntil => LastDayOf(Sanction, From);

    /// <summary>Whether it is in force on a date.</summary>
    public bool IsInForceOn(DateOnly date) => From <= date && !(Until < date);

    /// <summary>The sanctions of a case that no appeal set aside or let fall, in order. An order stays in force until what a review put in its place takes effect.</summary>
    public static ImmutableArray<SanctionCourse> Of(CaseState state)
    {
        var courses = ImmutableArray.CreateBuilder<SanctionCourse>();
        foreach (var sanction in state.Sanctions.Where(s => s.FellOn is null))
        {
            var before = sanction.FollowsOrder && courses.Count > 0 ? courses[^1] : null;
            if (sanction.SetAsideOn is { } gone)
            {
                // The order in force stayed for as long as the appeal was open, and for its own time.
                if (before?.Until < gone.AddDays(-1))
                    courses[^1] = before with { Until = gone.AddDays(-1) };
                continue;
            }
            var from = FirstDayOf(sanction);
            if (before is not null)
                courses[^1] = before with { Until = LastDayBefore(sanction, from, before) };
            courses.Add(new(sanction, from, LastDayOf(sanction, from)));
        }
        return courses.ToImmutable();
    }

    /// <summary>The first day on which a sanction has ended its case: a caution and a removal when they take effect, an order the day after its last.</summary>
    public static DateOnly? EndOf(CaseState state)
    {
        var courses = Of(state);
        if (courses.IsEmpty || courses.Any(c => c.From is null) || state.IsSentBack)
            return null;
        var last = courses[^1];
        return last switch
        {
            { Terms.Kind: not (SanctionKind.Suspension or SanctionKind.Conditions) } => last.From,
            { Until: { } until } when until.AddDays(1) is var end => end < last.From ? last.From : end,
            _ => null,
        };
    }

    /// <summary>The day since which suspension or conditions have been in force without a gap up to a date; null when none is.</summary>
    public static DateOnly? ContinuouslySince(CaseState state, DateOnly date)
    {
        DateOnly? since = null;
        DateOnly? next = null;
        foreach (var course in Of(state).Where(c => c.Terms.Kind is SanctionKind.Suspension or SanctionKind.Conditions && c.From <= date))
        {
            if (since is null || course.From != next)
                since = course.From;
            next = course.Until?.AddDays(1) ?? DateOnly.MaxValue;
        }
        return next > date ? since : null;
    }

    private static DateOnly? FirstDayOf(Sanction sanction)
    {
        if (sanction.ImmediateFrom is { } at)
            return at;
        var effective = sanction.Appeal is { } appeal ? appeal.Disposed?.DisposedOn : sanction.AppealableUntil?.AddDays(1);
        return effective < sanction.RunsFrom ? sanction.RunsFrom : effective;
    }

    // An order stays until what a review put in its place takes effect. By a decision that nobody was told of in its time it stays to the last day
    // that it or its extension would have had, and no longer.
    private static DateOnly? LastDayBefore(Sanction next, DateOnly? from, SanctionCourse before)
    {
        var replaced = from?.AddDays(-1);
        if (next.NotifiedOn <= before.Until)
            return replaced;
        var furthest = LastDayOf(next, next.RunsFrom) is { } extended && extended > before.Until ? extended : before.Until;
        var isAppealedInTime = next.Appeal is not null && next.NotifiedOn <= furthest;
        return furthest is null || replaced < furthest || isAppealedInTime ? replaced : furthest;
    }

    private static DateOnly? LastDayOf(Sanction sanction, DateOnly? from)
    {
        var last = sanction switch
        {
            { LastDay: { } day } => day,
            { Terms.Months: { } months } when from is { } first => InterimOrder.LastDay(sanction.RunsFrom ?? first, months),
            _ => (DateOnly?)null,
        };
        return sanction.RevokedOn is { } revoked && !(last < revoked) ? revoked.AddDays(-1) : last;
    }
}
