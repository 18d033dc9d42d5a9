using Register.Domain.Practice;

namespace Register.Views.Practice;

/// <summary>How registrants practise, in order of their numbers' text.</summary>
public sealed record PracticeView(string Id, string SortKey, PracticeState State, long Version) : IView;

/// <summary>Builds the practice record.</summary>
public sealed class PracticeRecord() : StreamView<PracticeView, PracticeState, PracticeEvent>("practice-record")
{
    protected override PracticeState StateOf(PracticeView row) => row.State;

    protected override PracticeView Row(string id, PracticeState state, long version) => new(id, id, state, version);
}
