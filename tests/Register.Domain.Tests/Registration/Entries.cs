using System.Collections.Immutable;
using Register.Domain.FitnessToPractise;
using Register.Domain.Registration;
using Register.Domain.Tests.Applications;
using Register.Domain.Tests.Education;
using static Register.Domain.Registration.RegistrantEvent;
using static Register.Domain.Tests.Cast;

namespace Register.Domain.Tests.Registration;

/// <summary>Amara's entry, and what cases come to for it.</summary>
internal static class Entries
{
    public static readonly RegistrationNumber Number = new(12);

    public static readonly CaseId Case = new(Guid.Parse("c1c1c1c1-0000-4000-8000-000000000001"));

    public static readonly CaseId OtherCase = new(Guid.Parse("c2c2c2c2-0000-4000-8000-000000000002"));

    /// <summary>From 10 March 2026 to 28 February 2028.</summary>
    public static readonly Registered Registered = new(
        Number,
        Submissions.Id,
        Amara.Subject,
        Submissions.Application.Person,
        Submissions.Application.PracticeTown,
        Programmes.Areas,
        Day("2026-03-10"),
        Day("2028-02-28"));

    public static Scenario<RegistrantState, RegistrantEvent> Given(params IEnumerable<RegistrantEvent> events) => new(events);

    public static InterimOrderSpan Suspension(string from, string until) =>
        new(InterimOrderKind.Suspension, Day(from), Day(until), "Suspended while a case is looked into.");

    public static InterimOrderSpan Conditions(string from, string until) =>
        new(InterimOrderKind.Conditions, Day(from), Day(until), "Works under supervision.");

    /// <summary>The older form of an interim order on the entry.</summary>
    public static RestrictionPlaced Placed(InterimOrderSpan order, CaseId? of = null) =>
        new(of ?? Case, order.Kind, order.From, order.Until, order.PublicText);

    /// <summary>The older form of its end.</summary>
    public static RestrictionLifted Lifted(string on, CaseId? of = null) => new(of ?? Case, Day(on));

    /// <summary>A case that holds the entry from a day on, and comes to nothing else yet.</summary>
    public static CaseStanding Open(string from, string? until = null) => new(Day(from), until is null ? null : Day(until), [], [], []);

    /// <summary>A sanction told of a good month before it takes effect; without a first day it waits for an appeal.</summary>
    public static SanctionSpan Sanction(SanctionKind kind, string? from, string? until = null, string notified = "2026-05-01", string? text = null) =>
        new(kind, Day(notified), from is null ? null : Day(from), until is null ? null : Day(until), text ?? $"{kind} by a panel.");

    public static CaseStanding With(this CaseStanding standing, params ImmutableArray<SanctionSpan> sanctions) => standing with { Sanctions = sanctions };

    public static CaseStanding With(this CaseStanding standing, params ImmutableArray<InterimOrderSpan> orders) => standing with { InterimOrders = orders };

    public static CaseStanding With(this CaseStanding standing, params ImmutableArray<HearingNotice> hearings) => standing with { Hearings = hearings };

    public static CaseRecorded Recorded(CaseStanding standing, CaseId? of = null) => new(of ?? Case, standing);
}
