using Register.Client.Input;

namespace Register.Client.Practice;

/// <summary>Preceptorship: planned, signed off capability by capability, completed.</summary>
internal static class PreceptorshipCommands
{
    private static readonly Argument<string?> Name = Typed.Resource("PRECEPTORSHIP", ResourceNames.Preceptorships, "The preceptorship");

    public static Command Group() => RegisterCommand.Holding("preceptorship", "Supported practice after qualifying.",
        Plan(), List(), Show(), SignOff(), Complete());

    private static RegisterCommand Plan()
    {
        var department = Typed.Text("--department", "The department's ODS code", "ODS");
        var from = Typed.Date("--from", "The first day");
        var capabilities = new Option<string[]>("--capability") { Description = "A capability to show; repeat it for each", HelpName = "TEXT" };
        var file = Typed.File("--file", "The plan as JSON: department, from, capabilities; options override it");
        var command = new RegisterCommand("plan", "Plans a preceptorship. Roles: applicant (own), employer (own department), registrar.",
            "register practice preceptorship plan --department RR8 --from 2027-03-01 --capability \"Obstetric dating\" --capability \"Abdominal aorta\"",
            "register practice preceptorship plan --file plan.json --registrant SON123")
        {
            department, from, capabilities, file, Whose.Registrant,
        };
        command.Validators.Add(result =>
        {
            Option[] needed = [department, from, capabilities];
            if (result.GetResult(file) is null && needed.Any(option => result.GetResult(option) is null))
                result.AddError("Give --file, or all of --department, --from and --capability.");
        });
        return command.Changes(async session =>
        {
            var plan = session.Get(file) is { } json ? await JsonInput.Read(json, Preceptorship.Parser, session.Cancelled) : new Preceptorship();
            plan.Department = (session.Get(department) ?? plan.Department).ToUpperInvariant();
            plan.From = session.Get(from) ?? plan.From;
            if (session.Get(capabilities) is { Length: > 0 } given)
            {
                plan.Capabilities.Clear();
                plan.Capabilities.Add(given);
            }
            if (session.Get(Whose.Registrant) is not null || plan.Registrant.Length == 0)
                plan.Registrant = await Whose.Practice(session);
            plan.Registrant = ResourceNames.In(ResourceNames.Registrants, plan.Registrant) ?? plan.Registrant;
            var request = new PlanPreceptorshipRequest { RequestId = session.Change(), Preceptorship = plan };
            var response = await session.Preceptorships.PlanPreceptorshipAsync(request, session.Call());
            session.Output.Show(response.Preceptorship, PracticePresentation.Preceptorship);
        });
    }

    private static RegisterCommand List() =>
        new RegisterCommand("list", "Lists preceptorships. Roles: applicant (own), employer (own department), registrar, auditor.",
            "register practice preceptorship list --registrant SON123")
        {
            Whose.Registrant, CommonOptions.Limit,
        }.Does(async session =>
        {
            var preceptorships = await Paging.Read(session.Get(CommonOptions.Limit), async (size, token) =>
            {
                var request = new ListPreceptorshipsRequest { PageSize = size, PageToken = token, Registrant = session.Get(Whose.Registrant) ?? "" };
                var page = await session.Preceptorships.ListPreceptorshipsAsync(request, session.Call());
                return new Page<Preceptorship>(page.Preceptorships, page.NextPageToken);
            });
            session.Output.List(preceptorships, PracticePresentation.Preceptorship);
        });

    private static RegisterCommand Show() =>
        new RegisterCommand("show", "Shows a preceptorship. Roles: applicant (own), employer (own department), registrar, auditor.",
            "register practice preceptorship show preceptorships/5e1d")
        {
            Name, CommonOptions.MinimumVersion,
        }.Does(async session =>
        {
            var request = new GetPreceptorshipRequest { Name = session.Get(Name), MinimumVersion = session.Get(CommonOptions.MinimumVersion) };
            var response = await session.Preceptorships.GetPreceptorshipAsync(request, session.Call());
            session.Output.Show(response.Preceptorship, PracticePresentation.Preceptorship);
        });

    private static RegisterCommand SignOff()
    {
        var capability = Typed.Text("--capability", "One of the plan's capabilities", "TEXT", required: true);
        var on = Typed.Date("--on", "The day it was seen", required: true);
        return new RegisterCommand("sign-off", "Signs for one capability. Roles: employer (own department), registrar; nobody their own.",
            "register practice preceptorship sign-off preceptorships/5e1d --capability \"Obstetric dating\" --on 2027-05-01")
        {
            Name, capability, on,
        }.Changes(async session =>
        {
            var request = new SignOffCapabilityRequest
            {
                RequestId = session.Change(),
                Name = session.Get(Name),
                Capability = session.Get(capability),
                On = session.Get(on),
            };
            var response = await session.Preceptorships.SignOffCapabilityAsync(request, session.Call());
            session.Output.Show(response.Preceptorship, PracticePresentation.Preceptorship);
        });
    }

    private static RegisterCommand Complete()
    {
        var on = Typed.Date("--on", "The last day", required: true);
        return new RegisterCommand("complete", "Completes it when all is signed off. Roles: employer (own department), registrar; nobody their own.",
            "register practice preceptorship complete preceptorships/5e1d --on 2027-09-01")
        {
            Name, on,
        }.Changes(async session =>
        {
            var request = new CompletePreceptorshipRequest { RequestId = session.Change(), Name = session.Get(Name), On = session.Get(on) };
            var response = await session.Preceptorships.CompletePreceptorshipAsync(request, session.Call());
            session.Output.Show(response.Preceptorship, PracticePresentation.Preceptorship);
        });
    }
}
