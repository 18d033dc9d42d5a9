using Register.Client.Input;
using Register.Client.Terminal;

namespace Register.Client.Renewal;

/// <summary>Stays, notices, audits and rounds, for people.</summary>
internal static class TenurePresentations
{
    private static readonly IReadOnlyList<Fact<Tenure>> TenureFacts =
    [
        new("Number", t => t.RegistrationNumber),
        new("Status", t => StatusWords.Of(t.Status, t.NotRegisteredReason)),
        new("Since", t => Dates.Text(t.StatusSince)),
        new("Period ends", t => Dates.Text(t.PeriodEnd)),
        new("Renewed to", t => t.RenewedTo.Equals(t.PeriodEnd) ? "" : Dates.Text(t.RenewedTo)),
        new("Renewal opens", t => Dates.Text(t.RenewalOpens)),
        new("Held over", t => t.HeldOver ? "yes: a case is open" : ""),
        new("Ways back", t => string.Join(" or ", t.WaysBack.Select(Words.Of))),
        new("On the register", t => string.Join('\n', t.Stays.Select(Stay))),
        new("CPD audit", t => t.CpdAudit is null ? "" : $"{Dates.Text(t.CpdAudit.Round)}: {Standing(t.CpdAudit)}"),
        new("Version", t => $"{t.Version}"),
    ];

    private static readonly IReadOnlyList<Fact<CpdAudit>> AuditFacts =
    [
        new("Registrant", a => a.Registrant),
        new("Round", a => Dates.Text(a.Round)),
        new("Deadline", a => Dates.Text(a.Deadline)),
        new("Handed in", a => Dates.Text(a.SubmittedOn)),
        new("Stands", Standing),
        new("Appeal until", a => Dates.Text(a.AppealUntil)),
    ];

    private static readonly IReadOnlyList<Fact<Notice>> NoticeFacts =
    [
        new("Notice", n => Words.Of(n.Kind)),
        new("About", n => Dates.Text(n.PeriodEnd)),
        new("Given", n => Dates.Text(n.GivenOn)),
        new("Sent", n => n.SendTime is null ? "not yet" : $"{Dates.Text(n.SendTime)} by {n.Channel}"),
        new("Message", n => n.MessageId),
    ];

    private static readonly IReadOnlyList<Fact<CpdDraw>> DrawFacts =
    [
        new("Draw", d => d.Name),
        new("Drawn on", d => Dates.Text(d.DrawnOn)),
        new("Of", d => $"{d.Population} who renewed"),
        new("Drawn", d => string.Join(' ', d.Selected)),
        new("Seed", d => d.Seed),
        new("Algorithm", d => d.Algorithm),
    ];

    private static readonly IReadOnlyList<Fact<RenewalDashboard>> DashboardFacts =
    [
        new("Round", d => Dates.Text(d.Round)),
        new("Window opens", d => Dates.Text(d.WindowOpens)),
        new("As at", d => Dates.Text(d.AsAt)),
        new("Due", d => $"{d.Due}"),
        new("Renewed", d => $"{d.Renewed}"),
        new("Lapsing", d => $"{d.Lapsing}"),
        new("Lapsed", d => $"{d.Lapsed}"),
        new("Held over", d => $"{d.HeldOver}"),
        new("Renewed by week", d => string.Join('\n', d.Weeks.Select(w => $"{Dates.Text(w.Week)}  {w.Renewed}"))),
    ];

    public static readonly Presentation<Tenure> Tenure = new(t => t.RegistrationNumber, TenureFacts, TenureFacts);

    public static readonly Presentation<CpdAudit> Audit = new(a => a.Registrant, AuditFacts, AuditFacts);

    public static readonly Presentation<Notice> Notice = new(n => n.MessageId, NoticeFacts, NoticeFacts);

    public static readonly Presentation<CpdDraw> Draw = new(d => d.Name, DrawFacts, DrawFacts);

    public static readonly Presentation<RenewalDashboard> Dashboard = new(d => Dates.Text(d.Round), DashboardFacts, DashboardFacts);

    private static string Stay(Stay stay)
    {
        var back = stay.WayBack == WayBack.Unspecified ? "" : $", by {Words.Of(stay.WayBack)}";
        var end = stay.WayOut == WayOut.Unspecified ? "" : $"; off it from {Dates.Text(stay.EndedOn)}: {Words.Of(stay.WayOut)}";
        return $"from {Dates.Text(stay.From)}{back}{end}";
    }

    private static string Standing(CpdAudit audit) => audit switch
    {
        { AppealedOn: not null, AppealDecision: AppealDecision.Unspecified } => "appealed",
        { AppealDecision: not AppealDecision.Unspecified } => $"{Words.Of(audit.Outcome)}, appeal {Words.Of(audit.AppealDecision)}",
        { Outcome: CpdOutcome.Unspecified, SubmittedOn: null } => "waits for the profile",
        { Outcome: CpdOutcome.Unspecified } => "waits for a decision",
        _ => Words.Of(audit.Outcome),
    };
}
