using Register.Client.Input;

namespace Register.Client.Education;

/// <summary>Pass lists: the education provider says who passed.</summary>
internal static class PassListCommands
{
    public static Command Group() => RegisterCommand.Holding("passlist", "Pass lists of education providers.",
        PassListSubmission.Submit(), Ratify(), Withdraw(), List(), Show());

    private static RegisterCommand Ratify()
    {
        var programme = Typed.ResourceOption("--programme", ResourceNames.Programmes, "The programme they passed", required: true);
        var cohortStart = Typed.Date("--cohort-start", "The cohort whose awards were ratified");
        var candidates = new Option<string[]>("--candidate") { Description = "Only this candidate; may be given several times", HelpName = "NUMBER" };
        var ratifiedOn = Typed.Date("--ratified-on", "The day of the exam board", required: true);
        return new RegisterCommand("ratify",
            "Says that the exam board has ratified awards that were submitted before. Role: education-provider (own programmes).",
            "register passlist ratify --programme programmes/1f0c --cohort-start 2023-09-18 --ratified-on 2024-07-12",
            "register passlist ratify --programme programmes/1f0c --candidate C-1001 --candidate C-1002 --ratified-on 2024-07-12")
        {
            programme, cohortStart, candidates, ratifiedOn,
        }.Changes(async session =>
        {
            var request = new RatifyPassListRequest
            {
                RequestId = session.Change(),
                Programme = session.Get(programme),
                CohortStart = session.Get(cohortStart),
                CandidateNumbers = { session.Get(candidates) ?? [] },
                RatifiedOn = session.Get(ratifiedOn),
            };
            var response = await session.Education.RatifyPassListAsync(request, session.Call());
            session.Output.Show(response, response.Programme, EducationPresentations.Programme);
            session.Output.Say($"{response.RatifiedCount} ratified.");
        });
    }

    private static RegisterCommand Withdraw()
    {
        var programme = Typed.ResourceOption("--programme", ResourceNames.Programmes, "The programme", required: true);
        var candidate = Typed.Text("--candidate", "The candidate number", "NUMBER", required: true);
        var reason = Typed.Text("--reason", "Why", "TEXT", required: true);
        return new RegisterCommand("withdraw",
            "Takes one candidate's award off the pass lists. Role: education-provider (own programmes).",
            "register passlist withdraw --programme programmes/1f0c --candidate C-1001 --reason \"Listed by mistake\"")
        {
            programme, candidate, reason,
        }.Changes(async session =>
        {
            var request = new WithdrawAwardRequest
            {
                RequestId = session.Change(),
                Name = $"{session.Get(programme)}/awards/{session.Get(candidate)}",
                Reason = session.Get(reason),
            };
            var response = await session.Education.WithdrawAwardAsync(request, session.Call());
            session.Output.Show(response.Programme, EducationPresentations.Programme);
        });
    }

    private static RegisterCommand List()
    {
        var programme = Typed.ResourceOption("--programme", ResourceNames.Programmes, "Only the lists of this programme");
        return new RegisterCommand("list",
            "Lists pass lists with how far they are ratified. Roles: education-provider (own programmes), accreditor, registrar, auditor.",
            "register passlist list",
            "register passlist list --programme programmes/1f0c")
        {
            programme, CommonOptions.Limit,
        }.Does(async session =>
            session.Output.List(await PassLists(session, session.Get(programme) ?? "programmes/-", session.Get(CommonOptions.Limit)), EducationPresentations.PassList));
    }

    private static RegisterCommand Show()
    {
        var programme = Typed.Resource("PROGRAMME", ResourceNames.Programmes, "The programme");
        var cohortStart = Typed.Date("--cohort-start", "The day the cohort started", required: true);
        var knownAt = Typed.Instant("--as-known-at", "The list as it was known at this instant [default: now]");
        return new RegisterCommand("show",
            "Shows the awards on one cohort's pass list. Roles: education-provider (own programmes), registrar, auditor.",
            "register passlist show programmes/1f0c --cohort-start 2023-09-18",
            "register passlist show programmes/1f0c --cohort-start 2023-09-18 --as-known-at 2026-03-02T09:30:00Z")
        {
            programme, cohortStart, knownAt, CommonOptions.Limit,
        }.Does(async session =>
        {
            var awards = await Paging.Read(session.Get(CommonOptions.Limit), async (size, token) =>
            {
                var request = new ListAwardsRequest
                {
                    Parent = session.Get(programme),
                    CohortStart = session.Get(cohortStart),
                    AsKnownAt = session.Get(knownAt),
                    PageSize = size,
                    PageToken = token,
                };
                var page = await session.Education.ListAwardsAsync(request, session.Call());
                return new Page<Award>(page.Awards, page.NextPageToken);
            });
            session.Output.List(awards, EducationPresentations.Award);
        });
    }

    private static Task<Listing<PassList>> PassLists(Session session, string parent, int limit) => Paging.Read(limit, async (size, token) =>
    {
        var request = new ListPassListsRequest { Parent = parent, PageSize = size, PageToken = token };
        var page = await session.Education.ListPassListsAsync(request, session.Call());
        return new Page<PassList>(page.PassLists, page.NextPageToken);
    });
}
