using Register.Client.Input;
using Register.Client.Terminal;

namespace Register.Client.Cases;

/// <summary>Cases in words. Who is not told more than the name, as a receipt, sees the name alone.</summary>
internal static class CasePresentation
{
    public static readonly Presentation<Case> Case = new(
        Name: c => c.Name,
        Columns:
        [
            new("Case", c => c.Name),
            new("Registrant", Registrants),
            new("Ground", c => Words.Of(c.Ground)),
            new("Stage", c => Words.Of(c.Stage)),
            new("Received", c => Dates.Text(c.ReceivedOn)),
            new("Interim order", c => CaseOrders.Interim(c.InterimOrder)),
            new("Review by", c => CaseOrders.ReviewBy(c.InterimOrder)),
            new("Sanction", c => CaseOrders.Sanction(c.Sanctions.LastOrDefault(s => !s.SetAside))),
        ],
        Details:
        [
            new("Case", c => c.Name),
            new("Registrant", Registrants),
            new("Ground", c => IsReceipt(c) ? "" : Words.Of(c.Ground)),
            new("State", c => IsReceipt(c) ? "" : Words.Of(c.State)),
            new("Stage", c => IsReceipt(c) ? "" : Words.Of(c.Stage)),
            new("Ends on", c => Dates.Text(c.EndsOn)),
            new("Concern", c => c.Concern),
            new("Raised by", c => c.Source == ConcernSource.Unspecified ? "" : Words.Of(c.Source)),
            new("Other body", c => c.OtherBody is { } other ? $"{other.Body}, {other.Reference}" : ""),
            new("Received", c => Dates.Text(c.ReceivedOn)),
            new("Recorded", c => Dates.Text(c.CreateTime)),
            new("Triage", c => c.Triage is { } t ? $"{(t.ThresholdMet ? "threshold met" : "below the threshold")} on {Dates.Text(t.On)}: {t.Reasons}" : ""),
            new("Allegations", c => c.Allegations),
            new("Committee", c => Lines(c.Committees, m => $"{Words.Of(m.Kind)} from {Dates.Text(m.ConvenedOn)}: {string.Join(", ", m.Members)}; chair {m.Chair}{(m.Sits ? "; sits" : "")}")),
            new("Case to answer", c => c.CaseToAnswer is { } a ? $"{(a.ReferredTo == CommitteeKind.Unspecified ? "none" : $"referred to {Words.Of(a.ReferredTo)}")}: {a.Reasons}" : ""),
            new("Reopened", c => c.Reopening is { } r ? $"{Dates.Text(r.On)}: {r.Concern}" : ""),
            new("Hearing", c => Lines(c.Hearings, h => $"{Dates.Text(h.On)} before the {Words.Of(h.Committee)} committee: {h.Allegations}")),
            new("Interim order", c => Lines(c.InterimOrders, CaseOrders.Interim)),
            new("Next review by", c => CaseOrders.ReviewBy(c.InterimOrder)),
            new("Public text", c => c.InterimOrder?.PublicText ?? ""),
            new("Decision", c => Lines(c.Decisions, CaseOrders.Decision)),
            new("Sanction", c => Lines(c.Sanctions, CaseOrders.Sanction)),
            new("Appeal", c => Lines(c.Sanctions.Where(s => s.Appeal is not null), s => CaseOrders.Appeal(s.Appeal))),
            new("Agreement", c => c.RemovalAgreement is { } a ? $"{a.Reasons} Recorded by {a.RecordedBy}{(a.ConfirmedBy.Length > 0 ? $", confirmed by {a.ConfirmedBy}" : ", not confirmed yet")}" : ""),
            new("Restoration", c => c.RestorationAllowedOn is null ? "" : $"allowed on {Dates.Text(c.RestorationAllowedOn)}"),
            new("Closed because", c => c.ClosingReasons),
            new("Joined to", c => c.JoinedTo),
            new("Joined with it", c => Lines(c.JoinedCases, name => name)),
            new("Version", c => IsReceipt(c) ? "" : $"{c.Version}"),
        ]);

    private static bool IsReceipt(Case c) => c.Version == 0;

    private static string Registrants(Case c) => string.Join(", ", c.Registrants);

    private static string Lines<T>(IEnumerable<T> items, Func<T, string> text) => string.Join('\n', items.Select(text));
}
