namespace Register.Client.Practice;

/// <summary>The organisations that the register knows.</summary>
internal static class Organisations
{
    public static RegisterCommand Declare() =>
        new RegisterCommand("organisations", "Lists the organisations that the register knows by ODS code. Public.", "register practice organisations")
        {
            CommonOptions.Limit,
        }.Does(async session =>
        {
            var organisations = await Paging.Read(session.Get(CommonOptions.Limit), async (size, token) =>
            {
                var page = await session.Practice.ListOrganisationsAsync(new() { PageSize = size, PageToken = token }, session.Call());
                return new Page<Organisation>(page.Organisations, page.NextPageToken);
            });
            session.Output.List(organisations, PracticePresentation.Organisation);
        });
}
