using Register.Client.Errors;
using Register.Client.Input;
using Register.Client.Terminal;
using Proto = Sonographer.Register.V1;

namespace Register.Client.Practice;

/// <summary>Employers and settings, one by options or many from a file.</summary>
internal static class Employers
{
    private static readonly string[] Columns = ["employer", "setting", "whole_time_equivalent", "from", "evidence"];

    public static RegisterCommand Declare()
    {
        var employer = Typed.Text("--employer", "The employer's ODS code, as practice organisations lists", "ODS");
        var name = Typed.Text("--name", "The employer's name, where the register does not know the code", "TEXT");
        var region = Typed.Word<Region>("--region", "The region, where the register does not know the code");
        var setting = Typed.Word<PracticeSetting>("--setting", "The setting");
        var share = Numbers.Option("--wte", "The whole-time equivalent, over 0 up to 1");
        var from = Typed.Date("--from", "The first day");
        var to = Typed.Date("--to", "The last day [default: it goes on]");
        var evidence = Typed.Text("--evidence", "What shows it", "TEXT");
        var csv = Typed.File("--csv", $"Many as CSV with the columns {string.Join(",", Columns)}[,to,employer_name,region,registrant]");
        var command = new RegisterCommand("employer",
            "Declares work for an employer; the same employer, setting and first day again correct it. Roles: applicant (own), registrar.",
            "register practice employer --employer RR8 --setting nhs-acute --wte 0.6 --from 2027-03-01 --evidence \"Contract.\"",
            "register practice employer --csv employers.csv")
        {
            employer, setting, share, from, to, evidence, name, region, csv, Whose.Registrant,
        };
        command.Validators.Add(result =>
        {
            Option[] needed = [employer, setting, share, from, evidence];
            if (result.GetResult(csv) is null && needed.Any(option => result.GetResult(option) is null))
                result.AddError("Give --csv, or all of --employer, --setting, --wte, --from and --evidence.");
        });
        return command.Changes(async session =>
        {
            if (session.Get(csv) is { } file)
            {
                session.Output.List(await DeclareAll(session, Read(file)), PracticePresentation.Practice);
                return;
            }

            var employment = new Employment
            {
                Employer = session.Get(employer)!.ToUpperInvariant(),
                EmployerName = session.Get(name) ?? "",
                Region = session.Get(region) ?? Region.Unspecified,
                Setting = session.Get(setting)!.Value,
                WholeTimeEquivalent = session.Get(share),
                From = session.Get(from),
                To = session.Get(to),
                Evidence = session.Get(evidence),
            };
            var declared = await Declare(session, session.Change(), await Whose.Practice(session), employment);
            session.Output.Show(declared, PracticePresentation.Practice);
        });
    }

    private static async Task<IReadOnlyList<Proto.Practice>> DeclareAll(Session session, List<(string? Registrant, Employment Employment)> rows)
    {
        var mine = rows.Any(r => r.Registrant is null) ? await Whose.Practice(session) : "";
        var practices = new Dictionary<string, Proto.Practice>();
        await Screen.WithProgress("Declaring", rows.Count, async done =>
        {
            for (var i = 0; i < rows.Count; i++)
            {
                var registrant = rows[i].Registrant ?? mine;
                var part = session.Change().For(new DeclareEmploymentRequest { Registrant = registrant, Employment = rows[i].Employment });
                practices[registrant] = await Declare(session, part, registrant, rows[i].Employment);
                session.DoneSoFar = $"{i + 1} of {rows.Count} employments were declared before.";
                done(i + 1);
            }
        });
        return [.. practices.Values];
    }

    private static async Task<Proto.Practice> Declare(Session session, RequestId requestId, string registrant, Employment employment)
    {
        var request = new DeclareEmploymentRequest { RequestId = requestId, Registrant = registrant, Employment = employment };
        return (await session.Practice.DeclareEmploymentAsync(request, session.Call())).Practice;
    }

    private static List<(string? Registrant, Employment Employment)> Read(FileInfo file)
    {
        using var csv = new CsvInput(file, Columns);
        var rows = new List<(string?, Employment)>();
        while (csv.Read())
        {
            rows.Add((ResourceNames.In(ResourceNames.Registrants, csv.Text("registrant")), new Employment
            {
                Employer = csv.RequiredText("employer").ToUpperInvariant(),
                EmployerName = csv.Text("employer_name"),
                Region = csv.Text("region").Length > 0 ? csv.RequiredWord<Region>("region") : Region.Unspecified,
                Setting = csv.RequiredWord<PracticeSetting>("setting"),
                WholeTimeEquivalent = Numbers.Required(csv, "whole_time_equivalent"),
                From = csv.RequiredDate("from"),
                To = csv.Text("to").Length > 0 ? csv.RequiredDate("to") : null,
                Evidence = csv.RequiredText("evidence"),
            }));
        }

        csv.RefuseIfWrong();
        return rows is [] ? throw CommandFailure.WrongInput($"{file.Name} has no rows.") : rows;
    }
}
