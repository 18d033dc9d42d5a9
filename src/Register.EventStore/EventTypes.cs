using System.Collections.Frozen;
using Register.Domain.Applications;
using Register.Domain.Apprenticeships;
using Register.Domain.Education;
using Register.Domain.FitnessToPractise;
using Register.Domain.Identity;
using Register.Domain.Practice;
using Register.Domain.Registration;
using Register.Domain.Registration.Tenure;

namespace Register.EventStore;

/// <summary>The name under which each kind of event is stored. A name is for ever: it is written here and nowhere derived.</summary>
public static class EventTypes
{
    private static readonly FrozenDictionary<Type, string> NameByType = new Dictionary<Type, string>
    {
        [typeof(ProgrammeEvent.Accredited)] = "programme-accredited",
        [typeof(ProgrammeEvent.AwardListed)] = "award-listed",
        [typeof(AccreditationEvent.Renewed)] = "accreditation-renewed",
        [typeof(AccreditationEvent.ConditionSet)] = "accreditation-condition-set",
        [typeof(AccreditationEvent.ConditionEnded)] = "accreditation-condition-ended",
        [typeof(AccreditationEvent.Withdrawn)] = "accreditation-withdrawn",
        [typeof(PassListEvent.AwardSuperseded)] = "award-superseded",
        [typeof(PassListEvent.AwardsRatified)] = "awards-ratified",
        [typeof(PassListEvent.AwardWithdrawn)] = "award-withdrawn",
        [typeof(ApprenticeshipEvent.Enrolled)] = "apprentice-enrolled",
        [typeof(ApprenticeshipEvent.HoursRecorded)] = "apprenticeship-hours-recorded",
        [typeof(ApprenticeshipEvent.GatewayPassed)] = "apprenticeship-gateway-passed",
        [typeof(ApprenticeshipEvent.Assessed)] = "apprenticeship-assessed",
        [typeof(ApplicationEvent.Submitted)] = "application-submitted",
        [typeof(ApplicationEvent.EvidenceChecked)] = "evidence-checked",
        [typeof(ApplicationEvent.Granted)] = "application-granted",
        [typeof(ApplicationEvent.Refused)] = "application-refused",
        [typeof(ApplicationEvent.Withdrawn)] = "application-withdrawn",
        [typeof(DraftEvent.Saved)] = "application-draft-saved",
        [typeof(InformationEvent.Requested)] = "information-requested",
        [typeof(InformationEvent.Answered)] = "information-answered",
        [typeof(AssessmentEvent.AssessorAppointed)] = "assessor-appointed",
        [typeof(AssessmentEvent.FindingRecorded)] = "assessor-finding-recorded",
        [typeof(ComparabilityEvent.Assessed)] = "comparability-assessed",
        [typeof(ComparabilityEvent.MeasureCompleted)] = "compensation-measure-completed",
        [typeof(AppealEvent.Lodged)] = "application-appeal-lodged",
        [typeof(AppealEvent.Decided)] = "application-appeal-decided",
        [typeof(ErasureEvent.Erased)] = "application-erased",
        [typeof(DocumentEvent.Attached)] = "document-attached",
        [typeof(IdentityEvent.Claimed)] = "application-identity-claimed",
        [typeof(IdentityEvent.TurnedAway)] = "application-turned-away",
        [typeof(IdentityEvent.FoundDistinct)] = "application-found-distinct",
        [typeof(IdentityClaimEvent.Claimed)] = "identity-claimed",
        [typeof(IdentityClaimEvent.TurnedAway)] = "identity-claim-turned-away",
        [typeof(IdentityClaimEvent.Released)] = "identity-released",
        [typeof(IdentityClaimEvent.HeldByRegistrant)] = "identity-held-by-registrant",
        [typeof(RegistrationNumberEvent.Reserved)] = "registration-number-reserved",
        [typeof(RegistrantEvent.Registered)] = "registrant-registered",
        [typeof(RegistrantEvent.CaseRecorded)] = "case-recorded-on-entry",
        [typeof(RegistrantEvent.RestrictionPlaced)] = "restriction-placed",
        [typeof(RegistrantEvent.RestrictionLifted)] = "restriction-lifted",
        [typeof(ParticularsEvent.OtherRegistrationRecorded)] = "other-registration-recorded",
        [typeof(ParticularsEvent.OtherRegistrationEnded)] = "other-registration-ended",
        [typeof(ParticularsEvent.NameChanged)] = "name-changed",
        [typeof(ParticularsEvent.NameCorrected)] = "name-corrected",
        [typeof(ParticularsEvent.AddressChanged)] = "address-changed",
        [typeof(ParticularsEvent.ContactChanged)] = "contact-changed",
        [typeof(ParticularsEvent.PracticeTownChanged)] = "practice-town-changed",
        [typeof(ParticularsEvent.AnnotationGranted)] = "annotation-granted",
        [typeof(ParticularsEvent.AnnotationRevoked)] = "annotation-revoked",
        [typeof(ParticularsEvent.AnnotationCorrected)] = "annotation-corrected",
        [typeof(TenureEvent.Renewed)] = "registration-renewed",
        [typeof(TenureEvent.NoticeGiven)] = "notice-given",
        [typeof(TenureEvent.NotificationSent)] = "notification-sent",
        [typeof(TenureEvent.HoldPlaced)] = "hold-placed",
        [typeof(TenureEvent.HoldReleased)] = "hold-released",
        [typeof(TenureEvent.Lapsed)] = "registration-lapsed",
        [typeof(TenureEvent.Left)] = "register-left",
        [typeof(TenureEvent.RemovedByAgreement)] = "removed-by-agreement",
        [typeof(TenureEvent.StruckOff)] = "struck-off",
        [typeof(TenureEvent.EntryRemoved)] = "entry-removed",
        [typeof(TenureEvent.RemovedForCpd)] = "removed-for-cpd",
        [typeof(TenureEvent.DeathRecorded)] = "death-recorded",
        [typeof(TenureEvent.Returned)] = "returned-to-register",
        [typeof(TenureEvent.RestorationApplied)] = "restoration-applied-for",
        [typeof(TenureEvent.SelectedForCpdAudit)] = "selected-for-cpd-audit",
        [typeof(TenureEvent.CpdProfileSubmitted)] = "cpd-profile-submitted",
        [typeof(TenureEvent.CpdAuditDecided)] = "cpd-audit-decided",
        [typeof(TenureEvent.CpdOutcomeAppealed)] = "cpd-outcome-appealed",
        [typeof(TenureEvent.CpdAppealDecided)] = "cpd-appeal-decided",
        [typeof(CpdRoundEvent.Drawn)] = "cpd-audit-drawn",
        [typeof(CaseEvent.ConcernRaised)] = "concern-raised",
        [typeof(CaseEvent.InterimOrderImposed)] = "interim-order-imposed",
        [typeof(CaseEvent.InterimOrderRevoked)] = "interim-order-revoked",
        [typeof(CaseEvent.Closed)] = "case-closed",
        [typeof(ConcernEvent.RegistrantAttached)] = "case-registrant-attached",
        [typeof(ConcernEvent.Reopened)] = "case-reopened",
        [typeof(InquiryEvent.Triaged)] = "case-triaged",
        [typeof(InquiryEvent.InvestigationReported)] = "investigation-reported",
        [typeof(InquiryEvent.Answered)] = "case-to-answer-decided",
        [typeof(CommitteeEvent.Convened)] = "committee-convened",
        [typeof(CommitteeEvent.HearingScheduled)] = "hearing-scheduled",
        [typeof(InterimOrderEvent.Reviewed)] = "interim-order-reviewed",
        [typeof(InterimOrderEvent.Extended)] = "interim-order-extended",
        [typeof(DecisionEvent.Recorded)] = "panel-decision-recorded",
        [typeof(DecisionEvent.Confirmed)] = "panel-decision-confirmed",
        [typeof(SanctionEvent.NoticeServed)] = "sanction-notice-served",
        [typeof(SanctionEvent.AppealLodged)] = "sanction-appeal-lodged",
        [typeof(SanctionEvent.AppealDisposed)] = "sanction-appeal-disposed",
        [typeof(AgreementEvent.Recorded)] = "removal-agreement-recorded",
        [typeof(AgreementEvent.Confirmed)] = "removal-agreement-confirmed",

        [typeof(PracticeEvent.TierDeclared)] = "tier-declared",
        [typeof(PracticeEvent.BandDeclared)] = "band-declared",
        [typeof(PracticeEvent.JobTitleDeclared)] = "job-title-declared",
        [typeof(PracticeEvent.EmploymentDeclared)] = "employment-declared",
        [typeof(PracticeEvent.CpdRecorded)] = "cpd-recorded",
        [typeof(PreceptorshipEvent.Planned)] = "preceptorship-planned",
        [typeof(PreceptorshipEvent.CapabilitySignedOff)] = "capability-signed-off",
        [typeof(PreceptorshipEvent.Completed)] = "preceptorship-completed",
        [typeof(DepartmentEvent.Endorsed)] = "department-endorsed",
        [typeof(DepartmentEvent.EndorsementWithdrawn)] = "department-endorsement-withdrawn",
    }.ToFrozenDictionary();

    private static readonly FrozenDictionary<string, Type> TypeByName = NameByType.ToFrozenDictionary(p => p.Value, p => p.Key);

    /// <summary>Every kind of event with its name.</summary>
    public static IReadOnlyDictionary<Type, string> All => NameByType;

    /// <summary>The kinds of event of one union.</summary>
    public static IEnumerable<Type> Of<TEvent>() => NameByType.Keys.Where(typeof(TEvent).IsAssignableFrom);

    /// <summary>The stored name of an event.</summary>
    public static string NameOf(object data) => NameByType[data.GetType()];

    /// <summary>Whether events are stored under a name, today or in the past.</summary>
    public static bool IsStored(string name) => TypeByName.ContainsKey(name) || Upcaster.All.Any(u => u.OldName == name);

    /// <summary>The type stored under a name.</summary>
    /// <exception cref="KeyNotFoundException">No event of this register has the name.</exception>
    public static Type TypeOf(string name) => TypeByName[name];
}
