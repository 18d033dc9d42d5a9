using Register.Domain.Applications;

namespace Register.Views.Applications;

/// <summary>The application worklist, oldest first.</summary>
public sealed record ApplicationView(string Id, string SortKey, string Applicant, string Stage, ApplicationState State, long Version) : IView;

/// <summary>Builds the application worklist.</summary>
public sealed class ApplicationWorklist() : StreamView<ApplicationView, ApplicationState, ApplicationEvent>("application-worklist")
{
    protected override ApplicationState StateOf(ApplicationView row) => row.State;

    protected override ApplicationView Row(string id, ApplicationState state, long version)
    {
        var submission = state.Submission!;
        return new(id, $"{submission.At:O}|{id}", submission.Applicant, state.Stage.ToString(), state, version);
    }
}
