using Register.Client.Applications;
using Register.Client.Errors;
using Register.Client.Input;
using Register.Client.Terminal;

namespace Register.Client.Officer;

/// <summary>The worklist, and checking the evidence of an application.</summary>
internal static class Assessment
{
    private static readonly Argument<string[]> Names = Typed.Resources("APPLICATION", ResourceNames.Applications, "The applications");
    private static readonly Argument<string?> Name = Typed.Resource("APPLICATION", ResourceNames.Applications, "The application");

    public static RegisterCommand Worklist()
    {
        var state = Typed.Word<ApplicationState>("--state", "Only applications in this state");
        var route = Typed.Word<EntryRoute>("--route", "Only applications by this route");
        var older = Typed.Count("--older-than", "Only applications submitted more than so many days ago", "DAYS");
        var assigned = Typed.Text("--assigned-to", "Only applications that wait for this assessor's finding", "SUBJECT");
        return new RegisterCommand("worklist", "Lists applications, oldest first. Roles: registrar, auditor.",
            "register officer worklist --state submitted --older-than 14",
            "register officer worklist --route grandparenting --assigned-to ada")
        {
            state, route, older, assigned, CommonOptions.Limit,
        }.Does(session => ApplicationList.Show(session, new ListApplicationsRequest
        {
            State = session.Get(state) ?? ApplicationState.Unspecified,
            Route = session.Get(route) ?? EntryRoute.Unspecified,
            OlderThanDays = session.Get(older),
            AssignedTo = session.Get(assigned) ?? "",
        }));
    }

    public static RegisterCommand Show() =>
        new RegisterCommand("show", "Shows an application with its checks. Roles: registrar, auditor.",
            "register officer show applications/9a2b")
        {
            Name, CommonOptions.MinimumVersion,
        }.Does(session => ApplicationDetails.Show(session, session.Get(Name)!));

    public static RegisterCommand Check()
    {
        var evidence = new Option<string[]>("--evidence")
        {
            Description = $"The evidence checked: {Words.Choices<EvidenceKind>()}, or all; may be given several times",
            HelpName = "WORD",
            Required = true,
        };
        var outcome = Typed.Word<CheckOutcome>("--outcome", "What was found [default: satisfied]");
        var note = Typed.Text("--note", "What you noted; required when not satisfied", "TEXT");
        return new RegisterCommand("check", "Records that you checked evidence of an application. Role: registrar.",
            "register officer check applications/9a2b --evidence identity",
            "register officer check applications/9a2b applications/77c0 --evidence all",
            "register officer check applications/9a2b --evidence health --outcome not-satisfied --note \"asked for a report\"")
        {
            Names, evidence, outcome, note,
        }.Changes(async session =>
        {
            var words = session.Get(evidence)!;
            var all = words.Contains("all", StringComparer.OrdinalIgnoreCase);
            EvidenceKind[] kinds = all ? [EvidenceKind.Unspecified] : [.. words.Select(w => Words.Parse<EvidenceKind>(w, "--evidence")).Distinct()];
            await Many.Do(session, "Checking", session.Get(Names)!, async name =>
            {
                Application? application = null;
                foreach (var kind in kinds)
                {
                    var request = new RecordCheckRequest
                    {
                        Name = name,
                        Evidence = kind,
                        AllEvidence = all,
                        Outcome = session.Get(outcome) ?? CheckOutcome.Satisfied,
                        Note = session.Get(note) ?? "",
                    };
                    request.RequestId = session.Change().For(request);
                    application = (await session.Applications.RecordCheckAsync(request, session.Call())).Application;
                    session.DoneSoFar = "What came before was recorded.";
                }

                return application!;
            }, ApplicationPresentation.Application);
        });
    }
}
