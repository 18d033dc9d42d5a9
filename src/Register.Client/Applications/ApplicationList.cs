using Register.Client.Terminal;

namespace Register.Client.Applications;

/// <summary>Applications, oldest first: an officer's worklist, an applicant's own.</summary>
internal static class ApplicationList
{
    public static async Task Show(Session session, ListApplicationsRequest filters)
    {
        var applications = await Paging.Read(session.Get(CommonOptions.Limit), async (size, token) =>
        {
            var request = filters.Clone();
            (request.PageSize, request.PageToken) = (size, token);
            var page = await session.Applications.ListApplicationsAsync(request, session.Call());
            return new Page<Application>(page.Applications, page.NextPageToken);
        });
        session.Output.List(applications, ApplicationPresentation.Application);
    }
}
