using Register.Domain.FitnessToPractise;

namespace Register.Domain.Registration.Tenure;

/// <summary>Who is sanctioned is told of the appeal, whether on the register or off it (R26).</summary>
internal static class SanctionNotices
{
    /// <summary>The notices that are to be given, and the messages of those that were.</summary>
    public static IEnumerable<Due> Of(TenureState tenure, RegistrationNumber number)
    {
        foreach (var until in AppealPeriods(tenure).OrderBy(until => until))
        {
            if (tenure.Notices.FirstOrDefault(n => (n.Kind, n.PeriodEnd) == (NoticeKind.Sanction, until)) is not { } notice)
                yield return new Due.Act($"notice sanction {until:yyyy-MM-dd}", ToldOn(tenure, until), null, new GiveNotice(number, NoticeKind.Sanction, until));
            else if (notice.SentAt is null)
                yield return new Due.Deliver($"message sanction {until:yyyy-MM-dd}", notice.GivenOn, null, notice);
        }
    }

    /// <summary>The kinds of the sanctions whose appeal period ends on a day.</summary>
    public static IEnumerable<SanctionKind> EndingOn(TenureState tenure, DateOnly until) =>
        Appealable(tenure).Where(s => LastDayOf(s) == until).Select(s => s.Kind).Distinct();

    private static HashSet<DateOnly> AppealPeriods(TenureState tenure) => [.. Appealable(tenure).Select(LastDayOf)];

    private static DateOnly ToldOn(TenureState tenure, DateOnly until) => Appealable(tenure).First(s => LastDayOf(s) == until).NotifiedOn;

    // What was agreed, and what an appeal came to, takes effect at once.
    private static IEnumerable<SanctionSpan> Appealable(TenureState tenure) => tenure.Cases
        .SelectMany(c => c.Standing.Sanctions)
        .Where(s => s.Kind != SanctionKind.RemovalByAgreement && !(s.From <= s.NotifiedOn));

    private static DateOnly LastDayOf(SanctionSpan sanction) => sanction.NotifiedOn.AddDays(LegalRegime.On(sanction.NotifiedOn).AppealDays);
}
