using Register.Client.Input;

namespace Register.Client.Practice;

/// <summary>A registrant's practice on a date.</summary>
internal static class ShowPractice
{
    public static RegisterCommand Declare()
    {
        var asAt = Typed.Date("--as-at", "The date to answer for [default: today]");
        return new RegisterCommand("show", "Shows a practice. Roles: applicant (own), registrar, auditor.",
            "register practice show",
            "register practice show --registrant SON123 --as-at 2027-03-01")
        {
            Whose.Registrant, asAt, CommonOptions.MinimumVersion,
        }.Does(async session =>
        {
            var request = new GetPracticeRequest
            {
                Registrant = await Whose.Practice(session),
                AsAt = session.Get(asAt),
                MinimumVersion = session.Get(CommonOptions.MinimumVersion),
            };
            var response = await session.Practice.GetPracticeAsync(request, session.Call());
            session.Output.Show(response.Practice, PracticePresentation.Practice);
        });
    }
}
