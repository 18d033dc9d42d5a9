using System.CommandLine.Help;
using System.CommandLine.Invocation;

namespace Register.Client;

/// <summary>The usual help, then examples of the command, and for `register` itself the exit codes.</summary>
internal sealed class HelpWithExamples : SynchronousCommandLineAction
{
    public static readonly HelpWithExamples Action = new();

    private readonly HelpAction _usual = new();

    private const string ExitCodes = """
        Exit codes:
          0  done
          1  refused by a rule, or in conflict with what is recorded
          2  wrong input
          3  not logged in, or not allowed
          4  not found
          5  the register is not reachable, or did not answer in time

        The access token is, in this order: --token, --as, REGISTER_TOKEN, REGISTER_AS, the current login.
        Without one the public commands work.
        Logins are kept in the directory REGISTER_HOME, else in sonographer-register in the user's configuration directory.

        """;

    public override bool ClearsParseErrors => true;

    public override int Invoke(ParseResult parseResult)
    {
        var exitCode = _usual.Invoke(parseResult);
        var command = parseResult.CommandResult.Command;
        var output = parseResult.InvocationConfiguration.Output;
        if (command is RegisterCommand { Examples.Count: > 0 } declared)
        {
            output.WriteLine("Examples:");
            foreach (var example in declared.Examples)
                output.WriteLine($"  {example}");
            output.WriteLine();
        }

        if (command is RootCommand)
            output.Write(ExitCodes);
        return exitCode;
    }
}
