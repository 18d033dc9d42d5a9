using Register.Client.Errors;
using Register.Client.Input;

namespace Register.Client.Education;

/// <summary>Programmes as an accreditor keeps them in a spreadsheet.</summary>
internal static class ProgrammeCsv
{
    public static readonly string[] Columns =
        ["provider", "provider_name", "title", "award", "level", "kind", "practice_areas", "accredited_from", "accredited_to"];

    public static IReadOnlyList<Programme> Read(FileInfo file)
    {
        using var csv = new CsvInput(file, Columns);
        var programmes = new List<Programme>();
        while (csv.Read())
        {
            programmes.Add(new Programme
            {
                Provider = csv.RequiredText("provider"),
                ProviderName = csv.RequiredText("provider_name"),
                Title = csv.RequiredText("title"),
                Award = csv.RequiredText("award"),
                AcademicLevel = Level(csv),
                Kind = csv.RequiredWord<AwardKind>("kind"),
                PracticeAreas = { Areas(csv) },
                AccreditedFrom = csv.RequiredDate("accredited_from"),
                AccreditedTo = csv.RequiredDate("accredited_to"),
            });
        }

        csv.RefuseIfWrong();
        return programmes is [] ? throw CommandFailure.WrongInput($"{file.Name} has no rows.") : programmes;
    }

    private static int Level(CsvInput csv)
    {
        var text = csv.RequiredText("level");
        if (!int.TryParse(text, CultureInfo.InvariantCulture, out var level) && text.Length > 0)
            csv.AddViolation("level", $"'{text}' is not a number");
        return level;
    }

    private static IReadOnlyList<PracticeArea> Areas(CsvInput csv)
    {
        csv.RequiredText("practice_areas");
        return csv.ManyWords<PracticeArea>("practice_areas");
    }
}
