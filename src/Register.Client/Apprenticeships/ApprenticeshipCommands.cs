using Register.Client.Input;

namespace Register.Client.Apprenticeships;

/// <summary>Apprenticeships, as their education provider leads them to an award.</summary>
internal static class ApprenticeshipCommands
{
    public static Command Group() => RegisterCommand.Holding("apprenticeship", "Apprenticeships: a level 6 degree beside work.",
        Enrol(), ApprenticeshipProgress.Hours(), ApprenticeshipProgress.Gateway(), ApprenticeshipProgress.Assess(), Show(), List());

    private static RegisterCommand Enrol()
    {
        var file = Typed.File("--file", "The apprentice as JSON: full_name, date_of_birth, employer (ODS code), started_on", required: true);
        var programme = Typed.ResourceOption("--programme", ResourceNames.Programmes, "The programme, instead of the file's");
        return new RegisterCommand("enrol", "Enrols an apprentice on a level 6 degree programme. Role: education-provider (own programmes).",
            "register apprenticeship enrol --file apprentice.json --programme programmes/1f0c")
        {
            file, programme,
        }.Changes(async session =>
        {
            var apprenticeship = await JsonInput.Read(session.Get(file)!, Apprenticeship.Parser, session.Cancelled);
            if (session.Get(programme) is { } name)
                apprenticeship.Programme = name;
            var request = new EnrolApprenticeRequest { RequestId = session.Change(), Apprenticeship = apprenticeship };
            var response = await session.Apprenticeships.EnrolApprenticeAsync(request, session.Call());
            session.Output.Show(response.Apprenticeship, ApprenticeshipPresentation.Apprenticeship);
        });
    }

    private static RegisterCommand Show()
    {
        var name = Typed.Resource("APPRENTICESHIP", ResourceNames.Apprenticeships, "The apprenticeship");
        return new RegisterCommand("show", "Shows one apprenticeship. Roles: education-provider (own programmes), registrar, auditor.",
            "register apprenticeship show apprenticeships/3a7d")
        {
            name, CommonOptions.MinimumVersion,
        }.Does(async session =>
        {
            var request = new GetApprenticeshipRequest { Name = session.Get(name), MinimumVersion = session.Get(CommonOptions.MinimumVersion) };
            var response = await session.Apprenticeships.GetApprenticeshipAsync(request, session.Call());
            session.Output.Show(response.Apprenticeship, ApprenticeshipPresentation.Apprenticeship);
        });
    }

    private static RegisterCommand List()
    {
        var state = Typed.Word<ApprenticeshipState>("--state", "Only those that have come so far");
        return new RegisterCommand("list", "Lists apprenticeships, oldest first. Roles: education-provider (own programmes), registrar, auditor.",
            "register apprenticeship list --state \"in training\"")
        {
            state, CommonOptions.Limit,
        }.Does(async session =>
        {
            var apprenticeships = await Paging.Read(session.Get(CommonOptions.Limit), async (size, token) =>
            {
                var request = new ListApprenticeshipsRequest { PageSize = size, PageToken = token, State = session.Get(state) ?? default };
                var page = await session.Apprenticeships.ListApprenticeshipsAsync(request, session.Call());
                return new Page<Apprenticeship>(page.Apprenticeships, page.NextPageToken);
            });
            session.Output.List(apprenticeships, ApprenticeshipPresentation.Apprenticeship);
        });
    }
}
