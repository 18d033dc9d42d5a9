using Register.Client.Applications;
using Register.Client.Input;

namespace Register.Client.Officer;

/// <summary>Two people of the same name and date of birth exist: an officer says so.</summary>
internal static class DistinctPerson
{
    public static RegisterCommand Record()
    {
        var name = Typed.Resource("APPLICATION", ResourceNames.Applications, "The application that was turned away");
        var reasons = Typed.Text("--reasons", "What shows that it is a different person", "TEXT", required: true);
        return new RegisterCommand("distinct-person",
            "Records that the applicant is not the person who has an application or a registration under the same name and date of birth: "
            + "the application goes on. Role: registrar.",
            "register officer distinct-person applications/9a2b --reasons \"Two birth certificates seen.\"")
        {
            name, reasons,
        }.Changes(async session =>
        {
            var request = new RecordDistinctPersonRequest
            {
                RequestId = session.Change(),
                Name = session.Get(name),
                Reasons = session.Get(reasons),
            };
            var response = await session.Identity.RecordDistinctPersonAsync(request, session.Call());
            session.Output.Show(response.Application, ApplicationPresentation.Application);
        });
    }
}
