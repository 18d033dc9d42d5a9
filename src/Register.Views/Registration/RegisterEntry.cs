using Register.Domain.Registration;

namespace Register.Views.Registration;

/// <summary>The register itself, in order of the name held now. What a row's status is depends on a date: see <see cref="EntryStatus"/> (R2).</summary>
/// <param name="SearchName">The name as <see cref="Registration.SearchName"/> folds it.</param>
/// <param name="Application">The stream of the application that led to the entry.</param>
public sealed record RegisterEntry(
    string Id, string SortKey, string SearchName, string Applicant, string Application, RegistrantState State, long Version) : IView
{
    /// <summary>The names held before, folded alike, one a line: for officers' searches only (R23).</summary>
    public string FormerNames { get; init; } = "";
}

/// <summary>Builds the register.</summary>
public sealed class RegisterEntries() : StreamView<RegisterEntry, RegistrantState, RegistrantEvent>("register-entry")
{
    protected override RegistrantState StateOf(RegisterEntry row) => row.State;

    protected override RegisterEntry Row(string id, RegistrantState state, long version)
    {
        var entry = state.Entry!;
        var name = SearchName.Of(state.Particulars.CurrentName);
        return new(id, $"{name}|{id}", name, entry.Applicant, entry.Application.Stream.ToString(), state, version)
        {
            FormerNames = string.Join('\n', state.Particulars.FormerNamesOn(DateOnly.MaxValue).Select(SearchName.Of)),
        };
    }
}
