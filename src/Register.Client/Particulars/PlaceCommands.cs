using Register.Client.Input;
using Register.Client.Officer;

namespace Register.Client.Particulars;

/// <summary>Where a registrant lives, is reached, and practises (R23).</summary>
internal static class PlaceCommands
{
    public static RegisterCommand Address(Whose whose)
    {
        var line1 = Typed.Text("--line1", "House and street", "TEXT", required: true);
        var line2 = Typed.Text("--line2", "What the first line has no room for", "TEXT");
        var town = Typed.Text("--town", "Town", "TEXT", required: true);
        var postcode = Typed.Text("--postcode", "Postcode", "TEXT");
        var country = Typed.Text("--country", "Two letters, as in GB [default: GB]", "CODE");
        return whose.With(new RegisterCommand("address", $"Changes the home address, which is never public. {whose.Roles}",
            whose.Example("address", "--line1 \"1 High Street\" --town Kendal --postcode \"LA9 4AA\""))
        {
            line1, line2, town, postcode, country,
        }).Changes(async session =>
        {
            var request = new ChangeAddressRequest
            {
                RequestId = session.Change(),
                Name = await whose.Name(session),
                Address = new()
                {
                    Line1 = session.Get(line1),
                    Line2 = session.Get(line2) ?? "",
                    Town = session.Get(town),
                    Postcode = session.Get(postcode) ?? "",
                    Country = session.Get(country)?.ToUpperInvariant() ?? "",
                },
            };
            var response = await session.Particulars.ChangeAddressAsync(request, session.Call());
            session.Output.Show(response.Registrant, RegistrantPresentation.Registrant);
        });
    }

    public static RegisterCommand Contact(Whose whose)
    {
        var email = Typed.Text("--email", "E-mail address", "ADDRESS");
        var phone = Typed.Text("--phone", "Telephone number; an empty text takes it away", "NUMBER");
        return whose.With(new RegisterCommand("contact", $"Changes the e-mail address and telephone number, which are never public. {whose.Roles}",
            whose.Example("contact", "--email zoe@example.org --phone \"+44 1632 960001\""))
        {
            email, phone,
        }).Changes(async session =>
        {
            var request = new ChangeContactRequest { RequestId = session.Change(), Name = await whose.Name(session) };
            if (session.Get(email) is { } address)
                request.Email = address;
            if (session.Get(phone) is { } number)
                request.Phone = number;
            var response = await session.Particulars.ChangeContactAsync(request, session.Call());
            session.Output.Show(response.Registrant, RegistrantPresentation.Registrant);
        });
    }

    public static RegisterCommand Town(Whose whose)
    {
        var town = new Argument<string>("TOWN") { Description = "The town or area of practice" };
        var from = Typed.Date("--from", "The first day of practice there [default: today]");
        return whose.With(new RegisterCommand("town", $"Changes the town or area of practice, which the public entry shows. {whose.Roles}",
            whose.Example("town", "Kendal --from 2027-03-01"))
        {
            town, from,
        }).Changes(async session =>
        {
            var request = new ChangePracticeTownRequest
            {
                RequestId = session.Change(),
                Name = await whose.Name(session),
                PracticeTown = session.Get(town),
                StartDate = session.Get(from),
            };
            var response = await session.Particulars.ChangePracticeTownAsync(request, session.Call());
            session.Output.Show(response.Registrant, RegistrantPresentation.Registrant);
        });
    }
}
