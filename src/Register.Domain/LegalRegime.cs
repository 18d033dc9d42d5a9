using System.Collections.Immutable;

namespace Register.Domain;

/// <summary>The durations and numbers that law and policy set, as one versioned set: no rule holds a number of its own.</summary>
public sealed record LegalRegime
{
    private static readonly ImmutableArray<LegalRegime> Versions = [new() { From = DateOnly.MinValue }];

    /// <summary>The first day this version is in force.</summary>
    public required DateOnly From { get; init; }

    /// <summary>The day this part of the register opened: the transition windows of R11 and R13 are counted from it.</summary>
    public DateOnly PartOpened { get; init; } = new(2026, 1, 1);

    /// <summary>An applicant is at least this old, in years (policy).</summary>
    public int ApplicantMinimumAge { get; init; } = 16;

    /// <summary>An application has at most this many documents (policy).</summary>
    public int DocumentsPerApplication { get; init; } = 50;

    /// <summary>An award counts for this many years from ratification (R10).</summary>
    public int QualificationValidYears { get; init; } = 5;

    /// <summary>A level 6 apprenticeship is at least this share off the job, in per cent.</summary>
    public int OffTheJobPercent { get; init; } = 20;

    /// <summary>Grandparenting is open for this many years from <see cref="PartOpened"/> (R11).</summary>
    public int GrandparentingYears { get; init; } = 2;

    /// <summary>Grandparenting looks back over this many years (R11).</summary>
    public int GrandparentingPracticeWindowYears { get; init; } = 5;

    /// <summary>Grandparenting needs this many years of practice, whole time, within the window (R11).</summary>
    public int GrandparentingPracticeYears { get; init; } = 3;

    /// <summary>The transfer from a voluntary register is open for this many years from <see cref="PartOpened"/> (R13).</summary>
    public int TransferYears { get; init; } = 2;

    /// <summary>A refusal, and a sanction, can be appealed within this many days of its notice (R26).</summary>
    public int AppealDays { get; init; } = 28;

    /// <summary>An application that led to no registration is kept for this many years, in which its refusal may still be questioned (R36).</summary>
    public int UnsuccessfulApplicationYears { get; init; } = 6;

    /// <summary>One profession-wide renewal date, from which all the others are counted (R17).</summary>
    public DateOnly RenewalDate { get; init; } = new(2026, 2, 28);

    /// <summary>Months from one renewal date to the next (R17).</summary>
    public int RegistrationPeriodMonths { get; init; } = 24;

    /// <summary>The renewal window opens this many months before the renewal date (R17).</summary>
    public int RenewalWindowMonths { get; init; } = 3;

    /// <summary>The renewal notice is given at least this many days before expiry (R17).</summary>
    public int RenewalNoticeDays { get; init; } = 42;

    /// <summary>The final warning gives this many days (R17).</summary>
    public int FinalWarningDays { get; init; } = 14;

    /// <summary>How many of ten thousand who renew are drawn for a CPD audit: 250 are 2.5% (R18).</summary>
    public int CpdAuditPerTenThousand { get; init; } = 250;

    /// <summary>A CPD profile is handed in within this many months of the draw (policy).</summary>
    public int CpdProfileMonths { get; init; } = 3;

    /// <summary>Further time for a CPD profile is this many months, given once (R18).</summary>
    public int CpdFurtherTimeMonths { get; init; } = 3;

    /// <summary>Short readmission is open for this many months from the lapse (R20).</summary>
    public int ShortReadmissionMonths { get; init; } = 1;

    /// <summary>The days of updating that a return after so many years away takes, longest first: a band begins after its years are over (R20).</summary>
    public ImmutableArray<UpdatingBand> UpdatingBands { get; init; } = [new(AwayYears: 5, Days: 60), new(AwayYears: 2, Days: 30)];

    /// <summary>A day of updating is this many hours (R20).</summary>
    public int UpdatingHoursInADay { get; init; } = 7;

    /// <summary>Private study counts for at most this share of the updating, in per cent (R20).</summary>
    public int PrivateStudyPercent { get; init; } = 50;

    /// <summary>Updating is done within this many months before the application (R20).</summary>
    public int UpdatingWithinMonths { get; init; } = 12;

    /// <summary>Who signs the supervised part of updating has been on the register for this many years (R20).</summary>
    public int SupervisorYears { get; init; } = 3;

    /// <summary>Restoration is not open before this many years from the removal (R20).</summary>
    public int RestorationYears { get; init; } = 5;

    /// <summary>One application for restoration is heard in this many months (R20).</summary>
    public int RestorationApplicationMonths { get; init; } = 12;

    /// <summary>A department is endorsed for preceptorship for this many years.</summary>
    public int PreceptorshipEndorsementYears { get; init; } = 3;

    /// <summary>The longest an interim order may run, in months (R24).</summary>
    public int InterimOrderMaxMonths { get; init; } = 18;

    /// <summary>The first review of an interim order is due within this many months (R24).</summary>
    public int InterimOrderFirstReviewMonths { get; init; } = 6;

    /// <summary>Further reviews of an interim order are due within this many months of the last (R24).</summary>
    public int InterimOrderReviewMonths { get; init; } = 3;

    /// <summary>The court extends an interim order by at most this many months each time (R24).</summary>
    public int InterimOrderExtensionMonths { get; init; } = 12;

    /// <summary>An investigating committee has this many members, any other at least as many.</summary>
    public int CommitteeMembers { get; init; } = 3;

    /// <summary>No case to answer can be reopened within this many years (R28).</summary>
    public int ReopeningYears { get; init; } = 3;

    /// <summary>A caution runs for at least this many months (R25).</summary>
    public int CautionLeastMonths { get; init; } = 12;

    /// <summary>A caution runs for at most this many months (R25).</summary>
    public int CautionMostMonths { get; init; } = 60;

    /// <summary>Conditions run for at most this many months (R25).</summary>
    public int ConditionsMostMonths { get; init; } = 36;

    /// <summary>A suspension runs for at most this many months (R25).</summary>
    public int SuspensionMostMonths { get; init; } = 12;

    /// <summary>Striking off for lack of competence or health follows this many years of continuous suspension or conditions (R25).</summary>
    public int StrikingOffAfterYears { get; init; } = 2;

    /// <summary>Published counts below this are suppressed (R35).</summary>
    public int SmallestPublishedCount { get; init; } = 5;

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

/// <summary>How much updating a return takes when its band is the longest that has begun (R20).</summary>
/// <param name="AwayYears">The band begins when the person has been away for longer than this.</param>
/// <param name="Days">Days of updating.</param>
public sealed record UpdatingBand(int AwayYears, int Days);
