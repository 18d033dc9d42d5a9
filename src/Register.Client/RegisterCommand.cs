using Register.Client.Errors;

namespace Register.Client;

/// <summary>
/// The one way to declare a command: a name, a sentence, examples, then its arguments and options between braces, then
/// what it does. Connection, login, deadline, errors and exit codes are taken care of.
/// </summary>
/// <example><code>
/// new RegisterCommand("show", "Shows one programme.", "register programme show programmes/1f0c") { programme }
///     .Does(async session => session.Output.Show(...));
/// </code></example>
internal sealed class RegisterCommand(string name, string description, params string[] examples) : Command(name, description)
{
    public IReadOnlyList<string> Examples { get; } = examples;

    /// <summary>A command that only holds others; alone it prints its help.</summary>
    public static RegisterCommand Holding(string name, string description, params Command[] commands)
    {
        var group = new RegisterCommand(name, description);
        foreach (var command in commands)
            group.Add(command);
        group.SetAction(HelpWithExamples.Action.Invoke);
        return group;
    }

    public RegisterCommand Does(Func<Session, Task> body)
    {
        SetAction(async (parsed, cancelled) =>
        {
            using var session = new Session(parsed, cancelled);
            try
            {
                await body(session);
                return (int)ExitCode.Done;
            }
            catch (Exception exception) // The outermost edge: whatever happened, a person gets a sentence and a script a code.
            {
                return ErrorReport.Print(exception, session);
            }
        });
        return this;
    }

    /// <summary>As <see cref="Does"/>, for a command that changes something: it takes --request-id.</summary>
    public RegisterCommand Changes(Func<Session, Task> body)
    {
        Add(CommonOptions.RequestId);
        return Does(body);
    }
}
