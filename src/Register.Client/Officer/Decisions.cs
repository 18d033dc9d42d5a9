using Register.Client.Applications;
using Register.Client.Input;

namespace Register.Client.Officer;

/// <summary>Granting and refusing: by another officer than the one who checked all the evidence.</summary>
internal static class Decisions
{
    private static readonly Argument<string[]> Names = Typed.Resources("APPLICATION", ResourceNames.Applications, "The applications");
    private static readonly Argument<string?> Name = Typed.Resource("APPLICATION", ResourceNames.Applications, "The application");
    private static readonly Option<string> Reasons = Typed.Text("--reasons", "Reasons for the decision", "TEXT", required: true);

    public static RegisterCommand Grant() =>
        new RegisterCommand("grant",
            "Grants registration, waits for the registration number and shows it. Role: registrar, not the one who checked it all.",
            "register officer grant applications/9a2b --reasons \"All evidence satisfactory.\"")
        {
            Names, Reasons,
        }.Changes(session => Many.Do(session, "Granting", session.Get(Names)!, async name =>
        {
            var request = new GrantApplicationRequest { Name = name, Reasons = session.Get(Reasons) };
            request.RequestId = session.Change().For(request);
            var granted = await session.Applications.GrantApplicationAsync(request, session.Call());
            return await NumberGiven.WaitFor(session, granted.Application.Name);
        }, NumberGiven.Presentation));

    public static RegisterCommand Refuse() =>
        new RegisterCommand("refuse", "Refuses registration, with reasons. Role: registrar, not the one who checked it all.",
            "register officer refuse applications/9a2b --reasons \"The award is not on a pass list.\"")
        {
            Name, Reasons,
        }.Changes(async session =>
        {
            var request = new RefuseApplicationRequest
            {
                RequestId = session.Change(),
                Name = session.Get(Name),
                Reasons = session.Get(Reasons),
            };
            var response = await session.Applications.RefuseApplicationAsync(request, session.Call());
            session.Output.Show(response.Application, ApplicationPresentation.Application);
        });

    public static RegisterCommand Erase() =>
        new RegisterCommand("erase",
            "Erases the personal data of an application that led to no registration and has been kept for six years: for ever, but for backups from before. Role: registrar.",
            "register officer erase applications/9a2b")
        {
            Name,
        }.Changes(async session =>
        {
            var request = new EraseApplicationRequest { RequestId = session.Change(), Name = session.Get(Name) };
            var response = await session.Applications.EraseApplicationAsync(request, session.Call());
            session.Output.Show(response.Application, ApplicationPresentation.Application);
        });
}
