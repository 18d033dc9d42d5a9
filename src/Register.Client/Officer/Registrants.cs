using Google.Protobuf.WellKnownTypes;
using Register.Client.Input;

namespace Register.Client.Officer;

/// <summary>Registrants as officers see them.</summary>
internal static class Registrants
{
    private static readonly Option<Date?> AsAt = Typed.Date("--as-at", "The date to answer for [default: today, or the day of --as-known-at]");

    private static readonly Option<Timestamp?> AsKnownAt = Typed.Instant(
        "--as-known-at", "Answer from what was recorded up to this instant, whatever was corrected later; registrar, auditor");

    public static RegisterCommand Show()
    {
        var number = Typed.Resource("NUMBER", ResourceNames.Registrants, "The registration number");
        return new RegisterCommand("registrant",
            "Shows a registrant and the statuses from day to day. Roles: registrar, ftp-officer, panel, auditor; applicant (own).",
            "register officer registrant SON123",
            "register officer registrant SON123 --as-at 2027-03-01",
            "register officer registrant SON123 --as-at 2027-03-01 --as-known-at 2027-04-01T09:30:00Z")
        {
            number, AsAt, AsKnownAt, CommonOptions.MinimumVersion,
        }.Does(async session =>
        {
            var request = new GetRegistrantRequest
            {
                Name = session.Get(number),
                AsAt = session.Get(AsAt),
                AsKnownAt = session.Get(AsKnownAt),
                MinimumVersion = session.Get(CommonOptions.MinimumVersion),
            };
            var response = await session.Registration.GetRegistrantAsync(request, session.Call());
            session.Output.Show(response.Registrant, RegistrantPresentation.Registrant);
        });
    }

    public static RegisterCommand List()
    {
        var query = Typed.Text("--query", "Words of a name or their beginnings, a former name included, in any order, without accents, with small typos", "NAME");
        return new RegisterCommand("registrants", "Lists registrants in order of name, or the best matches of a name first. Roles: registrar, ftp-officer, panel, auditor.",
            "register officer registrants --query zoe")
        {
            query, AsAt, AsKnownAt, CommonOptions.Limit,
        }.Does(async session =>
        {
            var registrants = await Paging.Read(session.Get(CommonOptions.Limit), async (size, token) =>
            {
                var request = new ListRegistrantsRequest
                {
                    PageSize = size,
                    PageToken = token,
                    Query = session.Get(query) ?? "",
                    AsAt = session.Get(AsAt),
                    AsKnownAt = session.Get(AsKnownAt),
                };
                var page = await session.Registration.ListRegistrantsAsync(request, session.Call());
                return new Page<Registrant>(page.Registrants, page.NextPageToken);
            });
            session.Output.List(registrants, RegistrantPresentation.Registrant);
        });
    }
}
