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
        var name = Typed.Text("--name", "Search by part of a name instead, with or without its accents", "NAME");
        var file = Typed.File("--file", "Verify many instead: a CSV file with the column registration_number. Role: employer");
        var output = Typed.File("--output", "With --file: write the results to this CSV file");
        var asAt = Typed.Date("--as-at", "The date to answer for [default: today]");
        var command = new RegisterCommand("verify", "Shows what everybody may see of an entry. Public; a roster is for employers.",
            "register verify SON123",
            "register verify SON123 --as-at 2027-03-01",
            "register verify --name zoe",
            "register verify --file roster.csv --output results.csv")
        {
            number, name, file, output, asAt, CommonOptions.Limit,
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
        });
        return command.Does(session => (session.Get(file), session.Get(name)) switch
        {
            ({ } roster, _) => Roster.Verify(session, roster, session.Get(output), session.Get(asAt)),
            (_, { } query) => Search(session, query, session.Get(asAt)),
            _ => VerifyOne(session, session.Get(number)!, session.Get(asAt)),
        });
    }

    private static async Task VerifyOne(Session session, string number, Date? asAt)
    {
        var request = new VerifyRegistrationRequest
        {
            RegistrationNumber = number,
            AsAt = asAt,
        };
        var response = await session.Verification.VerifyRegistrationAsync(request, session.Call());
        session.Output.Show(response.Entry, EntryPresentation.Entry);
    }

    private static async Task Search(Session session, string query, Date? asAt)
    {
        var entries = await Paging.Read(session.Get(CommonOptions.Limit), async (size, token) =>
        {
            var request = new SearchRegisterRequest { Query = query, PageSize = Math.Min(size, 100), PageToken = token, AsAt = asAt };
            var page = await session.Verification.SearchRegisterAsync(request, session.Call());
            return new Page<PublicEntry>(page.Entries, page.NextPageToken);
        });
        session.Output.List(entries, EntryPresentation.Entry);
    }
}
