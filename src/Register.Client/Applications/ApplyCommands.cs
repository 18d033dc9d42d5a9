using Register.Client.Documents;
using Register.Client.Input;

namespace Register.Client.Applications;

/// <summary>What an applicant does: apply, follow the application, withdraw it.</summary>
internal static class ApplyCommands
{
    private static readonly Argument<string?> Name = Typed.Resource("APPLICATION", ResourceNames.Applications, "The application");

    public static Command Group()
    {
        var apply = Submit();
        apply.Add(Show());
        apply.Add(List());
        apply.Add(Withdraw());
        foreach (var step in ApplicantSteps.All())
            apply.Add(step);
        apply.Add(Attach.Declare());
        apply.Add(DocumentCommands.List("apply"));
        apply.Add(DocumentCommands.Fetch("apply"));
        return apply;
    }

    private static RegisterCommand Submit()
    {
        var file = Typed.File("--file", "The application as JSON", required: true);
        var overrides = new ApplicationOverrides();
        var distinct = new Option<bool>("--distinct-person") { Description = "Say that you are another person of the same name and date of birth" };
        var command = new RegisterCommand("apply",
            "Applies for registration with a JSON file; options override what the file says. Role: applicant.",
            "register apply --file application.json",
            "register apply --file application.json --programme programmes/1f0c --candidate-number C-0042",
            "register apply --route grandparenting --file g.json",
            """  { "practice_areas": ["obstetric"], "practice": { "never_registered": true, "periods": [""",
            """    { "from": "2022-01-01", "to": "2026-01-31", "whole_time_percent": 80, "setting": "Leeds" } ] }, … }""",
            """  INTERNATIONAL: "qualification": { "title": "…", "institution": "…", "country": "PT", "awarded_on": "2020-07-01", "english_language": "IELTS 7.5" }""",
            """  VOLUNTARY_REGISTER_TRANSFER: "voluntary_register_entry": { "register": "RCT", "number": "4711" }""",
            """  READMISSION, RESTORATION: "held_registration": "registrants/SON1", "updating": { "activities": [""",
            """    { "kind": "formal study", "hours": 210, "from": "2028-03-01", "to": "2028-06-30" } ], "signed_by": "registrants/SON2" }""",
            "register apply show applications/9a2b --wait-for-number")
        {
            file, distinct,
        };
        foreach (var option in overrides.Options)
            command.Add(option);
        return command.Changes(async session =>
        {
            var application = await JsonInput.Read(session.Get(file)!, Application.Parser, session.Cancelled);
            overrides.Apply(session, application);
            var request = new SubmitApplicationRequest { RequestId = session.Change(), Application = application, DistinctPerson = session.Get(distinct) };
            var response = await session.Applications.SubmitApplicationAsync(request, session.Call());
            session.Output.Show(response.Application, ApplicationPresentation.Application);
        });
    }

    private static RegisterCommand Show()
    {
        var wait = new Option<bool>("--wait-for-number") { Description = "Wait up to 15 s for the number; with --quiet print it" };
        return new RegisterCommand("show", "Shows an application. Roles: applicant (own), registrar, auditor.",
            "register apply show applications/9a2b",
            "register apply show applications/9a2b --wait-for-number --quiet")
        {
            Name, wait, CommonOptions.MinimumVersion,
        }.Does(async session =>
        {
            var name = session.Get(Name)!;
            if (session.Get(wait))
                session.Output.Show(await NumberGiven.WaitFor(session, name), NumberGiven.Presentation);
            else
                await ApplicationDetails.Show(session, name);
        });
    }

    private static RegisterCommand List() =>
        new RegisterCommand("list", "Lists your own applications.", "register apply list") { CommonOptions.Limit }
            .Does(session => ApplicationList.Show(session, new ListApplicationsRequest()));

    private static RegisterCommand Withdraw() =>
        new RegisterCommand("withdraw", "Withdraws your application before a decision. Role: applicant.",
            "register apply withdraw applications/9a2b")
        {
            Name,
        }.Changes(async session =>
        {
            var request = new WithdrawApplicationRequest { Name = session.Get(Name), RequestId = session.Change() };
            var response = await session.Applications.WithdrawApplicationAsync(request, session.Call());
            session.Output.Show(response.Application, ApplicationPresentation.Application);
        });
}
