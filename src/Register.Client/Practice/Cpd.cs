using Register.Client.Errors;
using Register.Client.Input;
using Register.Client.Terminal;
using Proto = Sonographer.Register.V1;

namespace Register.Client.Practice;

/// <summary>Continuing professional development of one's own, one piece by options or many from a file.</summary>
internal static class Cpd
{
    private static readonly string[] Columns = ["on", "hours", "kind", "reflection"];

    public static RegisterCommand Declare()
    {
        var on = Typed.Date("--on", "The day");
        var hours = Numbers.Option("--hours", "How many hours, over 0 up to 24");
        var kind = Typed.Word<CpdKind>("--kind", "Its kind");
        var reflection = Typed.Text("--reflection", "What you learned and how your practice changes", "TEXT");
        var csv = Typed.File("--csv", $"Many as CSV with the columns {string.Join(",", Columns)}");
        var command = new RegisterCommand("cpd", "Records continuing professional development of your own. Role: applicant.",
            "register practice cpd --on 2027-03-01 --hours 3.5 --kind self-directed --reflection \"Read the new guideline; I scan earlier now.\"",
            "register practice cpd --csv cpd.csv")
        {
            on, hours, kind, reflection, csv, Whose.Registrant,
        };
        command.Validators.Add(result =>
        {
            Option[] needed = [on, hours, kind, reflection];
            if (result.GetResult(csv) is null && needed.Any(option => result.GetResult(option) is null))
                result.AddError("Give --csv, or all of --on, --hours, --kind and --reflection.");
        });
        return command.Changes(async session =>
        {
            var records = session.Get(csv) is { } file
                ? Read(file)
                : [new() { On = session.Get(on), Hours = session.Get(hours), Kind = session.Get(kind)!.Value, Reflection = session.Get(reflection) }];
            session.Output.Show(await Record(session, records), PracticePresentation.Practice);
        });
    }

    private static async Task<Proto.Practice> Record(Session session, List<CpdRecord> records)
    {
        var registrant = await Whose.Practice(session);
        var practice = new Proto.Practice();
        await Screen.WithProgress("Recording", records.Count, async done =>
        {
            for (var i = 0; i < records.Count; i++)
            {
                var request = new RecordCpdRequest { RequestId = session.Change().For(records[i]), Registrant = registrant, Record = records[i] };
                practice = (await session.Practice.RecordCpdAsync(request, session.Call())).Practice;
                session.DoneSoFar = $"{i + 1} of {records.Count} records were made before.";
                done(i + 1);
            }
        });
        return practice;
    }

    private static List<CpdRecord> Read(FileInfo file)
    {
        using var csv = new CsvInput(file, Columns);
        var records = new List<CpdRecord>();
        while (csv.Read())
        {
            records.Add(new()
            {
                On = csv.RequiredDate("on"),
                Hours = Numbers.Required(csv, "hours"),
                Kind = csv.RequiredWord<CpdKind>("kind"),
                Reflection = csv.RequiredText("reflection"),
            });
        }

        csv.RefuseIfWrong();
        return records is [] ? throw CommandFailure.WrongInput($"{file.Name} has no rows.") : records;
    }
}
