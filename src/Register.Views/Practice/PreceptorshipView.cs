using System.Globalization;
using Register.Domain.Practice;

namespace Register.Views.Practice;

/// <summary>Preceptorships, in order of their first day.</summary>
/// <param name="Registrant">The registration number of whose it is.</param>
/// <param name="Department">The department's ODS code.</param>
public sealed record PreceptorshipView(
    string Id, string SortKey, string Registrant, string Department, PreceptorshipState State, long Version) : IView;

/// <summary>Builds the list of preceptorships.</summary>
public sealed class PreceptorshipList() : StreamView<PreceptorshipView, PreceptorshipState, PreceptorshipEvent>("preceptorship-list")
{
    protected override PreceptorshipState StateOf(PreceptorshipView row) => row.State;

    protected override PreceptorshipView Row(string id, PreceptorshipState state, long version)
    {
        var plan = state.Plan!;
        var sortKey = string.Create(CultureInfo.InvariantCulture, $"{plan.On:yyyy-MM-dd}|{id}");
        return new(id, sortKey, plan.Registrant.ToString(), plan.Department.ToString(), state, version);
    }
}
