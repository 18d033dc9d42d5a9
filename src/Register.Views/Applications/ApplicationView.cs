using Register.Domain.Applications;

namespace Register.Views.Applications;

/// <summary>The application worklist, oldest first.</summary>
/// <param name="Route">The entry route; empty for a draft.</param>
/// <param name="SubmittedOn">The day number of the submission; 0 for a draft.</param>
/// <param name="Assignees">The assessors whose finding it waits for.</param>
public sealed record ApplicationView(
    string Id,
    string SortKey,
    string Applicant,
    string Stage,
    string Route,
    int SubmittedOn,
    IReadOnlyList<string> Assignees,
    ApplicationState State,
    long Version) : IView;

/// <summary>Builds the application worklist.</summary>
public sealed class ApplicationWorklist() : StreamView<ApplicationView, ApplicationState, ApplicationEvent>("application-worklist")
{
    protected override ApplicationState StateOf(ApplicationView row) => row.State;

    protected override ApplicationView Row(string id, ApplicationState state, long version)
    {
        var at = state.Submission?.At ?? state.Draft!.At;
        string[] assignees = state.IsLive ? [.. state.Assessors.Where(a => a.Found is null).Select(a => a.Subject)] : [];
        return new(
            id,
            $"{at:O}|{id}",
            state.Applicant!,
            state.Stage.ToString(),
            state.Submission?.Route.ToString() ?? "",
            state.Submission?.On.DayNumber ?? 0,
            assignees,
            state,
            version);
    }
}
