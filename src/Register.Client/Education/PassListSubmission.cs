using Register.Client.Errors;
using Register.Client.Input;

namespace Register.Client.Education;

/// <summary>Sends a pass list: each row has a result of its own, and a bad one does not lose the others.</summary>
internal static class PassListSubmission
{
    public static RegisterCommand Submit()
    {
        var programme = Typed.ResourceOption("--programme", ResourceNames.Programmes, "The programme they passed", required: true);
        const string Columns = "candidate_number,full_name,date_of_birth[,practice_areas]";
        var file = Typed.File("--file", $"The candidates as CSV with the columns {Columns}", required: true);
        var cohortStart = Typed.Date("--cohort-start", "The day the cohort started", required: true);
        var ratifiedOn = Typed.Date("--ratified-on", "The day the exam board ratified the list [default: not ratified yet]");
        var reason = Typed.Text("--correction-reason", "Why rows that differ from an earlier list supersede it; without it they are turned down", "TEXT");
        return new RegisterCommand("submit",
            "Adds the awards of one cohort to a programme, row by row; the same list again changes nothing. Role: education-provider (own programmes).",
            "register passlist submit --programme programmes/1f0c --file pass-list.csv --cohort-start 2023-09-18 --ratified-on 2024-07-12",
            "register passlist submit --programme programmes/1f0c --file corrected.csv --cohort-start 2023-09-18 --correction-reason \"A name was misspelt\"")
        {
            programme, file, cohortStart, ratifiedOn, reason,
        }.Changes(async session =>
        {
            var rows = Rows(session.Get(file)!);
            var request = new SubmitPassListRequest
            {
                Programme = session.Get(programme),
                CohortStart = session.Get(cohortStart),
                RatifiedOn = session.Get(ratifiedOn),
                CorrectionReason = session.Get(reason) ?? "",
                Awards = { rows.Awards.Select(row => row.Award) },
                RequestId = session.Change(),
            };
            var response = await session.Education.SubmitPassListAsync(request, session.Call());
            session.Output.Show(response, response.Programme, EducationPresentations.Programme);
            session.Output.Say(Sentence(response, rows.Wrong));
            TellRejected(response, rows);
        });
    }

    private static string Sentence(SubmitPassListResponse response, IReadOnlyList<Violation> wrong)
    {
        var superseded = response.SupersededCount > 0 ? $", {response.SupersededCount} superseded" : "";
        var rejected = response.RejectedCount + wrong.Select(v => v.Field.Split(',')[0]).Distinct().Count();
        return $"{response.AddedCount} added, {response.UnchangedCount} unchanged{superseded}{(rejected > 0 ? $", {rejected} rejected" : "")}.";
    }

    private static void TellRejected(SubmitPassListResponse response, PassListRows rows)
    {
        var violations = rows.Wrong
            .Concat(response.Results.SelectMany(row => row.Problems.Select(p =>
                new Violation($"line {rows.Awards[row.Row].Line}, {p.Field}", $"{p.Message} ({p.Code})"))))
            .ToList();
        if (violations.Count > 0)
            throw new CommandFailure(ExitCode.Refused, "ROWS_REJECTED", "Some rows were turned down; the others stand.") { Violations = violations };
    }

    private static PassListRows Rows(FileInfo file)
    {
        using var csv = new CsvInput(file, "candidate_number", "full_name", "date_of_birth");
        var awards = new List<(int, Award)>();
        while (csv.Read())
        {
            var wrongBefore = csv.Violations.Count;
            var award = new Award
            {
                CandidateNumber = csv.RequiredText("candidate_number"),
                FullName = csv.RequiredText("full_name"),
                DateOfBirth = csv.RequiredDate("date_of_birth"),
                PracticeAreas = { csv.ManyWords<PracticeArea>("practice_areas") },
            };
            if (csv.Violations.Count == wrongBefore)
                awards.Add((csv.Line, award));
        }

        if (awards is [])
            csv.RefuseIfWrong();
        return awards is [] ? throw CommandFailure.WrongInput($"{file.Name} has no rows.") : new(awards, csv.Violations);
    }

    /// <summary>The rows that can be sent, by their lines, and what is wrong with the others.</summary>
    private sealed record PassListRows(IReadOnlyList<(int Line, Award Award)> Awards, IReadOnlyList<Violation> Wrong);
}
