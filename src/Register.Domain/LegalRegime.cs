using System.Collections.Immutable;

namespace Register.Domain;

/// <summary>The durations that law and policy set, as one versioned set: no rule holds a number of its own.</summary>
/// <param name="From">The first day this version is in force.</param>
/// <param name="ApplicantMinimumAge">An applicant is at least this old, in years (policy).</param>
/// <param name="QualificationValidYears">An award counts for this many years from ratification (R10).</param>
/// <param name="RenewalDate">One profession-wide renewal date, from which all the others are counted (R17).</param>
/// <param name="RegistrationPeriodMonths">Months from one renewal date to the next (R17).</param>
/// <param name="InterimOrderMaxMonths">The longest an interim order may run (R24).</param>
/// <param name="InterimOrderFirstReviewMonths">The first review of an interim order is due within this many months (R24).</param>
public sealed record LegalRegime(
    DateOnly From,
    int ApplicantMinimumAge,
    int QualificationValidYears,
    DateOnly RenewalDate,
    int RegistrationPeriodMonths,
    int InterimOrderMaxMonths,
    int InterimOrderFirstReviewMonths)
{
    private static readonly ImmutableArray<LegalRegime> Versions =
    [
        new(
            From: DateOnly.MinValue,
            ApplicantMinimumAge: 16,
            QualificationValidYears: 5,
            RenewalDate: new DateOnly(2026, 2, 28),
            RegistrationPeriodMonths: 24,
            InterimOrderMaxMonths: 18,
            InterimOrderFirstReviewMonths: 6),
    ];

    /// <summary>The parameters in force on a date.</summary>
    public static LegalRegime On(DateOnly date) => Versions.Last(v => v.From <= date);

    /// <summary>The last day of the registration period that a date falls in: the next profession-wide renewal date, that day included (R17).</summary>
    public DateOnly PeriodEnd(DateOnly date)
    {
        var months = ((date.Year - RenewalDate.Year) * 12) + date.Month - RenewalDate.Month;
        var periods = Math.DivRem(months, RegistrationPeriodMonths, out _) - 1;
        while (RenewalDate.AddMonths(periods * RegistrationPeriodMonths) < date)
            periods++;
        return RenewalDate.AddMonths(periods * RegistrationPeriodMonths);
    }
}
