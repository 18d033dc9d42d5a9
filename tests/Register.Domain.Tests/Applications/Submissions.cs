using Register.Domain.Applications;
using Register.Domain.Education;
using Register.Domain.Identity;
using Register.Domain.Registration;
using Register.Domain.Tests.Education;
using static Register.Domain.Applications.ApplicationEvent;
using static Register.Domain.Tests.Cast;

namespace Register.Domain.Tests.Applications;

/// <summary>Amara's application by the UK approved route, and how far it has come.</summary>
internal static class Submissions
{
    public static readonly ApplicationId Id = new(Guid.Parse("7d8f7c1e-52a4-4f4f-8a3b-51b1a0f0d2c3"));

    public static readonly ProgrammeState Programme = Programmes.Given(Programmes.Accredited, Programmes.Listed(Programmes.Award)).State;

    public static readonly SubmitApplication Application = new(
        Id,
        EntryRoute.UkApproved,
        new PersonDetails("Amara Okafor", Programmes.Award.DateOfBirth, "amara@example.org"),
        "Leeds",
        new AwardReference(Programmes.Id, Programmes.Award.CandidateNumber),
        new Declarations("", "", Indemnity: true, Truthful: true),
        "FEE-2026-0001");

    public static readonly Submitted Submitted = SubmittedOn("2026-03-02");

    public static readonly IdentityId OnePerson = IdentityId.Parse(new string('a', 64), null);

    public static readonly IdentityEvent.Claimed IdentityClaimed = new(OnePerson, NoonOf("2026-03-02"));

    public static readonly Refused Refused = new(SecondOfficer.Subject, "Identity not shown.", Day("2026-03-10"), NoonOf("2026-03-10"));

    public static readonly Granted Granted =
        new(SecondOfficer.Subject, "In order.", Programmes.Areas, Day("2026-03-10"), NoonOf("2026-03-10"));

    public static readonly Withdrawn Withdrawn = new(NoonOf("2026-03-10"));

    public static readonly EvidenceKind[] AllEvidence = [.. RouteRules.Needed(EntryRoute.UkApproved, null)];

    public static TheoryData<string> Endings => ["granted", "refused", "withdrawn"];

    public static ApplicationEvent Ending(string name) => name switch
    {
        "granted" => Granted,
        "refused" => Refused,
        "withdrawn" => Withdrawn,
        _ => throw new ArgumentOutOfRangeException(nameof(name)),
    };

    public static Scenario<ApplicationState, ApplicationEvent> Given(params IEnumerable<ApplicationEvent> events) => new(events);

    public static Submitted SubmittedOn(string day) => new(
        Amara.Subject,
        Application.Route,
        Application.Person,
        Application.PracticeTown,
        Application.Award,
        Application.Declarations,
        Application.FeeReference,
        Day(day),
        NoonOf(day));

    public static EvidenceChecked Checked(EvidenceKind evidence, Actor by, bool satisfied = true, string note = "") =>
        new(evidence, satisfied, by.Subject, note, NoonOf("2026-03-05"));

    /// <summary>Submitted, the only one of its person, and each of these checked and satisfied by one officer.</summary>
    public static IEnumerable<ApplicationEvent> CheckedBy(Actor officer, params IEnumerable<EvidenceKind> evidence) =>
        [Submitted, IdentityClaimed, .. evidence.Select(kind => Checked(kind, officer))];
}
