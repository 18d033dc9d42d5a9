using Register.Client.Input;
using Register.Client.Officer;
using Register.Client.Terminal;

namespace Register.Client.Particulars;

internal static class OwnRecordPresentation
{
    public static readonly Presentation<OwnRecord> Record = new(
        Name: r => r.RegistrationNumber,
        Columns: [],
        Details:
        [
            new("On the register", r => r.Registrant is null ? "no" : ""),
            .. RegistrantPresentation.Registrant.Details.Select(fact =>
                new Fact<OwnRecord>(fact.Label, r => r.Registrant is null ? "" : fact.Text(r.Registrant))),
        ]);

    private static readonly IReadOnlyList<Fact<RecordedChange>> ChangeFacts =
    [
        new("Recorded", c => Dates.Text(c.RecordTime)),
        new("By", c => c.Role),
        new("Change", c => c.Type.Replace('-', ' ')),
        new("What was recorded", c => Json.Line(c.Data)),
    ];

    public static readonly Presentation<RecordedChange> Change = new(c => $"{c.Version}", ChangeFacts, ChangeFacts);
}
