using Register.Client.Input;

namespace Register.Client.Cases;

/// <summary>Fitness to practise: concerns, cases, and the interim orders that protect the public.</summary>
internal static class CaseCommands
{
    private static readonly Argument<string?> Name = Typed.Resource("CASE", ResourceNames.Cases, "The case");

    public static Command Group() => RegisterCommand.Holding("case", "Fitness to practise: concerns, cases, interim orders.",
        Concerns.Raise(), List(), Show(), InterimOrders.Impose(Name), InterimOrders.Revoke(Name), Close());

    private static RegisterCommand List()
    {
        var state = Typed.Word<CaseState>("--state", "Only cases in this state");
        return new RegisterCommand("list", "Lists cases, oldest first. Roles: ftp-officer, panel, auditor.",
            "register case list --state open")
        {
            state, CommonOptions.Limit,
        }.Does(async session =>
        {
            var cases = await Paging.Read(session.Get(CommonOptions.Limit), async (size, token) =>
            {
                var wanted = session.Get(state) ?? CaseState.Unspecified;
                var request = new ListCasesRequest { PageSize = size, PageToken = token, State = wanted };
                var page = await session.FitnessToPractise.ListCasesAsync(request, session.Call());
                return new Page<Case>(page.Cases, page.NextPageToken);
            });
            session.Output.List(cases, CasePresentation.Case);
        });
    }

    private static RegisterCommand Show() =>
        new RegisterCommand("show", "Shows a case. Roles: ftp-officer, panel, auditor.", "register case show cases/5e1d")
        {
            Name, CommonOptions.MinimumVersion,
        }.Does(async session =>
        {
            var request = new GetCaseRequest { Name = session.Get(Name), MinimumVersion = session.Get(CommonOptions.MinimumVersion) };
            var response = await session.FitnessToPractise.GetCaseAsync(request, session.Call());
            session.Output.Show(response.Case, CasePresentation.Case);
        });

    private static RegisterCommand Close()
    {
        var reasons = Typed.Text("--reasons", "Why it is closed", "TEXT", required: true);
        return new RegisterCommand("close", "Closes a case; an interim order in force ends with it. Role: ftp-officer.",
            "register case close cases/5e1d --reasons \"No case to answer.\"")
        {
            Name, reasons,
        }.Changes(async session =>
        {
            var request = new CloseCaseRequest { Name = session.Get(Name), Reasons = session.Get(reasons), RequestId = session.Change() };
            var response = await session.FitnessToPractise.CloseCaseAsync(request, session.Call());
            session.Output.Show(response.Case, CasePresentation.Case);
        });
    }
}
