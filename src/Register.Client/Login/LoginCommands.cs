using Register.Client.Errors;
using Register.Client.Input;

namespace Register.Client.Login;

/// <summary>Logging in with the local issuer of a register in Development, and out.</summary>
internal static class LoginCommands
{
    private static readonly string[] Roles =
    [
        "applicant", "accreditor", "education-provider", "registrar", "ftp-officer", "panel", "employer", "auditor", "analyst", "operator",
    ];

    public static Command Login()
    {
        var role = Typed.Text("--role", $"The role to act in: {string.Join(", ", Roles)}", "ROLE");
        role.Validators.Add(result =>
        {
            if (result.Tokens is [var given] && !Roles.Contains(given.Value))
                result.AddError($"--role: '{given.Value}' is not one of: {string.Join(", ", Roles)}.");
        });
        var subject = Typed.Text("--subject", "Who acts [default: the role]", "SUBJECT");
        var organisation = Typed.Text("--organisation", "Whom they act for: an ODS code, or a provider's code", "CODE");
        var saveAs = Typed.Text("--save-as", "The name to save the login under [default: the subject]", "NAME");
        var list = new Option<bool>("--list") { Description = "List the saved logins instead" };
        var print = new Option<bool>("--print") { Description = "Print the access token instead of saving it" };
        var command = new RegisterCommand("login",
            "Logs in with the local issuer, which a register has in Development only, and saves the login.",
            "register login --role registrar --subject ada",
            "register login --role education-provider --organisation university-of-leeds --save-as leeds",
            "register login --list",
            "register --as ada officer worklist")
        {
            role, subject, organisation, saveAs, list, print,
        };
        command.Validators.Add(result =>
        {
            if (!result.GetValue(list) && result.GetResult(role) is null)
                result.AddError("--role is required.");
        });
        return command.Does(async session =>
        {
            if (session.Get(list))
            {
                List(session);
                return;
            }

            var request = new TokenRequest(session.Get(role)!, session.Get(subject) ?? session.Get(role)!, session.Get(organisation));
            var token = await DevelopmentIssuer.Issue(session, request);
            if (session.Get(print))
                Console.Out.WriteLine(token.AccessToken);
            else
                Save(session, session.Get(saveAs) ?? request.Subject, request, token);
        });
    }

    public static Command Logout()
    {
        var name = new Argument<string?>("NAME")
        {
            Description = "The saved login to forget [default: the current one]",
            Arity = ArgumentArity.ZeroOrOne,
        };
        return new RegisterCommand("logout", "Forgets a saved login.", "register logout", "register logout ada") { name }.Does(session =>
        {
            var saved = SavedLogins.Load();
            var leaving = session.Get(name) ?? saved.Current;
            if (leaving is null || !saved.Logins.ContainsKey(leaving))
            {
                var problem = leaving is null ? "Nobody is logged in." : $"There is no saved login '{leaving}'.";
                throw new CommandFailure(ExitCode.NotFound, "NOT_FOUND", problem);
            }

            saved.Without(leaving).Save();
            session.Output.Say($"Logged out: {leaving}.");
            return Task.CompletedTask;
        });
    }

    private static void Save(Session session, string name, TokenRequest request, TokenResponse token)
    {
        var expiresAt = DateTimeOffset.UtcNow.AddSeconds(token.ExpiresIn);
        SavedLogins.Load().With(name, new(request.Role, request.Subject, request.Organisation, token.AccessToken, expiresAt)).Save();
        session.Output.Say($"Logged in as {name} ({request.Role}), until {expiresAt:yyyy-MM-dd HH:mm}Z.");
        if (session.Output.IsQuiet)
            Console.Out.WriteLine(name);
    }

    private static void List(Session session)
    {
        var saved = SavedLogins.Load();
        foreach (var (name, login) in saved.Logins)
        {
            var facts = $"{(name == saved.Current ? "*" : " ")} {name}  {login.Role}  {login.Subject}  {login.Organisation}".TrimEnd();
            Console.Out.WriteLine(session.Output.IsQuiet ? name : login.HasExpired ? $"{facts}  (has run out)" : facts);
        }

        if (saved.Logins.Count == 0)
            session.Output.Say("Nobody is logged in.");
    }
}
