using System.Text.Json;
using System.Text.Json.Nodes;
using Register.Domain;
using Register.Domain.Applications;
using Register.Domain.Apprenticeships;
using Register.Domain.Documents;
using Register.Domain.Education;
using Register.Domain.FitnessToPractise;
using Register.Domain.Identity;
using Register.Domain.Practice;
using Register.Domain.Registration;
using Register.Domain.Registration.Tenure;
using Register.EventStore;
using Snapshooter.Xunit;

namespace Register.Service.Tests.EventStore;

/// <summary>Event names and shapes are for ever: a change to a stored form fails here, and is made by upcasting instead.</summary>
public sealed class StoredFormTests
{
    private static readonly JsonSerializerOptions Indented = new(EventJson.Options) { WriteIndented = true };
    private static readonly Guid Id = Guid.Parse("0189f7ea-ae2c-7809-8aeb-b819cf5e9e7f");
    private static readonly DateOnly Day = new(2026, 11, 23);
    private static readonly DateTimeOffset Instant = new(2026, 11, 23, 9, 30, 0, 123, 456, TimeSpan.Zero);
    private static readonly PersonDetails Person = new("Zoë O’Brien-李", new DateOnly(1995, 2, 28), "zoe@example.org");

    private static readonly DeclaredBy By = new("applicant-1", Roles.Applicant, Instant);

    /// <summary>One of each kind of event there is.</summary>
    internal static readonly IReadOnlyList<object> Samples =
    [
        new ProgrammeEvent.Accredited(
            "university-of-cumbria", "University of Cumbria", "Medical Imaging (Ultrasound)", "PgDip", 7, AwardKind.Programme,
            [PracticeArea.GeneralMedical, PracticeArea.HeadAndNeck], Day, Day.AddYears(5)),
        new ProgrammeEvent.AwardListed(new("C1", Person.FullName, Person.DateOfBirth, [PracticeArea.Obstetric], Day, Day)),
        new AccreditationEvent.Renewed(Day, Day.AddYears(5), Day),
        new AccreditationEvent.ConditionSet(1, "More placements.", Day, Day.AddMonths(6)),
        new AccreditationEvent.ConditionEnded(1, ConditionOutcome.Met, "Seen.", Day),
        new AccreditationEvent.Withdrawn(Day, "No placements.", Day),
        new PassListEvent.AwardSuperseded(new("C1", Person.FullName, Person.DateOfBirth, [PracticeArea.Obstetric], Day, null), "Misspelt.", Instant),
        new PassListEvent.AwardsRatified(["C1", "C2"], Day, Instant),
        new PassListEvent.AwardWithdrawn("C1", "A mistake.", Instant),
        new ApprenticeshipEvent.Enrolled(Person.FullName, Person.DateOfBirth, "RR8", new(Id), "university-of-cumbria", Day, Instant),
        new ApprenticeshipEvent.HoursRecorded(Day, Day.AddDays(6), 37, 8, Instant),
        new ApprenticeshipEvent.GatewayPassed(Day, 1000, 200, Instant),
        new ApprenticeshipEvent.Assessed(AssessmentOutcome.Passed, Day, "C1", Instant),
        new ApplicationEvent.Submitted(
            "applicant-1", EntryRoute.UkApproved, Person, "Carlisle", new(new ProgrammeId(Id), "C1"), new("", "None.", true, true), "FEE-1", Day, Instant),
        new ApplicationEvent.EvidenceChecked(EvidenceKind.Qualification, true, "ada", "Seen.", Instant),
        new ApplicationEvent.Granted("grace", "Satisfied.", [PracticeArea.Obstetric], Day, Instant),
        new ApplicationEvent.Refused("grace", "Not satisfied.", Day, Instant),
        new ApplicationEvent.Withdrawn(Instant),
        new ErasureEvent.Erased("grace", Day, Instant),
        new DraftEvent.Saved("applicant-1", """{ "fullName": "Zoë" }""", Instant),
        new InformationEvent.Requested(1, "Which hospital?", Day, "ada", Instant),
        new InformationEvent.Answered(1, "Leeds.", Instant),
        new AssessmentEvent.AssessorAppointed("alan", "ada", Instant),
        new AssessmentEvent.FindingRecorded("alan", Finding.DoesNotMeetStandard, "Too narrow.", Instant),
        new ComparabilityEvent.Assessed(CompensationMeasure.AdaptationPeriod, "No gynaecology.", "ada", Instant),
        new ComparabilityEvent.MeasureCompleted(true, "Signed off.", "ada", Instant),
        new AppealEvent.Lodged("I was in practice.", Day, Instant),
        new AppealEvent.Decided(AppealOutcome.Remitted, "Look again.", "alan", Day, Instant),
        new DocumentEvent.Attached(
            new DocumentId(Id), ContentHash.Parse(new string('b', 64), null), EvidenceKind.Identity, MediaType.Pdf, 1234, Instant),
        new IdentityEvent.Claimed(IdentityId.Parse(new string('a', 64), null), Instant),
        new IdentityEvent.TurnedAway(IdentityId.Parse(new string('a', 64), null), IdentityHolder.Registrant, Instant),
        new IdentityEvent.FoundDistinct("ada", "Twins.", Instant),
        new IdentityClaimEvent.Claimed(new(Id), new RegistrationNumber(17), Distinct: true, Instant),
        new IdentityClaimEvent.TurnedAway(new(Id), IdentityHolder.Application, Instant),
        new IdentityClaimEvent.Released(new(Id), Instant),
        new IdentityClaimEvent.HeldByRegistrant(new RegistrationNumber(17), new(Id), Instant),
        new RegistrationNumberEvent.Reserved(new RegistrationNumber(17), new(Id)),
        new RegistrantEvent.Registered(
            new RegistrationNumber(17), new(Id), "applicant-1", Person, "Carlisle", [PracticeArea.Obstetric], Day, new DateOnly(2028, 2, 28)),
        new RegistrantEvent.CaseRecorded(new CaseId(Id), new(
            Day, Day.AddYears(1), [new(InterimOrderKind.Suspension, Day, Day.AddDays(100), "Suspended.")],
            [new(SanctionKind.Conditions, Day, Day.AddDays(29), Day.AddYears(1), "Works under supervision."), new(SanctionKind.Caution, Day, null, null, "")],
            [new(CommitteeKind.ConductAndCompetence, Day.AddDays(60), "Scans without a protocol.")], Day.AddYears(6))),
        new RegistrantEvent.RestrictionPlaced(new CaseId(Id), InterimOrderKind.Suspension, Day, Day.AddMonths(6), "Suspended."),
        new RegistrantEvent.RestrictionLifted(new CaseId(Id), Day),
        new ParticularsEvent.OtherRegistrationRecorded(StatutoryBody.Hcpc, "RA12345", OtherRegistrationStatus.Registered, Day, Day),
        new ParticularsEvent.OtherRegistrationEnded(StatutoryBody.Hcpc, "RA12345", Day),
        new ParticularsEvent.NameChanged("Zoë Li-李", "marriage certificate 17", Day),
        new ParticularsEvent.NameCorrected(Day, "Zoë Lee-李", Day, "Misread."),
        new ParticularsEvent.AddressChanged(new("1 High Street", null, "Carlisle", "CA1 1AA", "GB"), Day),
        new ParticularsEvent.ContactChanged(new("zoe@example.org", "+44 1632 960001"), Day),
        new ParticularsEvent.PracticeTownChanged("Kendal", Day),
        new ParticularsEvent.AnnotationGranted(new(Id), AnnotationKind.PracticeArea, PracticeArea.Vascular, new(new ProgrammeId(Id), "C2"), null, Day),
        new ParticularsEvent.AnnotationRevoked(new(Id), "Not kept up.", Day),
        new ParticularsEvent.AnnotationCorrected(new(Id), null, "letter 5", Day, "The wrong date."),
        new TenureEvent.Renewed(new DateOnly(2028, 2, 29), new DateOnly(2030, 2, 28), "FEE-2", Day),
        new TenureEvent.NoticeGiven(NoticeKind.FinalWarning, new DateOnly(2028, 2, 28), Day),
        new TenureEvent.NotificationSent(NoticeKind.Renewal, new DateOnly(2028, 2, 28), "smtp", "0189f7ea@register.sonographer", Instant),
        new TenureEvent.HoldPlaced(new CaseId(Id), Day),
        new TenureEvent.HoldReleased(new CaseId(Id), Day),
        new TenureEvent.Lapsed(Day),
        new TenureEvent.Left(Day),
        new TenureEvent.RemovedByAgreement("Agreed.", "grace", Day),
        new TenureEvent.StruckOff("Misconduct.", "panel-1", Day),
        new TenureEvent.EntryRemoved(EntryFault.Fraudulent, "A forged award.", "grace", Day),
        new TenureEvent.RemovedForCpd(new DateOnly(2028, 2, 28), "Standards not met.", "grace", Day),
        new TenureEvent.DeathRecorded(Day, "grace", Day),
        new TenureEvent.Returned(WayBack.ShortReadmission, new(Id), Day, new DateOnly(2028, 2, 28), "FEE-3"),
        new TenureEvent.RestorationApplied(new(Id), Day),
        new TenureEvent.SelectedForCpdAudit(new DateOnly(2028, 2, 28), Day, Day.AddMonths(3)),
        new TenureEvent.CpdProfileSubmitted(new DateOnly(2028, 2, 28), "What I learnt.", Day),
        new TenureEvent.CpdAuditDecided(new DateOnly(2028, 2, 28), CpdOutcome.DoesNotMeet, "Too little.", "grace", Day, Day.AddDays(28)),
        new TenureEvent.CpdOutcomeAppealed(new DateOnly(2028, 2, 28), "I was ill.", Day),
        new TenureEvent.CpdAppealDecided(new DateOnly(2028, 2, 28), true, "Shown.", "ada", Day),
        new CpdRoundEvent.Drawn(new DateOnly(2028, 2, 28), "sha256-smallest-1", "0f3a", 40, [new RegistrationNumber(17)], Day),
        new CaseEvent.ConcernRaised(new RegistrationNumber(17), Ground.LackOfCompetence, "Reported.", Day, Instant),
        new CaseEvent.InterimOrderImposed(InterimOrderKind.Conditions, Day, Day.AddMonths(6), Day.AddMonths(6), "Supervised."),
        new CaseEvent.InterimOrderRevoked(Day),
        new CaseEvent.Closed("No case to answer.", Day),
        new ConcernEvent.RegistrantAttached(new RegistrationNumber(18), "applicant-1", "frida", Day),
        new ConcernEvent.Reopened(Ground.Misconduct, "Again.", Day, "frida", Day),
        new InquiryEvent.Triaged(true, "Serious, if true.", "frida", Day),
        new InquiryEvent.InvestigationReported("Reported scans that were not made.", "ines", Day),
        new InquiryEvent.Answered(CommitteeKind.ConductAndCompetence, "A realistic prospect.", "panel-1", Day),
        new CommitteeEvent.Convened(
            CommitteeKind.Investigating, CaseStage.InvestigatingCommittee, ["panel-1", "panel-2", "panel-3"], "panel-1", "frida", Day),
        new CommitteeEvent.HearingScheduled(CommitteeKind.ConductAndCompetence, Day.AddMonths(2), "Reported scans that were not made.", "frida", Day),
        new InterimOrderEvent.Reviewed(
            InterimReviewOutcome.Vary, new(InterimOrderKind.Conditions, Day.AddMonths(6), "Supervised."), "Less will do.", Day.AddMonths(3), "panel-4", Day),
        new InterimOrderEvent.Extended(Day.AddMonths(12), "CO/17/2026", "frida", Day),
        new DecisionEvent.Recorded(
            1, DecisionOccasion.Hearing, DecisionOutcome.Sanction, new(SanctionKind.Suspension, 12, "Suspended."), "Found proved.", "panel-5", Day),
        new DecisionEvent.Confirmed(1, "panel-5", "panel-6", Day),
        new SanctionEvent.NoticeServed(1, Day, "frida", Day),
        new SanctionEvent.AppealLodged(1, "Too much.", Day, "applicant-1", Day),
        new SanctionEvent.AppealDisposed(
            1, SanctionAppealOutcome.Varied, Day, "[2027] EWHC 17", new(SanctionKind.Conditions, 36, "Supervised."), "frida", Day),
        new AgreementEvent.Recorded("Retired.", "Removed by agreement.", "frida", Day),
        new AgreementEvent.Confirmed("frida", "panel-1", Day),
        new PracticeEvent.TierDeclared(CareerTier.Advanced, Day, "Portfolio.", By),
        new PracticeEvent.BandDeclared(AgendaForChangeBand.Band8A, Day, "Contract.", By),
        new PracticeEvent.JobTitleDeclared("Lead sonographer", Day, "Contract.", By),
        new PracticeEvent.EmploymentDeclared(
            new(OdsCode.Parse("RR8", null), "Leeds Teaching Hospitals NHS Trust", Region.NorthEastAndYorkshire, PracticeSetting.NhsAcute, 0.6m, Day, Day),
            "Contract.", By),
        new PracticeEvent.CpdRecorded(new(Day, 3.5m, CpdKind.SelfDirected, "Learned."), Instant),
        new PreceptorshipEvent.Planned(new RegistrationNumber(17), OdsCode.Parse("RR8", null), ["Obstetric dating"], Day, true, By),
        new PreceptorshipEvent.CapabilitySignedOff("Obstetric dating", Day, By),
        new PreceptorshipEvent.Completed(Day, By),
        new DepartmentEvent.Endorsed(OdsCode.Parse("RR8", null), Day, Day.AddYears(3), By),
        new DepartmentEvent.EndorsementWithdrawn(Day, "No supervisors left.", By),
    ];

    public static TheoryData<string> Names => [.. EventTypes.All.Values.Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Names))]
    public void The_stored_form_of_an_event_does_not_change(string name)
    {
        var sample = Samples.Single(s => EventTypes.NameOf(s) == name);
        var stored = JsonSerializer.Serialize(sample, sample.GetType(), Indented);

        Snapshot.Match(stored, $"StoredForm.{name}");
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void An_event_read_back_is_stored_as_before(string name)
    {
        var sample = Samples.Single(s => EventTypes.NameOf(s) == name);
        var stored = JsonSerializer.Serialize(sample, sample.GetType(), EventJson.Options);

        var read = JsonSerializer.Deserialize(stored, EventTypes.TypeOf(name), EventJson.Options)!;
        Assert.Equal(stored, JsonSerializer.Serialize(read, read.GetType(), EventJson.Options));
    }

    [Fact]
    public void Every_event_of_the_domain_has_a_name()
    {
        var unions = typeof(ProgrammeEvent).Assembly.GetTypes()
            .Where(t => t is { IsAbstract: true, IsClass: true } && t.Name.EndsWith("Event", StringComparison.Ordinal))
            .ToList();
        Assert.NotEmpty(unions);
        var events = unions.SelectMany(u => u.GetNestedTypes().Where(u.IsAssignableFrom));
        Assert.Empty(events.Except(EventTypes.All.Keys));
    }

    [Fact]
    public void An_upcaster_reads_an_old_form_as_an_event_of_today()
    {
        var upcaster = new Upcaster("case-shut", "case-closed", old => new JsonObject { ["reasons"] = old["why"]!.GetValue<string>(), ["on"] = "2026-11-23" });
        using var old = JsonDocument.Parse("""{"why":"No case to answer."}""");
        Assert.Equal(new CaseEvent.Closed("No case to answer.", Day), upcaster.Read(old));
    }
}
