using System.Collections.Immutable;

namespace Register.Domain.Registration.Tenure;

/// <summary>Each way off the register has its own way back (R19, R20).</summary>
public static class WaysBack
{
    internal static readonly Rejection StillRegistered =
        Rejection.Of("STILL_REGISTERED", "The entry is on the register: there is nothing to come back from.", "registration_number");

    /// <summary>The ways back that a way out leaves open. An entry that should never have been made is no bar to a good one later.</summary>
    public static ImmutableArray<WayBack> After(WayOut way) => way switch
    {
        WayOut.Lapsed => [WayBack.ShortReadmission, WayBack.Readmission],
        WayOut.VoluntaryRemoval or WayOut.EntryRemoved or WayOut.CpdRemoval => [WayBack.Readmission],
        WayOut.RemovedByAgreement or WayOut.StruckOff => [WayBack.Restoration],
        _ => [],
    };

    /// <summary>Everything that stands in the way of coming back, at once; empty when nothing does.</summary>
    /// <param name="registrant">The entry of who wants to come back, as it stands.</param>
    /// <param name="updating">What was done to come up to date; null for none.</param>
    /// <param name="supervisor">The entry of who signed for the supervised part, as it stands; null when there is none.</param>
    /// <param name="appliedOn">The day of the application: time away and updating are counted to it.</param>
    /// <param name="application">The application itself where it is on record already: it does not stand in its own way.</param>
    public static ImmutableArray<Rejection> Shortfalls(
        RegistrantState registrant,
        WayBack way,
        UpdatingRecord? updating,
        RegistrantState? supervisor,
        DateOnly appliedOn,
        LegalRegime regime,
        ApplicationId? application = null)
    {
        if (registrant.Entry is not { } entry)
            return [Rejection.NotFound("REGISTRANT_NOT_FOUND", "There is no such registrant.")];
        if (registrant.Tenure.DepartureOn(appliedOn) is not { } departure)
            return [StillRegistered];
        if (NotOpen(departure, way) is { } closed)
            return [closed];
        return
        [
            .. way switch
            {
                WayBack.ShortReadmission => TooLate(departure, appliedOn, regime),
                WayBack.Restoration => TooSoon(registrant.Tenure, departure, appliedOn, regime, application),
                _ => [],
            },
            .. way == WayBack.ShortReadmission
                ? []
                : Updating.Shortfalls(
                    updating,
                    Updating.DaysNeeded(registrant.Tenure.AwaySince(appliedOn) ?? departure.On, appliedOn, regime),
                    supervisor,
                    appliedOn,
                    regime,
                    entry.Number),
        ];
    }

    /// <summary>Why a way back is not one from here; null when it is.</summary>
    internal static Rejection? NotOpen(Departure departure, WayBack way) =>
        After(departure.Way).Contains(way)
            ? null
            : Rejection.Of(
                "NOT_THE_WAY_BACK",
                $"After {Words.Of(departure.Way)} the way back is {string.Join(" or ", After(departure.Way).Select(Words.Of).DefaultIfEmpty("closed"))}, not {Words.Of(way)} (R19, R20).",
                "route");

    /// <summary>Why nobody who was struck off or removed by agreement through a case comes back on a date: until a panel allows it; null when every such
    /// case has (R20). What was decided without a case has no panel to ask.</summary>
    internal static Rejection? NotAllowed(TenureState tenure, DateOnly date) =>
        tenure.Removals().Any(removal => tenure.KeepsOff(removal, date)
            && After(removal.Way).Contains(WayBack.Restoration)
            && !tenure.Cases.Any(c => c.Case == removal.Case && c.Standing.RestorationAllowedOn <= date))
            ? Rejection.Of("RESTORATION_NOT_ALLOWED", "Restoration after a case is for a panel to allow, at a hearing (R20).", "route")
            : null;

    private static IEnumerable<Rejection> TooLate(Departure departure, DateOnly appliedOn, LegalRegime regime)
    {
        var last = departure.On.AddMonths(regime.ShortReadmissionMonths).AddDays(-1);
        if (appliedOn > last)
            yield return Rejection.Of("SHORT_READMISSION_OVER", $"Short readmission was open until {last:yyyy-MM-dd}: apply for readmission (R20).", "route");
    }

    private static IEnumerable<Rejection> TooSoon(
        TenureState tenure, Departure departure, DateOnly appliedOn, LegalRegime regime, ApplicationId? application)
    {
        var first = departure.On.AddYears(regime.RestorationYears);
        if (appliedOn < first)
        {
            yield return Rejection.Of(
                "RESTORATION_TOO_SOON", $"Restoration is open {regime.RestorationYears} years after the removal, from {first:yyyy-MM-dd} (R20).", "route");
        }
        var recent = tenure.RestorationApplications
            .LastOrDefault(a => a.Application != application && a.On <= appliedOn && appliedOn < a.On.AddMonths(regime.RestorationApplicationMonths));
        if (recent is not null)
        {
            yield return Rejection.Of(
                "RESTORATION_APPLIED_FOR",
                $"One application for restoration is heard in {regime.RestorationApplicationMonths} months: the next from {recent.On.AddMonths(regime.RestorationApplicationMonths):yyyy-MM-dd} (R20).",
                "route");
        }
    }
}
