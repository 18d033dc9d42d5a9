using Register.Client.Input;

namespace Register.Client.Cases;

/// <summary>Suspending or restricting at once, while a case is looked into.</summary>
internal static class InterimOrders
{
    public static RegisterCommand Impose(Argument<string?> name)
    {
        var kind = Typed.Word<InterimOrderKind>("--kind", "What the order does", required: true);
        var until = Typed.Date("--until", "The last day of the order: 18 months from today at most", required: true);
        var publicText = Typed.Text("--public-text", "What the public entry says; for conditions, the conditions", "TEXT", required: true);
        return new RegisterCommand("impose", "Imposes an interim order, which takes effect at once. Role: panel.",
            "register case impose cases/5e1d --kind suspension --until 2027-08-31 --public-text \"Suspended while a case is looked into.\"")
        {
            name, kind, until, publicText,
        }.Changes(async session =>
        {
            var request = new ImposeInterimOrderRequest
            {
                RequestId = session.Change(),
                Name = session.Get(name),
                Order = new InterimOrder
                {
                    Kind = session.Get(kind)!.Value,
                    Until = session.Get(until),
                    PublicText = session.Get(publicText),
                },
            };
            var response = await session.FitnessToPractise.ImposeInterimOrderAsync(request, session.Call());
            session.Output.Show(response.Case, CasePresentation.Case);
        });
    }

    public static RegisterCommand Revoke(Argument<string?> name) =>
        new RegisterCommand("revoke", "Ends the interim order today. Role: panel.", "register case revoke cases/5e1d")
        {
            name,
        }.Changes(async session =>
        {
            var request = new RevokeInterimOrderRequest { Name = session.Get(name), RequestId = session.Change() };
            var response = await session.FitnessToPractise.RevokeInterimOrderAsync(request, session.Call());
            session.Output.Show(response.Case, CasePresentation.Case);
        });
}
