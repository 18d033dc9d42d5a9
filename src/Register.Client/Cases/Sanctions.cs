using Register.Client.Input;

namespace Register.Client.Cases;

/// <summary>What follows a sanction: notice, appeal and its end.</summary>
internal static class Sanctions
{
    public static RegisterCommand Notify(Argument<string?> name)
    {
        var on = Typed.Date("--on", "The day the registrant was told", required: true);
        return new RegisterCommand("notify", "Records that the registrant was told of the sanction: 28 days for an appeal run from that day. Role: ftp-officer.",
            "register case notify cases/5e1d --on 2027-05-04")
        {
            name, on,
        }.Changes(async session =>
        {
            var request = new ServeNoticeRequest { RequestId = session.Change(), Name = session.Get(name), NotifiedOn = session.Get(on) };
            var response = await session.FitnessToPractise.ServeNoticeAsync(request, session.Call());
            session.Output.Show(response.Case, CasePresentation.Case);
        });
    }

    public static RegisterCommand Appeal(Argument<string?> name)
    {
        var grounds = Typed.Text("--grounds", "Why", "TEXT", required: true);
        var lodgedOn = Typed.Date("--lodged-on", "For officers: the day the appeal was lodged; today unless told");
        var decision = Typed.Count("--decision", "For officers: the number of the decision, as the case shows it; the last unless told. What reviews made since of its sanction falls", "N");
        return new RegisterCommand("appeal", "Appeals against a sanction. Roles: applicant (own), ftp-officer.",
            "register case appeal cases/5e1d --grounds \"Out of proportion.\"",
            "register case appeal cases/5e1d --lodged-on 2027-06-01 --grounds \"Out of proportion.\"",
            "register case appeal cases/5e1d --decision 1 --lodged-on 2027-06-01 --grounds \"Out of proportion.\"")
        {
            name, grounds, lodgedOn, decision,
        }.Changes(async session =>
        {
            var request = new LodgeSanctionAppealRequest
            {
                RequestId = session.Change(),
                Name = session.Get(name),
                Grounds = session.Get(grounds),
                LodgedOn = session.Get(lodgedOn),
                Decision = session.Get(decision),
            };
            var response = await session.FitnessToPractise.LodgeSanctionAppealAsync(request, session.Call());
            session.Output.Show(response.Case, CasePresentation.Case);
        });
    }

    public static RegisterCommand Dispose(Argument<string?> name)
    {
        var outcome = Typed.Word<SanctionAppealOutcome>("--outcome", "How it ended", required: true);
        var on = Typed.Date("--on", "The day of the judgment or of the withdrawal", required: true);
        var reference = Typed.Text("--reference", "The judgment, as the court names it", "TEXT", required: true);
        return new RegisterCommand("dispose", "Records what became of an appeal. Role: ftp-officer.",
            "register case dispose cases/5e1d --outcome dismissed --on 2027-09-01 --reference \"[2027] EWHC 17\"",
            "register case dispose cases/5e1d --outcome varied --on 2027-09-01 --reference \"[2027] EWHC 17\" --sanction conditions --months 12 --public-text \"Supervised.\"")
        {
            name, outcome, on, reference, TermsOptions.Sanction, TermsOptions.Months, TermsOptions.PublicText,
        }.Changes(async session =>
        {
            var request = new DisposeSanctionAppealRequest
            {
                RequestId = session.Change(),
                Name = session.Get(name),
                Outcome = session.Get(outcome)!.Value,
                DisposedOn = session.Get(on),
                Reference = session.Get(reference),
                Varied = session.Terms(),
            };
            var response = await session.FitnessToPractise.DisposeSanctionAppealAsync(request, session.Call());
            session.Output.Show(response.Case, CasePresentation.Case);
        });
    }
}
