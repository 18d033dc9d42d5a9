using Register.Domain.FitnessToPractise;

namespace Register.Views.FitnessToPractise;

/// <summary>The case list, oldest first.</summary>
public sealed record CaseView(string Id, string SortKey, bool IsOpen, CaseState State, long Version) : IView;

/// <summary>Builds the case list.</summary>
public sealed class CaseList() : StreamView<CaseView, CaseState, CaseEvent>("case-list")
{
    protected override CaseState StateOf(CaseView row) => row.State;

    protected override CaseView Row(string id, CaseState state, long version) =>
        new(id, $"{state.Concern!.At:O}|{id}", state.Closing is null, state, version);
}
