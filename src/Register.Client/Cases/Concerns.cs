using Register.Client.Input;

namespace Register.Client.Cases;

/// <summary>Concerns: raised, known to be about somebody, raised anew.</summary>
internal static class Concerns
{
    /// <summary>From a file, from options, or both: options override the file.</summary>
    public static RegisterCommand Raise()
    {
        var file = Typed.File("--file", "The concern as a case in JSON");
        var registrant = Typed.ResourceOption("--registrant", ResourceNames.Registrants, "Whom it is about: a registration number, if it is known");
        var ground = Typed.Word<Ground>("--ground", "What it is about");
        var concern = Typed.Text("--concern", "The concern in the words of whoever raised it", "TEXT");
        var receivedOn = Typed.Date("--received-on", "The day it was received");
        var source = Typed.Word<ConcernSource>("--source", "Who raises it");
        var body = Typed.Text("--body", "The other body whose decision it rests on", "TEXT");
        var reference = Typed.Text("--body-reference", "That decision, as the body names it", "TEXT");
        var command = new RegisterCommand("raise", "Opens a case with a concern. Everybody may, with or without a login.",
            "register case raise --file concern.json",
            "register case raise --registrant SON123 --ground misconduct --received-on 2027-03-01 --concern \"Reported scans not made.\"",
            "register case raise --ground misconduct --source patient --received-on 2027-03-01 --concern \"The sonographer at the Tuesday clinic.\"",
            "register case raise --registrant SON123 --ground determination-by-another-body --body HCPC --body-reference FTP-1234 --received-on 2027-03-01 --concern \"Suspended there.\"")
        {
            file, registrant, ground, concern, receivedOn, source, body, reference,
        };
        command.Validators.Add(result =>
        {
            Option[] needed = [ground, concern, receivedOn];
            if (result.GetResult(file) is null && needed.Any(option => result.GetResult(option) is null))
                result.AddError("Give --file, or all of --ground, --concern and --received-on.");
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
            raised.Source = session.Get(source) ?? raised.Source;
            if (session.Get(body) is not null || session.Get(reference) is not null)
                raised.OtherBody = new() { Body = session.Get(body) ?? "", Reference = session.Get(reference) ?? "" };
            var request = new RaiseConcernRequest { RequestId = session.Change(), Case = raised };
            var response = await session.FitnessToPractise.RaiseConcernAsync(request, session.Call());
            session.Output.Show(response.Case, CasePresentation.Case);
        });
    }

    public static RegisterCommand Attach(Argument<string?> name)
    {
        var registrant = Typed.Resource("NUMBER", ResourceNames.Registrants, "The registration number");
        return new RegisterCommand("attach", "Says whom a case is about, or that the person has another number too. Role: ftp-officer.",
            "register case attach cases/5e1d SON123")
        {
            name, registrant,
        }.Changes(async session =>
        {
            var request = new AttachRegistrantRequest { RequestId = session.Change(), Name = session.Get(name), Registrant = session.Get(registrant) };
            var response = await session.FitnessToPractise.AttachRegistrantAsync(request, session.Call());
            session.Output.Show(response.Case, CasePresentation.Case);
        });
    }

    public static RegisterCommand Reopen(Argument<string?> name)
    {
        var ground = Typed.Word<Ground>("--ground", "What the new concern is about", required: true);
        var concern = Typed.Text("--concern", "The new concern", "TEXT", required: true);
        var receivedOn = Typed.Date("--received-on", "The day it was received", required: true);
        return new RegisterCommand("reopen", "Reopens a case that ended with no case to answer, within three years, by a new concern. Role: ftp-officer.",
            "register case reopen cases/5e1d --ground misconduct --received-on 2028-03-01 --concern \"The same again.\"")
        {
            name, ground, concern, receivedOn,
        }.Changes(async session =>
        {
            var request = new ReopenCaseRequest
            {
                RequestId = session.Change(),
                Name = session.Get(name),
                Ground = session.Get(ground)!.Value,
                Concern = session.Get(concern),
                ReceivedOn = session.Get(receivedOn),
            };
            var response = await session.FitnessToPractise.ReopenCaseAsync(request, session.Call());
            session.Output.Show(response.Case, CasePresentation.Case);
        });
    }
}
