using Google.Protobuf.WellKnownTypes;
using Register.Client.Input;

namespace Register.Client.Verify;

/// <summary>May this person practise, on this date, and with what restrictions?</summary>
internal static class VerifyCommand
{
    public static Command Declare()
    {
        var number = new Argument<string?>("NUMBER")
        {
            Description = "The registration number: SON and up to six digits",
            Arity = ArgumentArity.ZeroOrOne,
        };
        var name = Typed.Text("--name", "Search by name instead: words of it or their beginnings, in any order, without accents, with small typos", "NAME");
        var file = Typed.File("--file", "Verify many instead: a CSV file with the column registration_number and, where names are to be compared, full_name. Role: employer");
        var output = Typed.File("--output", "With --file: write the results to this CSV file");
        var asAt = Typed.Date("--as-at", "The date to answer for [default: today]");
        var asKnownAt = Typed.Instant("--as-known-at", "What everybody would have been answered at this instant, whatever was corrected later. Role: auditor");
        var command = new RegisterCommand("verify",
            "Shows what everybody may see of an entry. Public; a roster is for employers, and done when each of its rows is answered, whatever the answer.",
            "register verify SON123",
            "register verify SON123 --as-at 2027-03-01",
            "register verify --name zoe",
            "register verify SON123 --as-known-at 2027-04-01T09:30:00Z",
            "register verify --file roster.csv",
            "register verify --file roster.csv --output results.csv --purpose 'monthly check of the rota'")
        {
            number, name, file, output, asAt, asKnownAt, CommonOptions.Limit,
        };
        command.Validators.Add(result =>
        {
            bool[] given =
            [
                result.GetResult(number) is { Tokens.Count: > 0 },
                result.GetResult(name) is not null,
                result.GetResult(file) is not null,
            ];
            if (given.Count(g => g) != 1)
                result.AddError("Give one of: a registration number, --name, --file.");
            if (result.GetResult(output) is not null && result.GetResult(file) is null)
                result.AddError("--output goes with --file.");
            if (result.GetResult(asKnownAt) is not null && result.GetResult(number) is not { Tokens.Count: > 0 })
                result.AddError("--as-known-at goes with a registration number.");
        });
        return command.Does(session => (session.Get(file), session.Get(name)) switch
        {
            ({ } roster, _) => Roster.Verify(session, roster, session.Get(output), session.Get(asAt)),
            (_, { } query) => Search(session, query, session.Get(asAt)),
            _ => VerifyOne(session, session.Get(number)!, session.Get(asAt), session.Get(asKnownAt)),
        });
    }

    private static async Task VerifyOne(Session session, string number, Date? asAt, Timestamp? asKnownAt)
    {
        var request = new VerifyRegistrationRequest
        {
            RegistrationNumber = number,
            AsAt = asAt,
            AsKnownAt = asKnownAt,
        };
        var response = await session.Verification.VerifyRegistrationAsync(request, session.Call());
        session.Output.Show(response.Entry, EntryPresentation.Entry);
    }

    private static async Task Search(Session session, string query, Date? asAt)
    {
        var isCut = false;
        var entries = await Paging.Read(session.Get(CommonOptions.Limit), async (size, token) =>
        {
            var request = new SearchRegisterRequest { Query = query, PageSize = Math.Min(size, 100), PageToken = token, AsAt = asAt };
            var page = await session.Verification.SearchRegisterAsync(request, session.Call());
            isCut = page.Incomplete && page.NextPageToken.Length == 0;
            return new Page<PublicEntry>(page.Entries, page.NextPageToken);
        });
        session.Output.List(entries, EntryPresentation.Entry);
        if (isCut)
            Console.Error.WriteLine("There are more than may be listed: give more of the name.");
    }
}
