using Register.Client.Input;

namespace Register.Client.Cases;

/// <summary>The case list, and what it is narrowed to.</summary>
internal static class CaseList
{
    public static RegisterCommand List()
    {
        var state = Typed.Word<CaseState>("--state", "Only cases in this state");
        var stage = Typed.Word<CaseStage>("--stage", "Only cases at this stage today");
        var registrant = Typed.ResourceOption("--registrant", ResourceNames.Registrants, "Only cases about this registrant");
        var member = Typed.Text("--member", "Only cases that a committee with this member has: the subject of a token", "SUBJECT");
        var interim = Typed.Date("--interim-review-before", "Only cases whose interim order is due for review before this day");
        var sanction = Typed.Date("--sanction-review-before", "Only cases whose suspension or conditions expire before this day");
        var awaitingNotice = new Option<bool>("--awaiting-notice") { Description = "Only cases with a sanction of which the registrant has not been told yet" };
        var joinedTo = Typed.ResourceOption("--joined-to", ResourceNames.Cases, "Only cases that were joined to this one");
        return new RegisterCommand("list", "Lists cases, oldest first. Roles: ftp-officer, panel, auditor.",
            "register case list --state open",
            "register case list --stage health-committee --member panel-2",
            "register case list --interim-review-before 2027-04-01",
            "register case list --awaiting-notice",
            "register case list --joined-to cases/5e1d")
        {
            state, stage, registrant, member, interim, sanction, awaitingNotice, joinedTo, CommonOptions.Limit,
        }.Does(async session =>
        {
            var cases = await Paging.Read(session.Get(CommonOptions.Limit), async (size, token) =>
            {
                var request = new ListCasesRequest
                {
                    PageSize = size,
                    PageToken = token,
                    State = session.Get(state) ?? CaseState.Unspecified,
                    Stage = session.Get(stage) ?? CaseStage.Unspecified,
                    Registrant = session.Get(registrant) ?? "",
                    Member = session.Get(member) ?? "",
                    InterimReviewBefore = session.Get(interim),
                    SanctionReviewBefore = session.Get(sanction),
                    AwaitingNotice = session.Get(awaitingNotice),
                    JoinedTo = session.Get(joinedTo) ?? "",
                };
                var page = await session.FitnessToPractise.ListCasesAsync(request, session.Call());
                return new Page<Case>(page.Cases, page.NextPageToken);
            });
            session.Output.List(cases, CasePresentation.Case);
        });
    }
}
