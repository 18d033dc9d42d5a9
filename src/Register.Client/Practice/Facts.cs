using Register.Client.Input;

namespace Register.Client.Practice;

/// <summary>Tier, band and job title: independent facts, each from a date on, with its evidence.</summary>
internal static class Facts
{
    private static readonly Option<Date?> From = Typed.Date("--from", "The first day", required: true);

    private static readonly Option<string> Evidence = Typed.Text("--evidence", "What shows it", "TEXT", required: true);

    public static RegisterCommand Tier()
    {
        var tier = Typed.Word<CareerTier>("--tier", "The tier of the career framework", required: true);
        return new RegisterCommand("tier", "Declares a tier of the career framework. Roles: applicant (own), registrar.",
            "register practice tier --tier advanced --from 2027-03-01 --evidence \"MSc and portfolio.\"")
        {
            tier, From, Evidence, Whose.Registrant,
        }.Changes(async session =>
        {
            var response = await session.Practice.DeclareTierAsync(
                new()
                {
                    RequestId = session.Change(),
                    Registrant = await Whose.Practice(session),
                    Fact = new() { Tier = session.Get(tier)!.Value, From = session.Get(From), Evidence = session.Get(Evidence) },
                },
                session.Call());
            session.Output.Show(response.Practice, PracticePresentation.Practice);
        });
    }

    public static RegisterCommand Band()
    {
        var band = Bands.Option("--band");
        return new RegisterCommand("band", "Declares an Agenda for Change band. Roles: applicant (own), registrar.",
            "register practice band --band 8a --from 2027-03-01 --evidence \"Contract of employment.\"")
        {
            band, From, Evidence, Whose.Registrant,
        }.Changes(async session =>
        {
            var response = await session.Practice.DeclareBandAsync(
                new()
                {
                    RequestId = session.Change(),
                    Registrant = await Whose.Practice(session),
                    Fact = new() { Band = session.Get(band), From = session.Get(From), Evidence = session.Get(Evidence) },
                },
                session.Call());
            session.Output.Show(response.Practice, PracticePresentation.Practice);
        });
    }

    public static RegisterCommand Title()
    {
        var title = Typed.Text("--title", "The job title", "TEXT", required: true);
        return new RegisterCommand("title", "Declares a job title. Roles: applicant (own), registrar.",
            "register practice title --title \"Lead sonographer\" --from 2027-03-01 --evidence \"Contract of employment.\"")
        {
            title, From, Evidence, Whose.Registrant,
        }.Changes(async session =>
        {
            var response = await session.Practice.DeclareJobTitleAsync(
                new()
                {
                    RequestId = session.Change(),
                    Registrant = await Whose.Practice(session),
                    Fact = new() { Title = session.Get(title), From = session.Get(From), Evidence = session.Get(Evidence) },
                },
                session.Call());
            session.Output.Show(response.Practice, PracticePresentation.Practice);
        });
    }
}
