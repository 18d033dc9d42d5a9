using Register.Client.Errors;
using Register.Client.Input;

namespace Register.Client.Particulars;

/// <summary>Whose particulars a command is about: the registrant an officer names, or whoever is logged in.</summary>
internal sealed class Whose
{
    private readonly Argument<string?>? _number;

    private Whose(Argument<string?>? number) => _number = number;

    public static Whose Own { get; } = new(null);

    public static Whose Registrants => new(Typed.Resource("NUMBER", ResourceNames.Registrants, "The registration number"));

    /// <summary>What the command's help says about roles.</summary>
    public string Roles => _number is null ? "Role: applicant, for oneself." : "Role: registrar.";

    /// <summary>An example of the command, with the number where one is named.</summary>
    public string Example(string command, string options) =>
        _number is null ? $"register me {command} {options}" : $"register officer {command} SON123 {options}";

    /// <summary>The command, with the number as its first argument where one is named.</summary>
    public RegisterCommand With(RegisterCommand command)
    {
        if (_number is not null)
            command.Arguments.Insert(0, _number);
        return command;
    }

    /// <summary>registrants/{registration number}</summary>
    public async Task<string> Name(Session session)
    {
        if (_number is not null)
            return session.Get(_number)!;
        var own = await session.Particulars.GetOwnRecordAsync(new GetOwnRecordRequest(), session.Call());
        return own.Record.Registrant?.Name
            ?? throw new CommandFailure(ExitCode.NotFound, "REGISTRANT_NOT_FOUND", "You are not on the register: there is no entry to change.");
    }
}
