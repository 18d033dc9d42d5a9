using Register.Client.Input;

namespace Register.Client.Cases;

/// <summary>How an officer ends a case before a committee has it, or in another one.</summary>
internal static class Endings
{
    public static RegisterCommand Join(Argument<string?> name)
    {
        var into = Typed.ResourceOption("--into", ResourceNames.Cases, "The case that it goes on in", required: true);
        return new RegisterCommand("join", "Lets a case go on in another one about the same registrant. Role: ftp-officer.",
            "register case join cases/5e1d --into cases/77aa")
        {
            name, into,
        }.Changes(async session =>
        {
            var request = new JoinCaseRequest { RequestId = session.Change(), Name = session.Get(name), Into = session.Get(into) };
            var response = await session.FitnessToPractise.JoinCaseAsync(request, session.Call());
            session.Output.Show(response.Case, CasePresentation.Case);
        });
    }

    public static RegisterCommand Close(Argument<string?> name)
    {
        var reasons = Typed.Text("--reasons", "Why it is closed", "TEXT", required: true);
        return new RegisterCommand("close", "Closes a case before any committee was convened; an interim order in force ends with it. Role: ftp-officer.",
            "register case close cases/5e1d --reasons \"The concern was withdrawn.\"")
        {
            name, reasons,
        }.Changes(async session =>
        {
            var request = new CloseCaseRequest { Name = session.Get(name), Reasons = session.Get(reasons), RequestId = session.Change() };
            var response = await session.FitnessToPractise.CloseCaseAsync(request, session.Call());
            session.Output.Show(response.Case, CasePresentation.Case);
        });
    }
}
