using Register.Client.Input;

namespace Register.Client.Cases;

/// <summary>From the concern to the question whether there is a case to answer.</summary>
internal static class Inquiries
{
    private static readonly Option<string> Reasons = Typed.Text("--reasons", "Why", "TEXT", required: true);

    public static RegisterCommand Triage(Argument<string?> name)
    {
        var met = new Option<bool>("--threshold-met")
        {
            Description = "Whether the concern, if true, meets the threshold: true, or false, which ends the case",
            HelpName = "true|false",
            Required = true,
            Arity = ArgumentArity.ExactlyOne,
        };
        return new RegisterCommand("triage", "Says whether a concern meets the threshold. Role: ftp-officer.",
            "register case triage cases/5e1d --threshold-met true --reasons \"Serious, if true.\"")
        {
            name, met, Reasons,
        }.Changes(async session =>
        {
            var request = new TriageCaseRequest
            {
                RequestId = session.Change(),
                Name = session.Get(name),
                ThresholdMet = session.Get(met),
                Reasons = session.Get(Reasons),
            };
            var response = await session.FitnessToPractise.TriageCaseAsync(request, session.Call());
            session.Output.Show(response.Case, CasePresentation.Case);
        });
    }

    public static RegisterCommand Report(Argument<string?> name)
    {
        var allegations = Typed.Text("--allegations", "What the investigation came to", "TEXT", required: true);
        return new RegisterCommand("report", "Reports an investigation: the allegations for the investigating committee. Role: ftp-officer.",
            "register case report cases/5e1d --allegations \"Reported scans that were not made.\"")
        {
            name, allegations,
        }.Changes(async session =>
        {
            var request = new ReportInvestigationRequest
            {
                RequestId = session.Change(),
                Name = session.Get(name),
                Allegations = session.Get(allegations),
            };
            var response = await session.FitnessToPractise.ReportInvestigationAsync(request, session.Call());
            session.Output.Show(response.Case, CasePresentation.Case);
        });
    }

    public static RegisterCommand Answer(Argument<string?> name)
    {
        var referTo = Typed.Word<CommitteeKind>("--refer-to", "The committee that is to decide the case");
        var noCase = new Option<bool>("--no-case") { Description = "There is no case to answer, which ends the case" };
        var command = new RegisterCommand("answer", "Records, as the chair of the investigating committee, whether there is a case to answer. Role: panel.",
            "register case answer cases/5e1d --refer-to conduct-and-competence --reasons \"A realistic prospect.\"",
            "register case answer cases/5e1d --no-case --reasons \"No realistic prospect.\"")
        {
            name, referTo, noCase, Reasons,
        };
        command.Validators.Add(result =>
        {
            if (result.GetResult(referTo) is null == !result.GetValue(noCase))
                result.AddError("Give either --refer-to or --no-case.");
        });
        return command.Changes(async session =>
        {
            var request = new DecideCaseToAnswerRequest
            {
                RequestId = session.Change(),
                Name = session.Get(name),
                CaseToAnswer = !session.Get(noCase),
                ReferredTo = session.Get(referTo) ?? CommitteeKind.Unspecified,
                Reasons = session.Get(Reasons),
            };
            var response = await session.FitnessToPractise.DecideCaseToAnswerAsync(request, session.Call());
            session.Output.Show(response.Case, CasePresentation.Case);
        });
    }
}
