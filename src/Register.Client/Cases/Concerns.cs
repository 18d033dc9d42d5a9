using Register.Client.Input;

namespace Register.Client.Cases;

/// <summary>Raising a concern, from a file, from options, or both: options override the file.</summary>
internal static class Concerns
{
    public static RegisterCommand Raise()
    {
        var file = Typed.File("--file", "The concern as a case in JSON");
        var registrant = Typed.ResourceOption("--registrant", ResourceNames.Registrants, "Whom it is about: a registration number");
        var ground = Typed.Word<Ground>("--ground", "What it is about");
        var concern = Typed.Text("--concern", "The concern in the words of whoever raised it", "TEXT");
        var receivedOn = Typed.Date("--received-on", "The day it was received");
        var command = new RegisterCommand("raise", "Opens a case with a concern. Roles: ftp-officer, registrar, employer.",
            "register case raise --file concern.json",
            "register case raise --registrant SON123 --ground misconduct --received-on 2027-03-01 --concern \"Reported scans not made.\"")
        {
            file, registrant, ground, concern, receivedOn,
        };
        command.Validators.Add(result =>
        {
            Option[] needed = [registrant, ground, concern, receivedOn];
            if (result.GetResult(file) is null && needed.Any(option => result.GetResult(option) is null))
                result.AddError("Give --file, or all of --registrant, --ground, --concern and --received-on.");
        });
        return command.Changes(async session =>
        {
            var raised = session.Get(file) is { } json ? await JsonInput.Read(json, Case.Parser, session.Cancelled) : new Case();
            raised.Registrant = session.Get(registrant)
                ?? ResourceNames.In(ResourceNames.Registrants, raised.Registrant)
                ?? raised.Registrant;
            raised.Ground = session.Get(ground) ?? raised.Ground;
            raised.Concern = session.Get(concern) ?? raised.Concern;
            raised.ReceivedOn = session.Get(receivedOn) ?? raised.ReceivedOn;
            var request = new RaiseConcernRequest { RequestId = session.Change(), Case = raised };
            var response = await session.FitnessToPractise.RaiseConcernAsync(request, session.Call());
            session.Output.Show(response.Case, CasePresentation.Case);
        });
    }
}
