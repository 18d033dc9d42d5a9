using Register.Client.Input;
using Register.Client.Officer;

namespace Register.Client.Particulars;

/// <summary>Names: changed with evidence, put right with a reason.</summary>
internal static class NameCommands
{
    private static readonly Argument<string?> Number = Typed.Resource("NUMBER", ResourceNames.Registrants, "The registration number");
    private static readonly Option<string> FullName = Typed.Text("--name", "The name, in any script", "NAME", required: true);
    private static readonly Option<Date?> From = Typed.Date("--from", "The first day of the name [default: today, or as recorded]");

    public static RegisterCommand Rename()
    {
        var evidence = Typed.Text("--evidence", "The reference of the evidence you have seen", "REFERENCE", required: true);
        return new RegisterCommand("rename", "Records that a registrant goes by another name (R23). Role: registrar.",
            "register officer rename SON123 --name \"Zoë Li\" --evidence \"marriage certificate 17\" --from 2027-03-01")
        {
            Number, FullName, evidence, From,
        }.Changes(async session =>
        {
            var request = new ChangeNameRequest
            {
                RequestId = session.Change(),
                Name = session.Get(Number),
                FullName = session.Get(FullName),
                EvidenceReference = session.Get(evidence),
                StartDate = session.Get(From),
            };
            var response = await session.Particulars.ChangeNameAsync(request, session.Call());
            session.Output.Show(response.Registrant, RegistrantPresentation.Registrant);
        });
    }

    public static RegisterCommand Correct()
    {
        var recorded = Typed.Date("--recorded-from", "The first day of the wrong name, as it is recorded", required: true);
        var reason = Typed.Text("--reason", "Why it was wrong", "TEXT", required: true);
        return new RegisterCommand("correct-name", "Puts right a name that was recorded wrongly (R3). Role: registrar.",
            "register officer correct-name SON123 --recorded-from 2027-03-01 --name \"Zoë Lee\" --reason \"Misread.\"")
        {
            Number, recorded, FullName, From, reason,
        }.Changes(async session =>
        {
            var request = new CorrectNameRequest
            {
                RequestId = session.Change(),
                Name = session.Get(Number),
                RecordedStartDate = session.Get(recorded),
                FullName = session.Get(FullName),
                StartDate = session.Get(From),
                Reason = session.Get(reason),
            };
            var response = await session.Particulars.CorrectNameAsync(request, session.Call());
            session.Output.Show(response.Registrant, RegistrantPresentation.Registrant);
        });
    }
}
