using Register.Client.Applications;
using Register.Client.Reads;

namespace Register.Client.Particulars;

/// <summary>What the register holds about oneself, and what one changes of it.</summary>
internal static class MeCommands
{
    public static Command Group()
    {
        var me = Show();
        me.Add(PlaceCommands.Address(Whose.Own));
        me.Add(PlaceCommands.Contact(Whose.Own));
        me.Add(PlaceCommands.Town(Whose.Own));
        me.Add(OtherRegistrationCommands.OtherRegistration(Whose.Own));
        me.Add(ReadCommands.Own());
        return me;
    }

    private static RegisterCommand Show() =>
        new RegisterCommand("me", "Shows everything the register holds about you: entry, applications, changes. Role: applicant.",
            "register me",
            "register me --json",
            "register me town Kendal")
        .Does(async session =>
        {
            var response = await session.Particulars.GetOwnRecordAsync(new GetOwnRecordRequest(), session.Call());
            session.Output.Show(response.Record, OwnRecordPresentation.Record);
            if (session.Output.IsJson || session.Output.IsQuiet)
                return;
            session.Output.Say("\nApplications");
            session.Output.List(response.Record.Applications, ApplicationPresentation.Application);
            session.Output.Say("\nChanges to your entry");
            session.Output.List(response.Record.Changes, OwnRecordPresentation.Change);
        });
}
