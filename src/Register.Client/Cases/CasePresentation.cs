using Register.Client.Input;
using Register.Client.Terminal;

namespace Register.Client.Cases;

internal static class CasePresentation
{
    public static readonly Presentation<Case> Case = new(
        Name: c => c.Name,
        Columns:
        [
            new("Case", c => c.Name),
            new("Registrant", c => c.Registrant),
            new("Ground", c => Words.Of(c.Ground)),
            new("State", c => Words.Of(c.State)),
            new("Received", c => Dates.Text(c.ReceivedOn)),
            new("Interim order", c => Order(c.InterimOrder)),
        ],
        Details:
        [
            new("Case", c => c.Name),
            new("Registrant", c => c.Registrant),
            new("Ground", c => Words.Of(c.Ground)),
            new("State", c => Words.Of(c.State)),
            new("Concern", c => c.Concern),
            new("Received", c => Dates.Text(c.ReceivedOn)),
            new("Recorded", c => Dates.Text(c.CreateTime)),
            new("Interim order", c => Order(c.InterimOrder)),
            new("First review by", c => Dates.Text(c.InterimOrder?.FirstReviewBy)),
            new("Public text", c => c.InterimOrder?.PublicText ?? ""),
            new("Closed because", c => c.ClosingReasons),
            new("Version", c => $"{c.Version}"),
        ]);

    private static string Order(InterimOrder? order) => order switch
    {
        null => "",
        { RevokedOn: not null } => $"{Words.Of(order.Kind)} from {Dates.Text(order.From)}, revoked on {Dates.Text(order.RevokedOn)}",
        _ => $"{Words.Of(order.Kind)} from {Dates.Text(order.From)} to {Dates.Text(order.Until)}",
    };
}
