using System.Collections.Immutable;
using Register.Domain.Education;
using Register.Domain.Identity;
using Register.Domain.Registration;
using Register.Domain.Registration.Tenure;

namespace Register.Domain.Applications;

/// <summary>The records of other streams that an application relies on, as they stand.</summary>
/// <param name="Programme">The programme of the award; none where the route has no award.</param>
/// <param name="Held">The entry that the applicant holds or names; null when there is none.</param>
/// <param name="Supervisor">The entry of who signed for updating; null when there is none.</param>
public sealed record ReliedOn(ProgrammeState Programme, RegistrantState? Held = null, RegistrantState? Supervisor = null)
{
    /// <summary>The applicant's other applications, under whatever name (R14).</summary>
    public ImmutableArray<ApplicationState> Others { get; init; } = [];

    /// <summary>The claims on the identity that the application stands for (R14).</summary>
    public IdentityClaimState Claims { get; init; } = IdentityClaimState.None;

    /// <summary>Nothing.</summary>
    public static readonly ReliedOn Nothing = new(ProgrammeState.None);
}

/// <summary>What each entry route wants: its evidence, and the rules that evidence meets (R8-R13, R20).</summary>
public static class RouteRules
{
    private static readonly ImmutableArray<EvidenceKind> Always =
        [EvidenceKind.Identity, EvidenceKind.Character, EvidenceKind.Health, EvidenceKind.Indemnity, EvidenceKind.Fee];

    /// <summary>The kinds of evidence that a grant needs checked and satisfied (R9).</summary>
    public static ImmutableArray<EvidenceKind> Needed(EntryRoute route, RouteEvidence? evidence) =>
    [
        .. Always,
        .. (EvidenceKind[])(route switch
        {
            EntryRoute.UkApproved when evidence?.Updating is not null => [EvidenceKind.Qualification, EvidenceKind.Updating],
            EntryRoute.UkApproved => [EvidenceKind.Qualification],
            EntryRoute.International when evidence?.Qualification?.Legacy is not null => [EvidenceKind.Comparability],
            EntryRoute.International => [EvidenceKind.Comparability, EvidenceKind.EnglishLanguage],
            EntryRoute.Grandparenting => [EvidenceKind.Practice],
            EntryRoute.VoluntaryRegisterTransfer => [EvidenceKind.VoluntaryRegisterEntry],
            EntryRoute.Readmission => [EvidenceKind.Updating],
            EntryRoute.Restoration => [EvidenceKind.Updating, EvidenceKind.Insight],
            _ => [],
        }),
    ];

    /// <summary>The way back that a route is; null for a first registration (R20).</summary>
    public static WayBack? WayBackOf(EntryRoute route) => route switch
    {
        EntryRoute.Readmission => WayBack.Readmission,
        EntryRoute.Restoration => WayBack.Restoration,
        _ => null,
    };

    /// <summary>The number that an application comes back under; null for a first registration, whatever its evidence names (R14, R20).</summary>
    public static RegistrationNumber? ReturningBy(EntryRoute route, RouteEvidence? evidence) =>
        WayBackOf(route) is null ? null : evidence?.Held;

    /// <summary>Everything that a submission by a route lacks, at once.</summary>
    public static IEnumerable<Rejection> Missing(EntryRoute route, AwardReference? award, RouteEvidence? evidence, DateOnly on, LegalRegime regime) =>
        route switch
        {
            EntryRoute.UkApproved => award is null ? [Required("programme", "an award on a pass list (R10)")] : [],
            EntryRoute.International =>
            [
                .. AreasOf(evidence),
                .. evidence?.Qualification is null ? [Required("qualification", "the qualification and where it was awarded (R12)")] : None,
                .. evidence?.Qualification is { Legacy: null, EnglishLanguage.Length: 0 }
                    ? [Required("qualification.english_language", "English language evidence (R12)")]
                    : None,
            ],
            EntryRoute.Grandparenting => [.. AreasOf(evidence), .. Closed(on, GrandparentingLast(regime), "Grandparenting", "R11"), .. PracticeOf(evidence)],
            EntryRoute.VoluntaryRegisterTransfer =>
            [
                .. AreasOf(evidence),
                .. Closed(on, TransferLast(regime), "The transfer from a voluntary register", "R13"),
                .. evidence?.VoluntaryEntry is null ? [Required("voluntary_register_entry", "the entry on the voluntary register (R13)")] : None,
            ],
            _ => evidence?.Held is null ? [Required("held_registration", "the registration number held before (R20)")] : None,
        };

    /// <summary>Everything that keeps one kind of evidence from being satisfied, as far as other records tell.</summary>
    public static ImmutableArray<Rejection> Shortfalls(EvidenceKind kind, ApplicationId id, ApplicationState state, ReliedOn records)
    {
        var submission = state.Submission!;
        var regime = LegalRegime.On(submission.On);
        return kind switch
        {
            EvidenceKind.Identity => OnePerson.Shortfalls(state, records),
            EvidenceKind.Qualification when submission is { Route: EntryRoute.UkApproved, Award: { } award } => Award(submission, award, records, regime),
            EvidenceKind.Comparability when state.Comparability is not { IsMet: true } =>
                [Rejection.Of("NOT_COMPARABLE_YET", "The qualification has not been assessed as comparable, nor its shortfall made good (R12).", "checks")],
            EvidenceKind.Practice => [.. Practice(submission, records, regime)],
            EvidenceKind.Updating when WayBackOf(submission.Route) is { } way => Return(id, submission, way, records, regime),
            _ => [],
        };
    }

    /// <summary>Why a return cannot begin on a day, whatever stood on the day of the application; null when it can, and for a first registration (R20).</summary>
    public static Rejection? NotOpenOn(DateOnly date, EntryRoute route, ReliedOn records) =>
        WayBackOf(route) is not { } way || records.Held is not { } held ? null
        : held.Tenure.DepartureOn(date) is { } departure ? WaysBack.NotOpen(departure, way) ?? WaysBack.NotAllowed(held.Tenure, date)
        : WaysBack.StillRegistered;

    /// <summary>The last day on which grandparenting is open: two years, beginning with the day the part opened (R11).</summary>
    public static DateOnly GrandparentingLast(LegalRegime regime) => regime.PartOpened.AddYears(regime.GrandparentingYears).AddDays(-1);

    /// <summary>The last day on which the transfer is open (R13).</summary>
    public static DateOnly TransferLast(LegalRegime regime) => regime.PartOpened.AddYears(regime.TransferYears).AddDays(-1);

    /// <summary>Practice within the window before a day, in hundredths of a whole-time day: no day counts for more than one.</summary>
    public static int PracticeWithin(ImmutableArray<PracticePeriod> periods, DateOnly appliedOn, LegalRegime regime)
    {
        var from = appliedOn.AddYears(-regime.GrandparentingPracticeWindowYears);
        var counted = 0;
        for (var day = from; day < appliedOn; day = day.AddDays(1))
            counted += Math.Min(100, periods.Where(p => p.From <= day && day <= p.To).Sum(p => p.WholeTimePercent));
        return counted;
    }

    private static readonly Rejection[] None = [];

    private static Rejection Required(string field, string what) =>
        Rejection.Of("EVIDENCE_REQUIRED", $"This route needs {what}.", $"application.{field}");

    private static IEnumerable<Rejection> AreasOf(RouteEvidence? evidence) =>
        evidence is null || evidence.PracticeAreas.IsDefaultOrEmpty ? [Required("practice_areas", "the practice areas (R9)")] : [];

    private static IEnumerable<Rejection> Closed(DateOnly on, DateOnly last, string what, string rule) =>
        on > last ? [Rejection.Of("ROUTE_CLOSED", $"{what} was open until {last:yyyy-MM-dd} ({rule}).", "application.route")] : [];

    private static IEnumerable<Rejection> PracticeOf(RouteEvidence? evidence)
    {
        if (evidence?.Practice is not { } practice || (practice.Periods.IsDefaultOrEmpty && practice.Test is null))
        {
            yield return Required("practice", "periods of practice or a test of competence (R11)");
            yield break;
        }
        foreach (var (period, i) in practice.Periods.Select((p, i) => (p, i)))
        {
            if (period.To < period.From)
                yield return Rejection.Invalid($"application.practice.periods[{i}].to", "ENDS_BEFORE_IT_BEGINS", "Practice does not end before it begins.");
            if (period.WholeTimePercent is < 1 or > 100)
                yield return Rejection.Invalid($"application.practice.periods[{i}].whole_time_percent", "NOT_A_SHARE", "The share of whole time is 1 to 100 per cent.");
        }
        if (!practice.NeverRegistered)
        {
            yield return Rejection.Of(
                "REGISTERED_BEFORE", "Grandparenting is for those never before registered in this profession: declare it (R11).", "application.practice.never_registered");
        }
    }

    private static ImmutableArray<Rejection> Award(ApplicationEvent.Submitted submission, AwardReference award, ReliedOn records, LegalRegime regime)
    {
        var shortfalls = Qualification.Shortfalls(records.Programme, award.CandidateNumber, submission.Person.DateOfBirth, submission.On, regime);
        if (submission.Evidence?.Updating is not { } updating)
            return [.. shortfalls];

        // R10: what is too old for a first registration is brought up to date as after a return.
        return
        [
            .. shortfalls.SelectMany(s => s.Code == "AWARD_TOO_OLD"
                ? Updating.Shortfalls(
                    updating,
                    Updating.DaysNeeded(records.Programme.Awards[award.CandidateNumber].RatifiedOn ?? submission.On, submission.On, regime),
                    records.Supervisor,
                    submission.On,
                    regime)
                : [s]),
        ];
    }

    private static IEnumerable<Rejection> Practice(ApplicationEvent.Submitted submission, ReliedOn records, LegalRegime regime)
    {
        if (records.Held?.Entry is not null)
            yield return Rejection.Of("REGISTERED_BEFORE", "The applicant has been registered in this profession before (R11).", "checks");
        var practice = submission.Evidence!.Practice!;
        if (practice.Test is not null)
            yield break;
        var needed = (submission.On.DayNumber - submission.On.AddYears(-regime.GrandparentingPracticeYears).DayNumber) * 100;
        var counted = PracticeWithin(practice.Periods, submission.On, regime);
        if (counted < needed)
        {
            yield return Rejection.Of(
                "PRACTICE_TOO_SHORT",
                $"{regime.GrandparentingPracticeYears} of the last {regime.GrandparentingPracticeWindowYears} years in practice are needed, part time counting pro rata: {counted / 100} of {needed / 100} days count (R11).",
                "checks");
        }
    }

    private static ImmutableArray<Rejection> Return(
        ApplicationId id, ApplicationEvent.Submitted submission, WayBack way, ReliedOn records, LegalRegime regime) =>
        records.Held is { Entry: { } entry } held && entry.Applicant == submission.Applicant
            ? WaysBack.Shortfalls(held, way, submission.Evidence!.Updating, records.Supervisor, submission.On, regime, id)
            : [Rejection.Of("NOT_THE_HOLDER", "The registration number named is not the applicant's (R16).", "held_registration")];
}
