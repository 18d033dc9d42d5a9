using CsvHelper;
using Google.Protobuf;
using Register.Client.Input;
using Register.Client.Terminal;

namespace Register.Client.Evidence;

/// <summary>Shows published counts as a table, JSON or CSV. A hidden one is the letter c.</summary>
internal static class EvidenceOutput
{
    private const string Hidden = "c";

    private static readonly string[] Initials = ["HCPC", "NMC", "GMC", "NHS", "UK"];

    public static async Task Show(Session session, IMessage answer, EvidenceGrid grid, bool csv, FileInfo? file)
    {
        if (file is not null)
        {
            await using (var writer = new StreamWriter(file.FullName))
                await Csv(grid, writer);
            session.Output.Say($"{grid.Rows.Count} rows are in {file.Name}.");
        }
        else if (csv)
        {
            await Csv(grid, Console.Out);
        }
        else if (session.Output.IsJson)
        {
            await Console.Out.WriteLineAsync(Json.Indented(answer));
            return;
        }
        else
        {
            session.Output.Say(grid.About);
            Fact<(string Category, IReadOnlyList<int?> Counts)>[] columns =
            [
                new(Label(Words.Screaming(grid.RowsBy)), row => Label(row.Category)),
                .. grid.Columns.Select((column, i) => new Fact<(string Category, IReadOnlyList<int?> Counts)>(Label(column), row => Text(row.Counts[i]))),
            ];
            Screen.Out.Write(Screen.Table(grid.Rows, columns));
        }

        if (csv)
            return; // a program reads it
        foreach (var note in grid.Notes)
            session.Output.Say(note);
    }

    private static async Task Csv(EvidenceGrid grid, TextWriter writer)
    {
        await using var csv = new CsvWriter(writer, CultureInfo.InvariantCulture, leaveOpen: true);
        Row(csv, [Words.Screaming(grid.RowsBy).ToLowerInvariant(), .. grid.Columns]);
        foreach (var (category, counts) in grid.Rows)
            Row(csv, [category, .. counts.Select(Text)]);
    }

    private static void Row(CsvWriter csv, IEnumerable<string> fields)
    {
        foreach (var field in fields)
            csv.WriteField(field);
        csv.NextRecord();
    }

    private static string Text(int? count) => count?.ToString(CultureInfo.InvariantCulture) ?? Hidden;

    // HCPC, "North West", "NHS acute".
    private static string Label(string category)
    {
        if (Words.TryParse<Region>(category, out var region))
            return RegionWords.Of(region);
        var words = string.Join(' ', category.Split('_').Select(word => Initials.Contains(word) ? word : word.ToLowerInvariant()));
        return char.ToUpperInvariant(words[0]) + words[1..];
    }
}
