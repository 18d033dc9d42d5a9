using Register.Client.Input;

namespace Register.Client.Renewal;

/// <summary>What registrants do to stay on the register, to leave it and to come back soon.</summary>
internal static class RenewalCommands
{
    private static readonly Argument<string?> Number = Typed.Resource("NUMBER", ResourceNames.Registrants, "The registration number");

    private static readonly Option<bool> Declare = new("--declare")
    {
        Description = "Makes the professional declaration: practice is safe and effective, CPD is done, indemnity is in place, character and health are as declared",
    };

    private static readonly Option<string> Fee = Typed.Text("--fee-reference", "The reference of the fee", "TEXT");

    public static RegisterCommand Renew() =>
        new RegisterCommand("renew",
            "Renews one's own registration for the next two years; open for three months up to the renewal date. Role: applicant (own).",
            "register renew SON123 --declare --fee-reference FEE-2028-17")
        {
            Number, Declare, Fee,
        }.Changes(async session =>
        {
            var request = new RenewRequest
            {
                RequestId = session.Change(),
                Name = session.Get(Number),
                Declared = session.Get(Declare),
                FeeReference = session.Get(Fee) ?? "",
            };
            var response = await session.Renewal.RenewAsync(request, session.Call());
            session.Output.Show(response.Tenure, TenurePresentations.Tenure);
        });

    public static RegisterCommand Readmit() =>
        new RegisterCommand("readmit", "Comes back within a month of a lapse; later, apply by the route readmission. Role: applicant (own).",
            "register readmit SON123 --declare --fee-reference FEE-2028-18")
        {
            Number, Declare, Fee,
        }.Changes(async session =>
        {
            var request = new ReadmitShortlyRequest
            {
                RequestId = session.Change(),
                Name = session.Get(Number),
                Declared = session.Get(Declare),
                FeeReference = session.Get(Fee) ?? "",
            };
            var response = await session.Renewal.ReadmitShortlyAsync(request, session.Call());
            session.Output.Show(response.Tenure, TenurePresentations.Tenure);
        });

    public static RegisterCommand Leave() =>
        new RegisterCommand("leave", "Leaves the register from today, by one's own wish. Role: applicant (own).", "register leave SON123")
        {
            Number,
        }.Changes(async session =>
        {
            var request = new LeaveRegisterRequest { RequestId = session.Change(), Name = session.Get(Number) };
            var response = await session.Renewal.LeaveRegisterAsync(request, session.Call());
            session.Output.Show(response.Tenure, TenurePresentations.Tenure);
        });

    public static RegisterCommand Show() =>
        new RegisterCommand("tenure",
            "Shows a registrant's time on the register: period, renewal, ways back, CPD audit. Roles: registrar, ftp-officer, panel, auditor; applicant (own).",
            "register tenure SON123")
        {
            Number,
        }.Does(async session =>
        {
            var request = new GetTenureRequest { Name = $"{session.Get(Number)}/tenure" };
            var response = await session.Renewal.GetTenureAsync(request, session.Call());
            session.Output.Show(response.Tenure, TenurePresentations.Tenure);
        });
}
