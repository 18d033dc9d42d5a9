using Register.Domain.Apprenticeships;

namespace Register.Views.Apprenticeships;

/// <summary>The apprenticeships, oldest first.</summary>
public sealed record ApprenticeshipView(string Id, string SortKey, string Provider, string Stage, ApprenticeshipState State, long Version) : IView;

/// <summary>Builds the list of apprenticeships.</summary>
public sealed class ApprenticeshipList() : StreamView<ApprenticeshipView, ApprenticeshipState, ApprenticeshipEvent>("apprenticeship-list")
{
    protected override ApprenticeshipState StateOf(ApprenticeshipView row) => row.State;

    protected override ApprenticeshipView Row(string id, ApprenticeshipState state, long version)
    {
        var enrolment = state.Enrolment!;
        return new(id, $"{enrolment.At:O}|{id}", enrolment.Provider, state.Stage.ToString(), state, version);
    }
}
