using Register.Domain.Practice;

namespace Register.Views.Practice;

/// <summary>Departments that were ever endorsed for preceptorship, in order of code.</summary>
public sealed record DepartmentView(string Id, string SortKey, DepartmentState State, long Version) : IView;

/// <summary>Builds the list of departments.</summary>
public sealed class DepartmentList() : StreamView<DepartmentView, DepartmentState, DepartmentEvent>("department-list")
{
    protected override DepartmentState StateOf(DepartmentView row) => row.State;

    protected override DepartmentView Row(string id, DepartmentState state, long version) => new(id, id, state, version);
}
