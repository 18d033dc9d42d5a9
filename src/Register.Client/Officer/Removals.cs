using Register.Client.Input;
using Register.Client.Renewal;

namespace Register.Client.Officer;

/// <summary>Taking an entry off the register, each way by its own right.</summary>
internal static class Removals
{
    private static readonly Argument<string?> Number = Typed.Resource("NUMBER", ResourceNames.Registrants, "The registration number");
    private static readonly Option<string> Reasons = Typed.Text("--reasons", "Reasons for the removal", "TEXT", required: true);

    public static Command Group() => RegisterCommand.Holding("remove", "Takes an entry off the register from today.",
        Way("agreement", "By agreement; only restoration leads back. Roles: registrar, panel.", async (session, id, name, reasons) =>
            (await session.Renewal.RemoveByAgreementAsync(new() { RequestId = id, Name = name, Reasons = reasons }, session.Call())).Tenure),
        Way("strike-off", "Strikes off; only restoration leads back. Role: panel.", async (session, id, name, reasons) =>
            (await session.Renewal.StrikeOffAsync(new() { RequestId = id, Name = name, Reasons = reasons }, session.Call())).Tenure),
        Way("incorrect", "An entry that should never have been made. Role: registrar.", (session, id, name, reasons) =>
            RemoveEntry(session, id, name, reasons, EntryFault.Incorrect)),
        Way("fraudulent", "An entry that was obtained by fraud. Role: registrar.", (session, id, name, reasons) =>
            RemoveEntry(session, id, name, reasons, EntryFault.Fraudulent)),
        Way("cpd", "For CPD that does not meet the standards, when no appeal can come any more. Role: registrar.", async (session, id, name, reasons) =>
            (await session.Renewal.RemoveForCpdAsync(new() { RequestId = id, Name = name, Reasons = reasons }, session.Call())).Tenure),
        Death());

    private static RegisterCommand Way(string name, string description, Func<Session, RequestId, string, string, Task<Tenure>> remove) =>
        new RegisterCommand(name, description, $"register officer remove {name} SON123 --reasons \"Decided on 1 March.\"")
        {
            Number, Reasons,
        }.Changes(async session =>
            session.Output.Show(await remove(session, session.Change(), session.Get(Number)!, session.Get(Reasons)!), TenurePresentations.Tenure));

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

    private static async Task<Tenure> RemoveEntry(Session session, RequestId id, string name, string reasons, EntryFault fault) =>
        (await session.Renewal.RemoveEntryAsync(new() { RequestId = id, Name = name, Fault = fault, Reasons = reasons }, session.Call())).Tenure;
}
