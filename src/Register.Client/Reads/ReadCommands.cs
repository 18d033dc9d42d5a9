using Register.Client.Input;
using Register.Client.Particulars;
using Register.Client.Terminal;

namespace Register.Client.Reads;

/// <summary>Who read a registrant's record, when and what for (R34).</summary>
internal static class ReadCommands
{
    private static readonly IReadOnlyList<Fact<RecordRead>> Facts =
    [
        new("Read", r => Dates.Text(r.ReadTime)),
        new("As", r => r.Role),
        new("For", r => r.Organisation),
        new("Purpose", r => r.Purpose),
    ];

    private static readonly Presentation<RecordRead> ToRegistrant = new(r => Dates.Text(r.ReadTime), Facts, Facts);

    private static readonly IReadOnlyList<Fact<RecordRead>> AllFacts =
    [
        .. Facts,
        new("By", r => r.Subject),
        new("Call", r => r.Method),
    ];

    private static readonly Presentation<RecordRead> ToAuditor = new(r => Dates.Text(r.ReadTime), AllFacts, AllFacts);

    /// <summary>For registrants, of their own record.</summary>
    public static RegisterCommand Own() =>
        new RegisterCommand("reads", "Shows who looked at your record, when and what for, newest first. Role: applicant.",
            "register me reads",
            "register me reads --limit 500 --json")
        {
            CommonOptions.Limit,
        }.Does(async session => await Show(session, await Whose.Own.Name(session), ToRegistrant));

    /// <summary>For auditors, of anybody's record.</summary>
    public static RegisterCommand Of()
    {
        var number = Typed.Resource("NUMBER", ResourceNames.Registrants, "The registration number");
        return new RegisterCommand("reads", "Shows who read a registrant's record, when, by what call and what for, newest first. Role: auditor.",
            "register audit reads SON123")
        {
            number, CommonOptions.Limit,
        }.Does(session => Show(session, session.Get(number)!, ToAuditor));
    }

    private static async Task Show(Session session, string registrant, Presentation<RecordRead> presentation)
    {
        var reads = await Paging.Read(session.Get(CommonOptions.Limit), async (size, token) =>
        {
            var request = new ListReadsRequest { Parent = registrant, PageSize = size, PageToken = token };
            var page = await session.ReadLog.ListReadsAsync(request, session.Call());
            return new Page<RecordRead>(page.Reads, page.NextPageToken);
        });
        session.Output.List(reads, presentation);
    }
}
