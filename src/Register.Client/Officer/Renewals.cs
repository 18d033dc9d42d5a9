using Register.Client.Input;
using Register.Client.Renewal;

namespace Register.Client.Officer;

/// <summary>How a renewal round stands, and what registrants were told.</summary>
internal static class Renewals
{
    public static RegisterCommand Dashboard()
    {
        var round = Typed.Date("--round", "The renewal date of the round [default: that of today's period]");
        var asAt = Typed.Date("--as-at", "The day to answer for [default: today]");
        return new RegisterCommand("renewals", "Shows how a renewal round stands: due, renewed, lapsing, lapsed, by week. Role: registrar.",
            "register officer renewals",
            "register officer renewals --round 2028-02-28 --as-at 2028-02-01")
        {
            round, asAt,
        }.Does(async session =>
        {
            var request = new GetRenewalDashboardRequest { Round = session.Get(round), AsAt = session.Get(asAt) };
            var response = await session.Renewal.GetRenewalDashboardAsync(request, session.Call());
            session.Output.Show(response.Dashboard, TenurePresentations.Dashboard);
        });
    }

    public static RegisterCommand Notices()
    {
        var number = Typed.Resource("NUMBER", ResourceNames.Registrants, "The registration number");
        return new RegisterCommand("notices", "Lists a registrant's notices and whether they were sent. Roles: registrar, auditor; applicant (own).",
            "register officer notices SON123")
        {
            number,
        }.Does(async session =>
        {
            var response = await session.Renewal.ListNoticesAsync(new ListNoticesRequest { Parent = session.Get(number) }, session.Call());
            session.Output.List(response.Notices, TenurePresentations.Notice);
        });
    }
}
