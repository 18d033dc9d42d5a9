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

    public static RegisterCommand Review(Argument<string?> name)
    {
        var outcome = Typed.Word<InterimReviewOutcome>("--outcome", "What the review came to", required: true);
        var reasons = Typed.Text("--reasons", "Why", "TEXT", required: true);
        var kind = Typed.Word<InterimOrderKind>("--kind", "Where it is varied: what the order does from now on");
        var until = Typed.Date("--until", "Where it is varied: the last day");
        var publicText = Typed.Text("--public-text", "Where it is varied: what the public entry says", "TEXT");
        return new RegisterCommand("review-interim", "Records a review of the interim order: it continues, is varied, or is revoked. Role: panel.",
            "register case review-interim cases/5e1d --outcome continue --reasons \"The risk is the same.\"",
            "register case review-interim cases/5e1d --outcome vary --kind conditions --until 2027-08-31 --public-text \"Supervised.\" --reasons \"Less will do.\"")
        {
            name, outcome, kind, until, publicText, reasons,
        }.Changes(async session =>
        {
            var isVaried = session.Get(kind) is not null || session.Get(until) is not null || session.Get(publicText) is not null;
            var request = new ReviewInterimOrderRequest
            {
                RequestId = session.Change(),
                Name = session.Get(name),
                Outcome = session.Get(outcome)!.Value,
                Reasons = session.Get(reasons),
                Varied = !isVaried ? null : new()
                {
                    Kind = session.Get(kind) ?? InterimOrderKind.Unspecified,
                    Until = session.Get(until),
                    PublicText = session.Get(publicText) ?? "",
                },
            };
            var response = await session.FitnessToPractise.ReviewInterimOrderAsync(request, session.Call());
            session.Output.Show(response.Case, CasePresentation.Case);
        });
    }

    public static RegisterCommand Extend(Argument<string?> name)
    {
        var until = Typed.Date("--until", "The last day as extended: 12 months more at most", required: true);
        var reference = Typed.Text("--court-reference", "The court's order, as the court names it", "TEXT", required: true);
        return new RegisterCommand("extend", "Records that the court extended the interim order. Role: ftp-officer.",
            "register case extend cases/5e1d --until 2028-08-31 --court-reference CO/17/2027")
        {
            name, until, reference,
        }.Changes(async session =>
        {
            var request = new ExtendInterimOrderRequest
            {
                RequestId = session.Change(),
                Name = session.Get(name),
                Until = session.Get(until),
                CourtReference = session.Get(reference),
            };
            var response = await session.FitnessToPractise.ExtendInterimOrderAsync(request, session.Call());
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
