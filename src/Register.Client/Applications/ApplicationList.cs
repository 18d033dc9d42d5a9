using Register.Client.Terminal;

namespace Register.Client.Applications;

/// <summary>Applications, oldest first: an officer's worklist, an applicant's own.</summary>
internal static class ApplicationList
{
    public static async Task Show(Session session, ApplicationState? state)
    {
        var applications = await Paging.Read(session.Get(CommonOptions.Limit), async (size, token) =>
        {
            var request = new ListApplicationsRequest { PageSize = size, PageToken = token, State = state ?? ApplicationState.Unspecified };
            var page = await session.Applications.ListApplicationsAsync(request, session.Call());
            return new Page<Application>(page.Applications, page.NextPageToken);
        });
        session.Output.List(applications, ApplicationPresentation.Application);
    }
}
