using Register.Client.Input;

namespace Register.Client.Practice;

/// <summary>Departments endorsed for preceptorship.</summary>
internal static class DepartmentCommands
{
    private static readonly Argument<string?> Name = Typed.Resource("DEPARTMENT", ResourceNames.Departments, "The department's ODS code");

    public static Command Group() => RegisterCommand.Holding("department", "Departments endorsed for preceptorship.", Endorse(), Withdraw(), Show());

    private static RegisterCommand Endorse()
    {
        var from = Typed.Date("--from", "The first day of the three years", required: true);
        return new RegisterCommand("endorse", "Endorses a department for three years. Role: accreditor.",
            "register practice department endorse RR8 --from 2027-03-01")
        {
            Name, from,
        }.Changes(async session =>
        {
            var request = new EndorseDepartmentRequest { RequestId = session.Change(), Name = session.Get(Name), From = session.Get(from) };
            var response = await session.Preceptorships.EndorseDepartmentAsync(request, session.Call());
            session.Output.Show(response.Department, PracticePresentation.Department);
        });
    }

    private static RegisterCommand Withdraw()
    {
        var reasons = Typed.Text("--reasons", "Why it is withdrawn", "TEXT", required: true);
        return new RegisterCommand("withdraw", "Withdraws the endorsement from today on. Role: accreditor.",
            "register practice department withdraw RR8 --reasons \"No supervisors left.\"")
        {
            Name, reasons,
        }.Changes(async session =>
        {
            var request = new WithdrawEndorsementRequest { RequestId = session.Change(), Name = session.Get(Name), Reasons = session.Get(reasons) };
            var response = await session.Preceptorships.WithdrawEndorsementAsync(request, session.Call());
            session.Output.Show(response.Department, PracticePresentation.Department);
        });
    }

    private static RegisterCommand Show() =>
        new RegisterCommand("show", "Shows a department's endorsements. Public.", "register practice department show RR8")
        {
            Name, CommonOptions.MinimumVersion,
        }.Does(async session =>
        {
            var request = new GetDepartmentRequest { Name = session.Get(Name), MinimumVersion = session.Get(CommonOptions.MinimumVersion) };
            var response = await session.Preceptorships.GetDepartmentAsync(request, session.Call());
            session.Output.Show(response.Department, PracticePresentation.Department);
        });
}
