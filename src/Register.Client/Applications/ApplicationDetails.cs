namespace Register.Client.Applications;

/// <summary>One application, as applicants and officers alike ask for it.</summary>
internal static class ApplicationDetails
{
    public static async Task Show(Session session, string name)
    {
        var request = new GetApplicationRequest { Name = name, MinimumVersion = session.Get(CommonOptions.MinimumVersion) };
        var response = await session.Applications.GetApplicationAsync(request, session.Call());
        session.Output.Show(response.Application, ApplicationPresentation.Application);
    }
}
