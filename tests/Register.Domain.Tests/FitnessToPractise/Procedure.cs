using System.Collections.Immutable;
using Register.Domain.FitnessToPractise;
using Register.Domain.Registration;
using static Register.Domain.Tests.Cast;

namespace Register.Domain.Tests.FitnessToPractise;

/// <summary>A case of misconduct about Amara, step by step from its concern on 1 June 2026 to a sanction decided on 11 January 2027.</summary>
internal static class Procedure
{
    public static readonly CaseId Id = Cases.Id;

    public static readonly ImmutableArray<string> Investigators = ["ic-1", "ic-2", "ic-3"];
    public static readonly ImmutableArray<string> Members = ["panel-1", "panel-2", "panel-3"];
    public static readonly ImmutableArray<string> Reviewers = ["review-1", "review-2", "review-3"];

    public static readonly Actor Chair = Panel("panel-1"), Second = Panel("panel-2"), Third = Panel("panel-3");
    public static readonly Actor ReviewChair = Panel("review-1"), ReviewSecond = Panel("review-2");

    public static readonly CaseEvent.ConcernRaised Concern = Cases.Concern with { Ground = Ground.Misconduct };
    public static readonly InquiryEvent.Triaged Triaged = new(true, "Serious, if true.", "ftp-officer", Day("2026-06-02"));
    public static readonly InquiryEvent.InvestigationReported Investigated = new("Reported scans not made.", "investigator", Day("2026-07-01"));
    public static readonly CommitteeEvent.Convened InvestigatingConvened = new(
        CommitteeKind.Investigating, CaseStage.InvestigatingCommittee, Investigators, "ic-1", "ftp-officer", Day("2026-07-02"));
    public static readonly InquiryEvent.Answered CaseToAnswer = new(
        CommitteeKind.ConductAndCompetence, "A realistic prospect.", "ic-1", Day("2026-07-20"));
    public static readonly CommitteeEvent.Convened Convened = new(
        CommitteeKind.ConductAndCompetence, CaseStage.ConductAndCompetenceCommittee, Members, "panel-1", "ftp-officer", Day("2026-08-03"));
    public static readonly CommitteeEvent.HearingScheduled Listed = new(
        CommitteeKind.ConductAndCompetence, Day("2027-01-11"), "Reported scans not made.", "ftp-officer", Day("2026-08-03"));
    public static readonly SanctionEvent.NoticeServed Notified = new(1, Day("2027-01-12"), "ftp-officer", Day("2027-01-12"));

    /// <summary>The last day of the appeal period, and the day on which what was not appealed takes effect.</summary>
    public const string LastDayToAppeal = "2027-02-09", Effect = "2027-02-10";

    public static readonly SanctionTerms Suspension = new(SanctionKind.Suspension, 12, "Suspended.");
    public static readonly SanctionTerms Conditions = new(SanctionKind.Conditions, 36, "Supervised.");
    public static readonly SanctionTerms Caution = new(SanctionKind.Caution, 24, "Cautioned.");
    public static readonly SanctionTerms StrikingOff = new(SanctionKind.StrikingOff, null, "Struck off.");

    public static CaseEvent[] Investigating => [Concern, Triaged, Investigated, InvestigatingConvened];

    public static CaseEvent[] Referred => [.. Investigating, CaseToAnswer];

    public static CaseEvent[] Heard => [.. Referred, Convened, Listed];

    /// <summary>The same as far as a hearing, for another ground.</summary>
    public static CaseEvent[] HeardFor(Ground ground) => [Concern with { Ground = ground }, .. Heard.Skip(1)];

    public static DecisionEvent.Recorded Recorded(SanctionTerms? terms) => new(
        1, DecisionOccasion.Hearing, terms is null ? DecisionOutcome.NoAction : DecisionOutcome.Sanction, terms, "Found proved.", "panel-1", Day("2027-01-11"));

    public static DecisionEvent.Confirmed Confirmed => new(1, "panel-1", "panel-2", Day("2027-01-11"));

    public static CaseEvent[] Decided(SanctionTerms terms) => [.. Heard, Recorded(terms), Confirmed];

    /// <summary>Told on 12 January: it can be appealed until 9 February, and takes effect on the 10th.</summary>
    public static CaseEvent[] Sanctioned(SanctionTerms terms) => [.. Decided(terms), Notified];

    /// <summary>A sanction in force, and a committee to review it.</summary>
    public static CaseEvent[] UnderReview(SanctionTerms terms) => [.. Sanctioned(terms), ReviewConvened];

    public static readonly CommitteeEvent.Convened ReviewConvened = new(
        CommitteeKind.ConductAndCompetence, CaseStage.Reviews, Reviewers, "review-1", "ftp-officer", Day("2027-06-01"));

    /// <summary>A decision of the reviewing committee, recorded and confirmed on one day.</summary>
    public static CaseEvent[] Reviewed(string on, DecisionOccasion occasion, SanctionTerms? terms, DecisionOutcome outcome = DecisionOutcome.Sanction, int number = 2) =>
    [
        new DecisionEvent.Recorded(number, occasion, outcome, terms, "Reviewed.", "review-1", Day(on)),
        new DecisionEvent.Confirmed(number, "review-1", "review-2", Day(on)),
    ];

    public static SanctionEvent.NoticeServed Told(int decision, string on) => new(decision, Day(on), "ftp-officer", Day(on));

    public static SanctionEvent.AppealLodged Lodged(string on, int decision = 1) => new(decision, "Too much.", Day(on), Amara.Subject, Day(on));

    public static SanctionEvent.AppealDisposed Disposed(
        string on, SanctionAppealOutcome outcome, SanctionTerms? varied = null, int decision = 1) =>
        new(decision, outcome, Day(on), "[2027] EWHC 17", varied, "ftp-officer", Day(on));

    public static Actor Panel(string subject) => new(subject, Roles.Panel);

    public static CaseStanding StandingOf(params IEnumerable<CaseEvent> events) => CaseStandings.Of(Cases.Given(events).State)!;

    public static NamedRegistrant Named(int number, string? subject) => new(new RegistrationNumber(number), subject);
}
