using Register.Domain.FitnessToPractise;

namespace Register.Views.FitnessToPractise;

/// <summary>The case list, oldest first. Where a case stands depends on a date (R2): the days on which that changes by itself are here.</summary>
/// <param name="Stage">The stage that the last step led to.</param>
/// <param name="EndsOn">The first day on which it is over; null while no end is known.</param>
public sealed record CaseView(string Id, string SortKey, string Stage, DateOnly? EndsOn, CaseState State, long Version) : IView
{
    /// <summary>The registration numbers of whom it is about.</summary>
    public IReadOnlyList<string> Registrants { get; init; } = [];

    /// <summary>The subjects of whom it is about: it is not in their lists, whatever else they are.</summary>
    public IReadOnlyList<string> Concerned { get; init; } = [];

    /// <summary>Who sits on the committee that has it.</summary>
    public IReadOnlyList<string> Members { get; init; } = [];

    /// <summary>The <see cref="Id"/> of the case that it goes on in; null where it was not joined to one.</summary>
    public string? JoinedTo { get; init; }

    /// <summary>Whether a sanction was confirmed that no appeal set aside.</summary>
    public bool IsDecided { get; init; }

    /// <summary>Whether the registrant has not been told yet of the sanction that was confirmed last (R26).</summary>
    public bool AwaitsNotice { get; init; }

    /// <summary>Whether it is over, and a committee hears if somebody may return.</summary>
    public bool IsHeardForRestoration { get; init; }

    /// <summary>The first day of the first sanction; null while it waits.</summary>
    public DateOnly? SanctionFrom { get; init; }

    /// <summary>The last day of the suspension or conditions that come last; null for none, and while they wait.</summary>
    public DateOnly? SanctionUntil { get; init; }

    /// <summary>The day by which the last interim order is to be reviewed.</summary>
    public DateOnly? InterimReviewBy { get; init; }

    /// <summary>The last day of the last interim order.</summary>
    public DateOnly? InterimUntil { get; init; }
}

/// <summary>Builds the case list.</summary>
public sealed class CaseList() : StreamView<CaseView, CaseState, CaseEvent>("case-list")
{
    protected override CaseState StateOf(CaseView row) => row.State;

    protected override CaseView Row(string id, CaseState state, long version)
    {
        var courses = SanctionCourse.Of(state);
        var order = state.InterimOrders.LastOrDefault();
        return new(id, $"{state.Concern!.At:O}|{id}", state.Stage.ToString(), state.EndsOn, state, version)
        {
            Registrants = [.. state.Registrants.Select(r => r.ToString())],
            Concerned = [.. state.Concerned],
            Members = state.Sitting?.Members ?? [],
            JoinedTo = state.Closing?.JoinedTo?.Stream.ToString(),
            IsDecided = !courses.IsEmpty,
            AwaitsNotice = state.AwaitsNotice,
            IsHeardForRestoration = state.IsHeardForRestoration,
            SanctionFrom = courses.FirstOrDefault()?.From,
            SanctionUntil = courses.LastOrDefault() is { Terms.Kind: SanctionKind.Suspension or SanctionKind.Conditions } last ? last.Until : null,
            InterimReviewBy = order?.NextReviewBy,
            InterimUntil = order?.LastDayIn(state),
        };
    }
}
