using Register.Client.Input;
using Register.Client.Terminal;

namespace Register.Client.Education;

/// <summary>Accredited programmes: the accreditor adds them, everybody may see them.</summary>
internal static class ProgrammeCommands
{
    public static Command Group() => RegisterCommand.Holding("programme", "Accredited programmes.",
        Accredit(),
        AccreditationCommands.Renew(),
        AccreditationCommands.SetConditions(),
        AccreditationCommands.LiftCondition(),
        AccreditationCommands.Withdraw(),
        Providers(),
        List(),
        Show(),
        Awards());

    private static RegisterCommand Accredit()
    {
        var file = Typed.File("--file", "A programme as JSON");
        var csv = Typed.File("--csv", $"Many programmes as CSV with the columns {string.Join(",", ProgrammeCsv.Columns)}");
        var command = new RegisterCommand("accredit",
            "Puts a programme, or a file of programmes, on the list of accredited programmes. Role: accreditor.",
            "register programme accredit --file programme.json",
            "register programme accredit --csv programmes.csv")
        {
            file, csv,
        };
        command.Validators.Add(result =>
        {
            if (result.GetResult(file) is null == result.GetResult(csv) is null)
                result.AddError("Give either --file or --csv.");
        });
        return command.Changes(async session =>
        {
            if (session.Get(csv) is { } programmes)
            {
                session.Output.List(await AccreditAll(session, ProgrammeCsv.Read(programmes)), EducationPresentations.Programme);
                return;
            }

            var programme = await JsonInput.Read(session.Get(file)!, Programme.Parser, session.Cancelled);
            session.Output.Show(await Accredit(session, programme, session.Change()), EducationPresentations.Programme);
        });
    }

    private static RegisterCommand List()
    {
        var provider = Typed.Text("--provider", "Only the programmes of this provider", "CODE");
        return new RegisterCommand("list", "Lists programmes in order of provider and title. Public.",
            "register programme list --provider university-of-leeds")
        {
            provider, CommonOptions.Limit,
        }.Does(async session =>
        {
            var programmes = await Paging.Read(session.Get(CommonOptions.Limit), async (size, token) =>
            {
                var request = new ListProgrammesRequest { PageSize = size, PageToken = token, Provider = session.Get(provider) ?? "" };
                var page = await session.Education.ListProgrammesAsync(request, session.Call());
                return new Page<Programme>(page.Programmes, page.NextPageToken);
            });
            session.Output.List(programmes, EducationPresentations.Programme);
        });
    }

    private static RegisterCommand Providers() =>
        new RegisterCommand("providers", "Lists providers with their programmes, in order of their codes. Public.", "register programme providers")
        {
            CommonOptions.Limit,
        }.Does(async session =>
        {
            var providers = await Paging.Read(session.Get(CommonOptions.Limit), async (size, token) =>
            {
                var page = await session.Education.ListProvidersAsync(new() { PageSize = size, PageToken = token }, session.Call());
                return new Page<Provider>(page.Providers, page.NextPageToken);
            });
            session.Output.List(providers, EducationPresentations.Provider);
        });

    private static RegisterCommand Show()
    {
        var programme = Typed.Resource("PROGRAMME", ResourceNames.Programmes, "The programme");
        return new RegisterCommand("show", "Shows one programme. Public.", "register programme show programmes/1f0c")
        {
            programme, CommonOptions.MinimumVersion,
        }.Does(async session =>
        {
            var minimumVersion = session.Get(CommonOptions.MinimumVersion);
            var request = new GetProgrammeRequest { Name = session.Get(programme), MinimumVersion = minimumVersion };
            var response = await session.Education.GetProgrammeAsync(request, session.Call());
            session.Output.Show(response.Programme, EducationPresentations.Programme);
        });
    }

    private static RegisterCommand Awards()
    {
        var programme = Typed.Resource("PROGRAMME", ResourceNames.Programmes, "The programme");
        var knownAt = Typed.Instant("--as-known-at", "The awards as they were known at this instant [default: now]");
        return new RegisterCommand("awards",
            "Lists the awards on a programme's pass lists. Roles: education-provider (own programmes), registrar, auditor.",
            "register programme awards programmes/1f0c --limit 200",
            "register programme awards programmes/1f0c --as-known-at 2026-03-02T09:30:00Z")
        {
            programme, knownAt, CommonOptions.Limit,
        }.Does(async session =>
        {
            var awards = await Paging.Read(session.Get(CommonOptions.Limit), async (size, token) =>
            {
                var request = new ListAwardsRequest
                {
                    Parent = session.Get(programme),
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

    private static async Task<IReadOnlyList<Programme>> AccreditAll(Session session, IReadOnlyList<Programme> programmes)
    {
        var accredited = new List<Programme>();
        await Screen.WithProgress("Accrediting", programmes.Count, async done =>
        {
            foreach (var programme in programmes)
            {
                accredited.Add(await Accredit(session, programme, session.Change().For(programme)));
                session.DoneSoFar = $"{accredited.Count} of {programmes.Count} programmes were accredited before.";
                done(accredited.Count);
            }
        });
        return accredited;
    }

    private static async Task<Programme> Accredit(Session session, Programme programme, RequestId requestId)
    {
        var request = new AccreditProgrammeRequest { RequestId = requestId, Programme = programme };
        return (await session.Education.AccreditProgrammeAsync(request, session.Call())).Programme;
    }
}
