using Register.Client.Errors;
using Register.Client.Terminal;

namespace Register.Client.Applications;

/// <summary>Waiting for the registration number: it follows a grant within moments, as an entry of its own.</summary>
internal static class NumberGiven
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(15);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(200);

    /// <summary>With --quiet it is the number that is asked for, not the application's name.</summary>
    public static readonly Presentation<Application> Presentation =
        ApplicationPresentation.Application with { Name = a => a.RegistrationNumber };

    /// <summary>The application once it has its number.</summary>
    /// <exception cref="CommandFailure">Out of time: the application has no number yet.</exception>
    public static async Task<Application> WaitFor(Session session, string name)
    {
        var giveUpAt = DateTime.UtcNow + Patience;
        while (true)
        {
            var response = await session.Applications.GetApplicationAsync(new GetApplicationRequest { Name = name }, session.Call());
            var application = response.Application;
            if (application.RegistrationNumber.Length > 0)
                return application;
            if (DateTime.UtcNow > giveUpAt)
            {
                throw new CommandFailure(ExitCode.Unreachable, "NO_NUMBER_YET", $"{name} has no registration number yet.")
                {
                    Hint = $"register apply show {name} --wait-for-number",
                };
            }

            await Task.Delay(Pause, session.Cancelled);
        }
    }
}
