using Register.Client.Input;

namespace Register.Client.Cases;

/// <summary>The options that say what a sanction is.</summary>
internal static class TermsOptions
{
    public static readonly Option<SanctionKind?> Sanction = Typed.Word<SanctionKind>("--sanction", "What is imposed");

    public static readonly Option<int> Months = Typed.Count(
        "--months", "How long it runs: caution 12 to 60, conditions 1 to 36, suspension 1 to 12; not given for one without end", "N");

    public static readonly Option<string> PublicText = Typed.Text(
        "--public-text", "What the public entry says; for conditions, the conditions. Never a health detail", "TEXT");

    /// <summary>The sanction that the options say; null where they say none.</summary>
    public static SanctionTerms? Terms(this Session session) => session.Get(Sanction) is not { } kind ? null : new()
    {
        Kind = kind,
        Months = session.Get(Months),
        PublicText = session.Get(PublicText) ?? "",
    };
}
