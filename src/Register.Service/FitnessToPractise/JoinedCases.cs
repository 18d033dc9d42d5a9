using System.Linq.Expressions;
using Register.Views;
using Register.Views.FitnessToPractise;
using Proto = Sonographer.Register.V1;

namespace Register.Service.FitnessToPractise;

/// <summary>Which cases go on in another one. A joined case says where it went; the other one's own events do not name it, so its rows are looked for.</summary>
internal sealed class JoinedCases(ViewReader views)
{
    private const int RowsAtOnce = 1000;

    /// <summary>Cases as the contract shows them on a date, each with those that were joined to it, oldest first.</summary>
    public async Task<IReadOnlyList<Proto.Case>> Shown(IReadOnlyCollection<CaseView> rows, DateOnly today, CancellationToken cancellation)
    {
        var joined = await To([.. rows.Select(row => row.Id)], cancellation);
        return [.. rows.Select(row => With(CaseMapping.ToProto(row, today), joined[row.Id]))];
    }

    private static Proto.Case With(Proto.Case shown, IEnumerable<string> joined)
    {
        shown.JoinedCases.Add(joined);
        return shown;
    }

    private async Task<ILookup<string, string>> To(string[] targets, CancellationToken cancellation)
    {
        Expression<Func<CaseView, bool>> isJoined = c => targets.Contains(c.JoinedTo);
        var rows = new List<CaseView>();
        string? token = null;
        do
        {
            var page = await views.List([isJoined], RowsAtOnce, token, cancellation);
            rows.AddRange(page.Rows);
            token = page.NextToken;
        }
        while (token is not null);
        return rows.ToLookup(row => row.JoinedTo!, CaseMapping.Name);
    }
}
