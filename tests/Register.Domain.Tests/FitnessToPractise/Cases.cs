using Register.Domain.FitnessToPractise;
using Register.Domain.Registration;
using static Register.Domain.FitnessToPractise.CaseEvent;
using static Register.Domain.Tests.Cast;

namespace Register.Domain.Tests.FitnessToPractise;

/// <summary>A concern about Amara, and the orders made while it is looked into.</summary>
internal static class Cases
{
    public static readonly CaseId Id = new(Guid.Parse("c1c1c1c1-0000-4000-8000-000000000001"));

    public static readonly ConcernRaised Concern = new(
        new RegistrationNumber(12), Ground.LackOfCompetence, "Missed findings.", Day("2026-05-28"), NoonOf("2026-06-01"),
        Subject: Amara.Subject, By: FtpOfficer.Subject);

    /// <summary>From 1 June to 30 November 2026.</summary>
    public static readonly InterimOrderImposed Order = new(
        InterimOrderKind.Suspension, Day("2026-06-01"), Day("2026-11-30"), Day("2026-12-01"), "Suspended while a case is looked into.",
        FtpOfficer.Subject);

    public static readonly NamedRegistrant Registrant = new(new RegistrationNumber(12), Amara.Subject);

    public static readonly Closed Closed = new("No case to answer.", Day("2026-09-01"), ClosedAs.ByOfficer);

    public static Scenario<CaseState, CaseEvent> Given(params IEnumerable<CaseEvent> events) => new(events);

    public static InterimOrderRevoked Revoked(string on) => new(Day(on), FtpOfficer.Subject);
}
