using System.Text.RegularExpressions;
using Register.Service.Tests.Running;

namespace Register.Service.Tests.Journeys;

/// <summary>Who the people of the story are: each name, date of birth, address and e-mail in what is given to the client.</summary>
internal static partial class PersonalDataOfTheStory
{
    private static readonly string[] Tables = ["crowd.csv", "pass-list.csv"];
    private static readonly string[] Columns = ["full_name", "date_of_birth"];

    /// <summary>All of it.</summary>
    public static IReadOnlySet<string> All()
    {
        var story = Path.Combine(Checkout.Root, "infra", "story");
        var found = new HashSet<string>();
        foreach (var table in Tables)
        {
            var lines = File.ReadAllLines(Path.Combine(story, table));
            var columns = lines[0].Split(',');
            foreach (var cells in lines[1..].Select(line => line.Split(',')))
                found.UnionWith(Columns.Select(column => cells[Array.IndexOf(columns, column)]));
            if (columns[0] == "subject") // whose e-mail the story makes of it
                found.UnionWith(lines[1..].Select(line => $"{line.Split(',')[0]}@example.org"));
        }
        foreach (var file in Directory.EnumerateFiles(story, "*", SearchOption.AllDirectories).Where(f => Path.GetExtension(f) is ".json" or ".sh"))
        {
            var text = File.ReadAllText(file);
            found.UnionWith(InForms().Matches(text).Concat(InCommands().Matches(text)).Select(m => m.Groups[1].Value));
            found.UnionWith(Emails().Matches(text).Select(m => m.Value));
        }
        found.RemoveWhere(value => value.Any(c => c is '$' or '%' or '{'));
        return found;
    }

    [GeneratedRegex("\"(?:full_name|date_of_birth|phone|line1|line2|postcode)\": ?\"([^\"]+)\"")]
    private static partial Regex InForms();

    [GeneratedRegex("(?:rename \\S+ --name|--full-name|--phone|--line1|--line2|--postcode|--date-of-birth) \"?([^\"\\n]+?)\"?(?= --| \\\\|\\n|$)")]
    private static partial Regex InCommands();

    [GeneratedRegex("[a-z0-9.-]+@[a-z.]+[a-z]")]
    private static partial Regex Emails();
}
