using Register.Client.Errors;
using Register.Client.Input;

namespace Register.Client.Practice;

/// <summary>Whose practice a command is about: the registrant named, else the one who is logged in.</summary>
internal static class Whose
{
    public static readonly Option<string?> Registrant = Typed.ResourceOption(
        "--registrant", ResourceNames.Registrants, "Whose it is: a registration number [default: your own]");

    public static async Task<string> Practice(Session session)
    {
        if (session.Get(Registrant) is { } named)
            return named;
        var mine = await session.Applications.ListApplicationsAsync(new() { PageSize = 100 }, session.Call());
        foreach (var granted in mine.Applications.Where(a => a.State == ApplicationState.Granted))
        {
            var application = (await session.Applications.GetApplicationAsync(new() { Name = granted.Name }, session.Call())).Application;
            if (application.RegistrationNumber.Length > 0)
                return $"{ResourceNames.Registrants}/{application.RegistrationNumber}";
        }
        throw CommandFailure.WrongInput("None of your applications has led to a registration number yet: give --registrant.");
    }
}
