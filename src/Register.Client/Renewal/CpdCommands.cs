using Register.Client.Errors;
using Register.Client.Input;

namespace Register.Client.Renewal;

/// <summary>CPD audits: what registrants hand in, and what officers decide.</summary>
internal static class CpdCommands
{
    private static readonly Argument<string?> Number = Typed.Resource("NUMBER", ResourceNames.Registrants, "The registration number");
    private static readonly Option<string> Reasons = Typed.Text("--reasons", "Reasons for the decision", "TEXT", required: true);

    public static Command Group() => RegisterCommand.Holding("cpd", "Audits of continuing professional development.",
        Submit(), Appeal(), List(), Decide(), DecideAppeal(), Draw());

    private static RegisterCommand Submit()
    {
        var file = Typed.File("--file", "The profile, a text file", required: true);
        return new RegisterCommand("submit", "Hands in one's own CPD profile. Role: applicant (own).", "register cpd submit SON123 --file profile.txt")
        {
            Number, file,
        }.Changes(async session =>
        {
            var request = new SubmitCpdProfileRequest
            {
                RequestId = session.Change(),
                Name = session.Get(Number),
                Profile = await Text(session.Get(file)!, session.Cancelled),
            };
            var response = await session.Renewal.SubmitCpdProfileAsync(request, session.Call());
            session.Output.Show(response.Tenure, TenurePresentations.Tenure);
        });
    }

    private static RegisterCommand Appeal()
    {
        var grounds = Typed.Text("--grounds", "Why the outcome is wrong", "TEXT", required: true);
        return new RegisterCommand("appeal", "Appeals within 28 days against \"does not meet\". Role: applicant (own).",
            "register cpd appeal SON123 --grounds \"The profile was for another year.\"")
        {
            Number, grounds,
        }.Changes(async session =>
        {
            var request = new AppealCpdOutcomeRequest { RequestId = session.Change(), Name = session.Get(Number), Grounds = session.Get(grounds) };
            var response = await session.Renewal.AppealCpdOutcomeAsync(request, session.Call());
            session.Output.Show(response.Tenure, TenurePresentations.Tenure);
        });
    }

    private static RegisterCommand List() =>
        new RegisterCommand("list", "Lists the audits that wait for something. Roles: registrar, auditor.", "register cpd list")
        {
            CommonOptions.Limit,
        }.Does(async session =>
        {
            var audits = await Paging.Read(session.Get(CommonOptions.Limit), async (size, token) =>
            {
                var page = await session.Renewal.ListCpdAuditsAsync(new() { PageSize = size, PageToken = token }, session.Call());
                return new Page<CpdAudit>(page.CpdAudits, page.NextPageToken);
            });
            session.Output.List(audits, TenurePresentations.Audit);
        });

    private static RegisterCommand Decide()
    {
        var outcome = Typed.Word<CpdOutcome>("--outcome", "What the audit comes to", required: true);
        return new RegisterCommand("decide", "Decides on an audit. Role: registrar.",
            "register cpd decide SON123 --outcome meets-standards --reasons \"A full profile.\"")
        {
            Number, outcome, Reasons,
        }.Changes(async session =>
        {
            var request = new DecideCpdAuditRequest
            {
                RequestId = session.Change(),
                Name = session.Get(Number),
                Outcome = session.Get(outcome)!.Value,
                Reasons = session.Get(Reasons),
            };
            var response = await session.Renewal.DecideCpdAuditAsync(request, session.Call());
            session.Output.Show(response.Tenure, TenurePresentations.Tenure);
        });
    }

    private static RegisterCommand DecideAppeal()
    {
        var decision = Typed.Word<AppealDecision>("--decision", "What the appeal comes to", required: true);
        return new RegisterCommand("decide-appeal", "Decides on an appeal. Role: registrar, not the one who decided the audit.",
            "register cpd decide-appeal SON123 --decision dismissed --reasons \"Nothing new was shown.\"")
        {
            Number, decision, Reasons,
        }.Changes(async session =>
        {
            var request = new DecideCpdAppealRequest
            {
                RequestId = session.Change(),
                Name = session.Get(Number),
                Decision = session.Get(decision)!.Value,
                Reasons = session.Get(Reasons),
            };
            var response = await session.Renewal.DecideCpdAppealAsync(request, session.Call());
            session.Output.Show(response.Tenure, TenurePresentations.Tenure);
        });
    }

    private static RegisterCommand Draw()
    {
        var round = Typed.Date("--round", "The renewal date of the round", required: true);
        return new RegisterCommand("draw", "Shows the draw of a round, with what it takes to draw it again. Roles: registrar, auditor.",
            "register cpd draw --round 2028-02-28")
        {
            round,
        }.Does(async session =>
        {
            var request = new GetCpdDrawRequest { Name = $"cpdaudits/{Dates.Text(session.Get(round))}" };
            var response = await session.Renewal.GetCpdDrawAsync(request, session.Call());
            session.Output.Show(response.CpdDraw, TenurePresentations.Draw);
        });
    }

    private static async Task<string> Text(FileInfo file, CancellationToken cancelled)
    {
        try
        {
            return await File.ReadAllTextAsync(file.FullName, cancelled);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw CommandFailure.WrongInput($"The file {file.Name} cannot be read.");
        }
    }
}
