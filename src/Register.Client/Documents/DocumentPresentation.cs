using Register.Client.Input;
using Register.Client.Terminal;

namespace Register.Client.Documents;

internal static class DocumentPresentation
{
    private static readonly IReadOnlyList<Fact<Document>> Facts =
    [
        new("Document", d => d.Name),
        new("Evidence", d => Words.Of(d.Evidence)),
        new("Type", d => Words.Of(d.MediaType)),
        new("Bytes", d => d.Size.ToString("N0", CultureInfo.InvariantCulture)),
        new("Attached", d => Dates.Text(d.AttachTime)),
        new("SHA-256", d => d.Sha256),
    ];

    public static readonly Presentation<Document> Document = new(d => d.Name, Facts, Facts);
}
