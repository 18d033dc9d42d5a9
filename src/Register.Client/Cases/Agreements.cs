using Register.Client.Input;

namespace Register.Client.Cases;

/// <summary>Removal by agreement: two people make it.</summary>
internal static class Agreements
{
    public static RegisterCommand Agree(Argument<string?> name)
    {
        var reasons = Typed.Text("--reasons", "Why", "TEXT", required: true);
        var text = Typed.Text("--public-text", "What the public entry says of it", "TEXT", required: true);
        return new RegisterCommand("agree", "Records that the registrant agreed to be removed from the register; while a committee has the case, its chair does. Roles: ftp-officer, panel.",
            "register case agree cases/5e1d --reasons \"Retired.\" --public-text \"Removed by agreement.\"")
        {
            name, reasons, text,
        }.Changes(async session =>
        {
            var request = new RecordRemovalAgreementRequest
            {
                RequestId = session.Change(),
                Name = session.Get(name),
                Reasons = session.Get(reasons),
                PublicText = session.Get(text),
            };
            var response = await session.FitnessToPractise.RecordRemovalAgreementAsync(request, session.Call());
            session.Output.Show(response.Case, CasePresentation.Case);
        });
    }

    public static RegisterCommand Confirm(Argument<string?> name) =>
        new RegisterCommand("confirm-agreement", "Confirms, as a second person, that the registrant is removed by agreement, today; while a committee has the case, another of its members does. Roles: ftp-officer, panel.",
            "register case confirm-agreement cases/5e1d")
        {
            name,
        }.Changes(async session =>
        {
            var request = new ConfirmRemovalAgreementRequest { RequestId = session.Change(), Name = session.Get(name) };
            var response = await session.FitnessToPractise.ConfirmRemovalAgreementAsync(request, session.Call());
            session.Output.Show(response.Case, CasePresentation.Case);
        });
}
