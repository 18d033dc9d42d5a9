using Register.Client.Errors;
using Register.Client.Input;

namespace Register.Client.Education;

/// <summary>Pass lists: the education provider says who passed.</summary>
internal static class PassListCommands
{
    public static Command Group() => RegisterCommand.Holding("passlist", "Pass lists of education providers.", Submit());

    private static RegisterCommand Submit()
    {
        var programme = Typed.ResourceOption("--programme", ResourceNames.Programmes, "The programme they passed", required: true);
        const string Columns = "candidate_number,full_name,date_of_birth[,practice_areas]";
        var file = Typed.File("--file", $"The candidates as CSV with the columns {Columns}", required: true);
        var cohortStart = Typed.Date("--cohort-start", "The day the cohort started", required: true);
        var ratifiedOn = Typed.Date("--ratified-on", "The day the exam board ratified the list", required: true);
        return new RegisterCommand("submit",
            "Adds the awards of one cohort to a programme; the same list again changes nothing. Role: education-provider (own programmes).",
            "register passlist submit --programme programmes/1f0c --file pass-list.csv --cohort-start 2023-09-18 --ratified-on 2024-07-12")
        {
            programme, file, cohortStart, ratifiedOn,
        }.Changes(async session =>
        {
            var request = new SubmitPassListRequest
            {
                Programme = session.Get(programme),
                CohortStart = session.Get(cohortStart),
                RatifiedOn = session.Get(ratifiedOn),
                Awards = { ReadAwards(session.Get(file)!) },
                RequestId = session.Change(),
            };
            var response = await session.Education.SubmitPassListAsync(request, session.Call());
            session.Output.Show(response, response.Programme, EducationPresentations.Programme);
            session.Output.Say($"{response.AddedCount} added, {response.UnchangedCount} unchanged.");
        });
    }

    private static List<Award> ReadAwards(FileInfo file)
    {
        using var csv = new CsvInput(file, "candidate_number", "full_name", "date_of_birth");
        var awards = new List<Award>();
        var numbers = new HashSet<string>();
        while (csv.Read())
        {
            var award = new Award
            {
                CandidateNumber = csv.RequiredText("candidate_number"),
                FullName = csv.RequiredText("full_name"),
                DateOfBirth = csv.RequiredDate("date_of_birth"),
                PracticeAreas = { csv.ManyWords<PracticeArea>("practice_areas") },
            };
            if (award.CandidateNumber.Length > 0 && !numbers.Add(award.CandidateNumber))
                csv.AddViolation("candidate_number", $"'{award.CandidateNumber}' is on the list already");
            awards.Add(award);
        }

        csv.RefuseIfWrong();
        return awards is [] ? throw CommandFailure.WrongInput($"{file.Name} has no rows.") : awards;
    }
}
