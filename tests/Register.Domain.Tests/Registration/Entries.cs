using Register.Domain.FitnessToPractise;
using Register.Domain.Registration;
using Register.Domain.Tests.Applications;
using Register.Domain.Tests.Education;
using static Register.Domain.Registration.RegistrantEvent;
using static Register.Domain.Tests.Cast;

namespace Register.Domain.Tests.Registration;

/// <summary>Amara's entry, and restrictions that cases put on it.</summary>
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

    public static Restriction Suspension(string from, string until, CaseId? of = null) =>
        new(of ?? Case, InterimOrderKind.Suspension, Day(from), Day(until), "Suspended while a case is looked into.");

    public static Restriction Conditions(string from, string until, CaseId? of = null) =>
        new(of ?? Case, InterimOrderKind.Conditions, Day(from), Day(until), "Works under supervision.");

    public static RestrictionPlaced Placed(Restriction r) => new(r.Case, r.Kind, r.From, r.Until, r.PublicText);

    public static RestrictionLifted Lifted(string on, CaseId? of = null) => new(of ?? Case, Day(on));
}
