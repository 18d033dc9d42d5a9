using Register.Client.Input;
using Register.Client.Renewal;

namespace Register.Client.Officer;

/// <summary>Taking an entry off the register where no case does: what a panel decides or agrees is of a case.</summary>
internal static class Removals
{
    private static readonly Argument<string?> Number = Typed.Resource("NUMBER", ResourceNames.Registrants, "The registration number");

    public static Command Group() => RegisterCommand.Holding("remove", "Takes an entry off the register for CPD or by a death; for what a panel decides, see register case.",
        Cpd(),
        Death());

    private static RegisterCommand Cpd()
    {
        var reasons = Typed.Text("--reasons", "Reasons for the removal", "TEXT", required: true);
        return new RegisterCommand("cpd", "For CPD that does not meet the standards, when no appeal can come any more. Role: registrar.",
            "register officer remove cpd SON123 --reasons \"Decided on 1 March.\"")
        {
            Number, reasons,
        }.Changes(async session =>
        {
            var request = new RemoveForCpdRequest { RequestId = session.Change(), Name = session.Get(Number), Reasons = session.Get(reasons) };
            var response = await session.Renewal.RemoveForCpdAsync(request, session.Call());
            session.Output.Show(response.Tenure, TenurePresentations.Tenure);
        });
    }

    private static RegisterCommand Death()
    {
        var on = Typed.Date("--on", "The day of the death", required: true);
        return new RegisterCommand("death", "Records a death: off the register from the day after. Role: registrar.",
            "register officer remove death SON123 --on 2027-03-01")
        {
            Number, on,
        }.Changes(async session =>
        {
            var request = new RecordDeathRequest { RequestId = session.Change(), Name = session.Get(Number), DiedOn = session.Get(on) };
            var response = await session.Renewal.RecordDeathAsync(request, session.Call());
            session.Output.Show(response.Tenure, TenurePresentations.Tenure);
        });
    }
}
