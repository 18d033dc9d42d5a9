namespace Register.Client.Errors;

/// <summary>One field that is wrong: its path, or a line of a file and a column, and why.</summary>
internal sealed record Violation(string Field, string Description);

/// <summary>Why a command did not do what it was asked to, in words for the user.</summary>
internal sealed class CommandFailure(ExitCode exitCode, string code, string message) : Exception(message)
{
    public ExitCode ExitCode { get; } = exitCode;

    /// <summary>The stable word for it: a reason of the register's rules, or a gRPC status.</summary>
    public string Code { get; } = code;

    public IReadOnlyList<Violation> Violations { get; init; } = [];

    /// <summary>What the user can do now.</summary>
    public string? Hint { get; init; }

    /// <summary>Whether the change may have been made all the same, so that repeating it wants the same request id.</summary>
    public bool OutcomeUnknown { get; init; }

    public static CommandFailure WrongInput(string message, params IReadOnlyList<Violation> violations) =>
        new(ExitCode.WrongInput, "WRONG_INPUT", message) { Violations = violations };
}
