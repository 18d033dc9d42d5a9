using System.Collections.Immutable;

namespace Register.Domain.Registration.Tenure;

/// <summary>The kinds of updating (R20).</summary>
public enum UpdatingKind
{
    SupervisedPractice = 1,
    FormalStudy,
    PrivateStudy,
}

/// <summary>One piece of updating: so many whole hours, from a day to a day, both included.</summary>
public sealed record UpdatingActivity(UpdatingKind Kind, int Hours, DateOnly From, DateOnly To);

/// <summary>What was done to come up to date, and which registrant signed for its supervised part.</summary>
public sealed record UpdatingRecord(ImmutableArray<UpdatingActivity> Activities, RegistrationNumber? SignedBy);

/// <summary>Counts updating in hours (R20): for a return, and for an award that is too old (R10).</summary>
public static class Updating
{
    private const int HoursOfTheDay = 24;

    /// <summary>Everything that keeps the updating from being enough, at once; empty when it is, and when none is needed.</summary>
    /// <param name="daysNeeded">Days of updating, each of <see cref="LegalRegime.UpdatingHoursInADay"/> hours.</param>
    /// <param name="supervisor">The entry of who signed, as it stands; null when there is none.</param>
    /// <param name="applicant">The applicant's own number where they have one: nobody signs for themself.</param>
    public static ImmutableArray<Rejection> Shortfalls(
        UpdatingRecord? updating,
        int daysNeeded,
        RegistrantState? supervisor,
        DateOnly appliedOn,
        LegalRegime regime,
        RegistrationNumber? applicant = null)
    {
        if (daysNeeded <= 0)
            return [];
        var hours = daysNeeded * regime.UpdatingHoursInADay;
        var needed = $"{daysNeeded} days of updating ({hours} hours) are needed (R20)";
        if (updating is null || updating.Activities.IsDefaultOrEmpty)
            return [Rejection.Of("UPDATING_REQUIRED", $"{needed}: none is declared.", "updating")];

        var earliest = appliedOn.AddMonths(-regime.UpdatingWithinMonths);
        List<Rejection> wrong = [.. updating.Activities.SelectMany(Impossible)];
        var counted = updating.Activities.Where(a => earliest <= a.From && a.From <= a.To && a.To <= appliedOn).ToList();
        var total = Counted(counted, hours, regime);
        var problems = ImmutableArray.CreateBuilder<Rejection>();
        problems.AddRange(wrong);
        if (!FitTogether([.. counted.Where(a => !Impossible(a, 0).Any())]))
        {
            problems.Add(Rejection.Invalid(
                "updating.activities", "MORE_HOURS_THAN_THE_DAYS_HAVE", "So many hours do not fit into these days, taken together."));
        }
        if (total < hours)
        {
            problems.Add(Rejection.Of("UPDATING_TOO_SHORT", $"{needed}: {total} hours count.", "updating"));
            problems.AddRange(NotCounted(updating, counted, earliest, appliedOn, hours, regime));
        }
        if (counted.Any(a => a.Kind == UpdatingKind.SupervisedPractice))
            problems.AddRange(Unsigned(updating.SignedBy, supervisor, appliedOn, regime, applicant));
        return problems.ToImmutable();
    }

    /// <summary>The days of updating that a return takes after being away since a day (R20).</summary>
    /// <param name="away">The first day off the register.</param>
    public static int DaysNeeded(DateOnly away, DateOnly appliedOn, LegalRegime regime) =>
        regime.UpdatingBands.Where(band => away.AddYears(band.AwayYears) < appliedOn).Select(band => band.Days).DefaultIfEmpty().Max();

    private static long Counted(IReadOnlyCollection<UpdatingActivity> activities, int needed, LegalRegime regime)
    {
        var studied = HoursOf(activities, UpdatingKind.PrivateStudy);
        return activities.Sum(a => (long)a.Hours) - studied + Math.Min(studied, MostPrivateStudy(needed, regime));
    }

    private static IEnumerable<Rejection> NotCounted(
        UpdatingRecord updating, List<UpdatingActivity> counted, DateOnly earliest, DateOnly appliedOn, int needed, LegalRegime regime)
    {
        foreach (var (activity, i) in updating.Activities.Select((a, i) => (a, i)))
        {
            if (activity.From <= activity.To && (activity.From < earliest || activity.To > appliedOn))
            {
                yield return Rejection.Of(
                    "UPDATING_OUTSIDE_TIME",
                    $"Updating counts when done from {earliest:yyyy-MM-dd} to {appliedOn:yyyy-MM-dd}, the {regime.UpdatingWithinMonths} months before applying (R20).",
                    $"updating.activities[{i}]");
            }
        }
        if (HoursOf(counted, UpdatingKind.PrivateStudy) > MostPrivateStudy(needed, regime))
        {
            yield return Rejection.Of(
                "TOO_MUCH_PRIVATE_STUDY",
                $"Private study counts for at most {MostPrivateStudy(needed, regime)} of the {needed} hours (R20).",
                "updating.activities");
        }
    }

    private static IEnumerable<Rejection> Impossible(UpdatingActivity activity, int i)
    {
        var field = $"updating.activities[{i}]";
        if (activity.To < activity.From)
            yield return Rejection.Invalid($"{field}.to", "ENDS_BEFORE_IT_BEGINS", "Updating does not end before it begins.");
        else if (activity.Hours > HoursOfTheDay * (activity.To.DayNumber - activity.From.DayNumber + 1))
            yield return Rejection.Invalid($"{field}.hours", "MORE_HOURS_THAN_THE_DAYS_HAVE", "So many hours do not fit into these days.");
        if (activity.Hours <= 0)
            yield return Rejection.Invalid($"{field}.hours", "NO_HOURS", "Updating takes at least one hour.");
    }

    // Day by day, what has to be over first is done first: what is left over then would be left over however the hours were spread.
    private static bool FitTogether(IReadOnlyCollection<UpdatingActivity> activities)
    {
        if (activities.Count == 0)
            return true;
        var open = activities.OrderBy(a => a.To).ToArray();
        var left = open.Select(a => a.Hours).ToArray();
        for (var day = activities.Min(a => a.From); day <= open[^1].To; day = day.AddDays(1))
        {
            var free = HoursOfTheDay;
            for (var i = 0; i < open.Length && free > 0; i++)
            {
                var done = open[i].From <= day && day <= open[i].To ? Math.Min(free, left[i]) : 0;
                (left[i], free) = (left[i] - done, free - done);
            }
        }
        return left.All(hours => hours == 0);
    }

    private static IEnumerable<Rejection> Unsigned(
        RegistrationNumber? signedBy, RegistrantState? supervisor, DateOnly appliedOn, LegalRegime regime, RegistrationNumber? applicant)
    {
        const string Field = "updating.signed_by";
        if (signedBy is null)
        {
            yield return Rejection.Of("SUPERVISION_NOT_SIGNED", "The supervised part of updating is signed by a registrant: give the number (R20).", Field);
            yield break;
        }
        if (signedBy == applicant)
        {
            yield return Rejection.Of("SIGNED_FOR_ONESELF", "Nobody signs for their own supervised practice (R20).", Field);
            yield break;
        }
        // Why a supervisor does not qualify is theirs to know: an open case is never revealed by an answer to another (R28).
        if (supervisor is null || !Qualifies(supervisor, appliedOn, regime))
        {
            yield return Rejection.Of(
                "SUPERVISOR_NOT_ELIGIBLE",
                $"Who signs has been on the register for {regime.SupervisorYears} years, without sanction or open case (R20): this number does not qualify.",
                Field);
        }
    }

    private static bool Qualifies(RegistrantState supervisor, DateOnly on, LegalRegime regime) =>
        supervisor.Tenure.IsRegisteredOn(on)
        && supervisor.Tenure.StayOn(on)!.From.AddYears(regime.SupervisorYears) <= on
        && !supervisor.Tenure.IsHeldOn(on)
        && EntryStatus.On(on, supervisor).Status == StatusWord.Registered;

    private static long HoursOf(IEnumerable<UpdatingActivity> activities, UpdatingKind kind) => activities.Where(a => a.Kind == kind).Sum(a => (long)a.Hours);

    private static long MostPrivateStudy(int hours, LegalRegime regime) => (long)hours * regime.PrivateStudyPercent / 100;
}
