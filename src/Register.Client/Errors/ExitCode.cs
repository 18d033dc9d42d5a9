namespace Register.Client.Errors;

/// <summary>What a script learns from a command. The root help documents them.</summary>
internal enum ExitCode
{
    Done = 0,
    Refused = 1,
    WrongInput = 2,
    NotAllowed = 3,
    NotFound = 4,
    Unreachable = 5,
}
