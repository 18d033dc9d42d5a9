using Register.Client.Input;

namespace Register.Client.Cases;

/// <summary>Committees, their hearings and what they decide.</summary>
internal static class Committees
{
    public static RegisterCommand Convene(Argument<string?> name)
    {
        var kind = Typed.Word<CommitteeKind>("--kind", "Which committee", required: true);
        var members = new Option<string[]>("--member")
        {
            Description = "A member, by the subject of their token; once for each, the chair among them",
            HelpName = "SUBJECT",
            Required = true,
        };
        var chair = Typed.Text("--chair", "The member who chairs", "SUBJECT", required: true);
        return new RegisterCommand("convene", "Convenes the committee of the stage that a case is at. Role: ftp-officer.",
            "register case convene cases/5e1d --kind investigating --member ines --member omar --member wen --chair ines")
        {
            name, kind, members, chair,
        }.Changes(async session =>
        {
            var request = new ConveneCommitteeRequest
            {
                RequestId = session.Change(),
                Name = session.Get(name),
                Committee = new() { Kind = session.Get(kind)!.Value, Members = { session.Get(members) }, Chair = session.Get(chair) },
            };
            var response = await session.FitnessToPractise.ConveneCommitteeAsync(request, session.Call());
            session.Output.Show(response.Case, CasePresentation.Case);
        });
    }

    public static RegisterCommand Schedule(Argument<string?> name)
    {
        var on = Typed.Date("--on", "The day of the hearing", required: true);
        var allegations = Typed.Text("--allegations", "What is heard; published four weeks before, save on health and before there is a case to answer", "TEXT", required: true);
        return new RegisterCommand("schedule", "Schedules a hearing; one that is still to come is put off by it. Role: ftp-officer.",
            "register case schedule cases/5e1d --on 2027-05-03 --allegations \"Reported scans that were not made.\"")
        {
            name, on, allegations,
        }.Changes(async session =>
        {
            var request = new ScheduleHearingRequest
            {
                RequestId = session.Change(),
                Name = session.Get(name),
                Hearing = new() { On = session.Get(on), Allegations = session.Get(allegations) },
            };
            var response = await session.FitnessToPractise.ScheduleHearingAsync(request, session.Call());
            session.Output.Show(response.Case, CasePresentation.Case);
        });
    }

    public static RegisterCommand Decide(Argument<string?> name)
    {
        var occasion = Typed.Word<DecisionOccasion>("--occasion", "On what occasion", required: true);
        var outcome = Typed.Word<DecisionOutcome>("--outcome", "What is decided", required: true);
        var reasons = Typed.Text("--reasons", "Why", "TEXT", required: true);
        return new RegisterCommand("decide", "Records, as the chair, what the committee decided; a second member confirms it. Role: panel.",
            "register case decide cases/5e1d --occasion hearing --outcome sanction --sanction suspension --months 12 --public-text \"Suspended.\" --reasons \"Proved.\"",
            "register case decide cases/5e1d --occasion hearing --outcome no-action --reasons \"Not proved.\"",
            "register case decide cases/5e1d --occasion mandatory-review --outcome sanction --sanction conditions --months 18 --public-text \"Supervised.\" --reasons \"Progress.\"",
            "register case decide cases/5e1d --occasion early-review --outcome revoke --reasons \"Fit to practise.\"",
            "register case decide cases/5e1d --occasion restoration --outcome allow-restoration --reasons \"Insight shown.\"")
        {
            name, occasion, outcome, TermsOptions.Sanction, TermsOptions.Months, TermsOptions.PublicText, reasons,
        }.Changes(async session =>
        {
            var request = new RecordDecisionRequest
            {
                RequestId = session.Change(),
                Name = session.Get(name),
                Decision = new()
                {
                    Occasion = session.Get(occasion)!.Value,
                    Outcome = session.Get(outcome)!.Value,
                    Sanction = session.Terms(),
                    Reasons = session.Get(reasons),
                },
            };
            var response = await session.FitnessToPractise.RecordDecisionAsync(request, session.Call());
            session.Output.Show(response.Case, CasePresentation.Case);
        });
    }

    public static RegisterCommand Confirm(Argument<string?> name)
    {
        var decision = Typed.Count("--decision", "The number of the decision, as the case shows it", "N");
        decision.Required = true;
        return new RegisterCommand("confirm", "Confirms, as a second member, what the chair recorded. Role: panel.",
            "register case confirm cases/5e1d --decision 1")
        {
            name, decision,
        }.Changes(async session =>
        {
            var request = new ConfirmDecisionRequest { RequestId = session.Change(), Name = session.Get(name), Decision = session.Get(decision) };
            var response = await session.FitnessToPractise.ConfirmDecisionAsync(request, session.Call());
            session.Output.Show(response.Case, CasePresentation.Case);
        });
    }
}
