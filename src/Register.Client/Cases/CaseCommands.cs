using Register.Client.Input;

namespace Register.Client.Cases;

/// <summary>Fitness to practise: concerns, cases, and the orders and sanctions that protect the public.</summary>
internal static class CaseCommands
{
    private static readonly Argument<string?> Name = Typed.Resource("CASE", ResourceNames.Cases, "The case");

    public static Command Group() => RegisterCommand.Holding("case", "Fitness to practise: concerns, cases, interim orders, sanctions.",
    [
        Concerns.Raise(), CaseList.List(), Show(),
        Concerns.Attach(Name), Inquiries.Triage(Name), Inquiries.Report(Name),
        Committees.Convene(Name), Inquiries.Answer(Name), Concerns.Reopen(Name), Committees.Schedule(Name),
        InterimOrders.Impose(Name), InterimOrders.Review(Name), InterimOrders.Extend(Name), InterimOrders.Revoke(Name),
        Committees.Decide(Name), Committees.Confirm(Name),
        Sanctions.Notify(Name), Sanctions.Appeal(Name), Sanctions.Dispose(Name),
        Agreements.Agree(Name), Agreements.Confirm(Name),
        Endings.Join(Name), Endings.Close(Name),
    ]);

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
}
