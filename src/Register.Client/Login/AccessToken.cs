using Register.Client.Errors;

namespace Register.Client.Login;

/// <summary>Which access token a command uses. What the user says in the command comes before what the environment says.</summary>
internal static class AccessToken
{
    /// <returns>The token, or null: public commands work without one.</returns>
    public static string? Choose(string? token, string? asName)
    {
        if (token is { Length: > 0 })
            return token;
        if (asName is { Length: > 0 })
            return Saved(asName);
        if (Environment.GetEnvironmentVariable("REGISTER_TOKEN") is { Length: > 0 } fromEnvironment)
            return fromEnvironment;
        if (Environment.GetEnvironmentVariable("REGISTER_AS") is { Length: > 0 } name)
            return Saved(name);
        // Nobody asked for this one by name: when it has run out it must not stop a public command.
        return SavedLogins.Load().CurrentLogin is { HasExpired: false } current ? current.Token : null;
    }

    private static string Saved(string name)
    {
        if (!SavedLogins.Load().Logins.TryGetValue(name, out var login))
            throw Failure($"There is no saved login '{name}'.", $"register login --role ROLE --save-as {name}");
        if (login.HasExpired)
        {
            throw Failure(
                $"The login '{name}' has run out.", $"register login --role {login.Role} --subject {login.Subject} --save-as {name}");
        }

        return login.Token;
    }

    private static CommandFailure Failure(string message, string hint) =>
        new(ExitCode.NotAllowed, "NOT_LOGGED_IN", message) { Hint = hint };
}
