using Register.Client.Input;

namespace Register.Client.Cases;

/// <summary>Interim orders, decisions and sanctions in a line each.</summary>
internal static class CaseOrders
{
    public static string Interim(InterimOrder? order) => order switch
    {
        null => "",
        { EndedOn: not null } => $"{Words.Of(order.Kind)} from {Dates.Text(order.From)}, ended on {Dates.Text(order.EndedOn)}",
        _ => $"{Words.Of(order.Kind)} from {Dates.Text(order.From)} to {Dates.Text(order.Until)}{(order.InForce ? "" : ", not in force")}",
    };

    public static string ReviewBy(InterimOrder? order) =>
        order is { InForce: true } ? $"{Dates.Text(order.ReviewBy)}{(order.ReviewOverdue ? " (overdue)" : "")}" : "";

    public static string Decision(Decision decision)
    {
        var what = decision.Sanction is { } terms ? $"{Words.Of(decision.Outcome)} {Terms(terms)}" : Words.Of(decision.Outcome);
        var who = decision.ConfirmedBy.Length > 0 ? $"{decision.Chair} and {decision.ConfirmedBy}" : $"{decision.Chair}; not confirmed yet";
        return $"{decision.Number}: {what} ({Words.Of(decision.Occasion)}, {Dates.Text(decision.RecordedOn)}, {who}): {decision.Reasons}";
    }

    public static string Sanction(Sanction? sanction)
    {
        if (sanction is null)
            return "";
        var when = sanction switch
        {
            { SetAside: true } => "set aside",
            { NotifiedOn: null } => "notice not given yet",
            { From: null } => "waits for the appeal",
            { Until: null } => $"from {Dates.Text(sanction.From)}",
            _ => $"from {Dates.Text(sanction.From)} to {Dates.Text(sanction.Until)}",
        };
        var appeal = sanction is { From: not null, InForce: false, Appeal: null, AppealableUntil: not null } ? $", appeal until {Dates.Text(sanction.AppealableUntil)}" : "";
        return $"{Terms(sanction.Terms)}, {when}{appeal}";
    }

    public static string Appeal(SanctionAppeal appeal) => appeal.Outcome == SanctionAppealOutcome.Unspecified
        ? $"lodged on {Dates.Text(appeal.LodgedOn)}: {appeal.Grounds}"
        : $"{Words.Of(appeal.Outcome)} on {Dates.Text(appeal.DisposedOn)} ({appeal.Reference}); lodged on {Dates.Text(appeal.LodgedOn)}: {appeal.Grounds}";

    private static string Terms(SanctionTerms terms) => terms.Months > 0 ? $"{Words.Of(terms.Kind)} {terms.Months} months" : Words.Of(terms.Kind);
}
