namespace Register.Domain.FitnessToPractise;

/// <summary>How long a sanction may run, by its kind (R25).</summary>
internal static class SanctionLimits
{
    public static IEnumerable<Rejection> Problems(SanctionTerms terms, string field, LegalRegime regime)
    {
        var (kind, months) = (terms.Kind, terms.Months);
        if (kind == SanctionKind.RemovalByAgreement)
        {
            yield return Rejection.Invalid($"{field}.kind", "NOT_DECIDED", "A removal by agreement is agreed, not imposed.");
        }
        else if (Of(kind, regime) is not { } limits)
        {
            if (months is not null)
                yield return Rejection.Invalid($"{field}.months", "MONTHS_NOT_WANTED", "This sanction has no end.");
        }
        else if (months is not { } given || given < limits.Least || given > limits.Most)
        {
            yield return Rejection.Invalid(
                $"{field}.months", "OUT_OF_LIMITS", $"This sanction runs for {limits.Least} to {limits.Most} months (R25).");
        }
    }

    private static (int Least, int Most)? Of(SanctionKind kind, LegalRegime regime) => kind switch
    {
        SanctionKind.Caution => (regime.CautionLeastMonths, regime.CautionMostMonths),
        SanctionKind.Conditions => (1, regime.ConditionsMostMonths),
        SanctionKind.Suspension => (1, regime.SuspensionMostMonths),
        _ => null,
    };
}
