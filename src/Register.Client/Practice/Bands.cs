using Register.Client.Input;

namespace Register.Client.Practice;

/// <summary>Agenda for Change bands as people write them: 7, 8a, "band 8a".</summary>
internal static class Bands
{
    private const string Prefix = "Band";

    public static string Of(AgendaForChangeBand band) =>
        band == AgendaForChangeBand.Unspecified ? "" : band.ToString()[Prefix.Length..].ToLowerInvariant();

    public static Option<AgendaForChangeBand> Option(string name)
    {
        var choices = string.Join(", ", Enum.GetValues<AgendaForChangeBand>().Where(b => b != AgendaForChangeBand.Unspecified).Select(Of));
        return new(name)
        {
            Description = $"The band: {choices}",
            HelpName = "BAND",
            Required = true,
            CustomParser = result =>
            {
                var text = result.Tokens[0].Value;
                if (Words.TryParse<AgendaForChangeBand>(text, out var band) || Words.TryParse(Prefix + text, out band))
                    return band;
                result.AddError($"{name}: '{text}' is not one of: {choices}.");
                return default;
            },
        };
    }
}
