using Register.Domain.Education;

namespace Register.Views.Education;

/// <summary>The programme list, in order of provider and title.</summary>
public sealed record ProgrammeView(string Id, string SortKey, string Provider, ProgrammeState State, long Version) : IView;

/// <summary>Builds the programme list.</summary>
public sealed class ProgrammeList() : StreamView<ProgrammeView, ProgrammeState, ProgrammeEvent>("programme-list")
{
    protected override ProgrammeState StateOf(ProgrammeView row) => row.State;

    protected override ProgrammeView Row(string id, ProgrammeState state, long version)
    {
        var programme = state.Accreditation!;
        return new(id, $"{programme.ProviderName}|{programme.Title}|{id}", programme.Provider, state, version);
    }
}
