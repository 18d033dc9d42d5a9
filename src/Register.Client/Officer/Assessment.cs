using Register.Client.Applications;
using Register.Client.Errors;
using Register.Client.Input;
using Register.Client.Terminal;

namespace Register.Client.Officer;

/// <summary>The worklist, and checking the evidence of an application.</summary>
internal static class Assessment
{
    private static readonly Argument<string?> Name = Typed.Resource("APPLICATION", ResourceNames.Applications, "The application");

    public static RegisterCommand Worklist()
    {
        var state = Typed.Word<ApplicationState>("--state", "Only applications in this state");
        return new RegisterCommand("worklist", "Lists applications, oldest first. Roles: registrar, auditor.",
            "register officer worklist --state submitted")
        {
            state, CommonOptions.Limit,
        }.Does(session => ApplicationList.Show(session, session.Get(state)));
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
            "register officer check applications/9a2b --evidence all",
            "register officer check applications/9a2b --evidence health --outcome not-satisfied --note \"asked for a report\"")
        {
            Name, evidence, outcome, note,
        }.Changes(async session =>
        {
            var kinds = KindsOf(session.Get(evidence)!);
            Application? application = null;
            foreach (var kind in kinds)
            {
                var request = new RecordCheckRequest
                {
                    Name = session.Get(Name),
                    Evidence = kind,
                    Outcome = session.Get(outcome) ?? CheckOutcome.Satisfied,
                    Note = session.Get(note) ?? "",
                };
                request.RequestId = session.Change().For(request);
                application = (await session.Applications.RecordCheckAsync(request, session.Call())).Application;
                session.DoneSoFar = $"The checks up to {Words.Of(kind)} were recorded before.";
            }

            session.Output.Show(application!, ApplicationPresentation.Application);
        });
    }

    private static IReadOnlyList<EvidenceKind> KindsOf(string[] words) =>
        words.Contains("all", StringComparer.OrdinalIgnoreCase)
            ? EvidenceKinds.All
            : [.. words.Select(word => Words.Parse<EvidenceKind>(word, "--evidence")).Distinct()];
}
