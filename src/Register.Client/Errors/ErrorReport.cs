using System.CommandLine.Parsing;
using System.Text;
using Grpc.Core;

namespace Register.Client.Errors;

/// <summary>Tells the user on standard error what went wrong: a line, a line per wrong field, a hint. Never a stack trace.</summary>
internal static class ErrorReport
{
    public static int Print(Exception exception, Session session)
    {
        var failure = Understand(exception, session);
        Console.Error.WriteLine($"register: {failure.Message} ({failure.Code})");
        foreach (var violation in failure.Violations)
            Console.Error.WriteLine($"  {violation.Field}: {violation.Description}");
        if (failure.Hint is { } hint)
            Console.Error.WriteLine($"  hint: {hint}");
        if (session.RequestId is { } requestId && (session.DoneSoFar is not null || failure.OutcomeUnknown))
        {
            var outcome = session.DoneSoFar ?? "It is not known whether the change was made.";
            Console.Error.WriteLine($"  {outcome} Repeat the command with this, and nothing is done twice: --request-id {requestId}");
        }

        return (int)failure.ExitCode;
    }

    public static int WrongUsage(ParseResult parsed)
    {
        foreach (var error in parsed.Errors)
            Console.Error.WriteLine($"register: {error.Message} (USAGE)");
        Console.Error.WriteLine($"  hint: {PathOf(parsed.CommandResult)} --help");
        return (int)ExitCode.WrongInput;
    }

    private static CommandFailure Understand(Exception exception, Session session) => exception switch
    {
        CommandFailure failure => failure,
        RpcException or OperationCanceledException when session.Cancelled.IsCancellationRequested => Interrupted,
        RpcException rpc => RpcFailure.Understand(rpc, session.Address),
        DecoderFallbackException => CommandFailure.WrongInput("The file is not in UTF-8; save it so, and every name keeps its letters."),
        IOException or UnauthorizedAccessException => CommandFailure.WrongInput(exception.Message),
        _ => new(ExitCode.Unreachable, "UNEXPECTED", $"Something unexpected happened: {exception.GetType().Name}: {exception.Message}")
        {
            OutcomeUnknown = true,
        },
    };

    private static CommandFailure Interrupted => new(ExitCode.Unreachable, "CANCELLED", "Interrupted.") { OutcomeUnknown = true };

    private static string PathOf(SymbolResult? command) => command switch
    {
        CommandResult { Command: RootCommand } or null => "register",
        CommandResult c => $"{PathOf(c.Parent)} {c.Command.Name}",
        _ => PathOf(command.Parent),
    };
}
