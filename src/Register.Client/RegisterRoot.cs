using System.CommandLine.Help;
using Register.Client.Applications;
using Register.Client.Apprenticeships;
using Register.Client.Audit;
using Register.Client.Cases;
using Register.Client.Education;
using Register.Client.Evidence;
using Register.Client.Login;
using Register.Client.Officer;
using Register.Client.Operations;
using Register.Client.Practice;
using Register.Client.Renewal;
using Register.Client.Verify;

namespace Register.Client;

/// <summary>The whole command line: one entry for each group of users and what they come to do.</summary>
internal static class RegisterRoot
{
    public static RootCommand Create()
    {
        var root = new RootCommand("The National Sonographer Register: apply, check, decide, verify, protect and audit.")
        {
            LoginCommands.Login(),
            LoginCommands.Logout(),
            ProgrammeCommands.Group(),
            PassListCommands.Group(),
            ApprenticeshipCommands.Group(),
            ApplyCommands.Group(),
            RenewalCommands.Renew(),
            RenewalCommands.Readmit(),
            RenewalCommands.Leave(),
            RenewalCommands.Show(),
            CpdCommands.Group(),
            OfficerCommands.Group(),
            VerifyCommand.Declare(),
            PracticeCommands.Group(),
            EvidenceCommand.Declare(),
            CaseCommands.Group(),
            AuditCommands.Group(),
            AdminCommands.Group(),
        };
        foreach (var option in CommonOptions.All)
            root.Add(option);
        root.SetAction(HelpWithExamples.Action.Invoke);
        root.Options.OfType<HelpOption>().Single().Action = HelpWithExamples.Action;
        return root;
    }
}
