using System.Collections.Immutable;
using Register.Domain.Education;

namespace Register.Domain.Registration;

/// <summary>Decides which annotations an entry carries (R3, R22).</summary>
public static class AnnotationDecider
{
    private static readonly Rejection NoSuchAnnotation = Rejection.NotFound("ANNOTATION_NOT_FOUND", "There is no such annotation.");

    public static Decision<RegistrantEvent> Grant(GrantAnnotation command, RegistrantState state, DecisionContext context)
    {
        if (ParticularsAccess.OfficerProblem(state, context) is { } problem)
            return problem;

        var annotation = new Annotation(
            command.Id, command.Kind, command.PracticeArea, command.Award, command.EvidenceReference, command.From ?? context.Today);
        if (state.Particulars.Annotations.Any(a => a with { RevokedOn = null, RevocationReason = null } == annotation))
            return Decision.Nothing;
        if (Find(command.Id, state) is not null)
            return Rejection.Of("ANNOTATION_ID_TAKEN", "Another annotation was granted under this id: choose a fresh one.");

        var problems = Problems(annotation, command.Programme, state, context).ToImmutableArray();
        return problems.IsEmpty
            ? new ParticularsEvent.AnnotationGranted(
                annotation.Id, annotation.Kind, annotation.PracticeArea, annotation.Award, annotation.EvidenceReference, annotation.From)
            : problems;
    }

    public static Decision<RegistrantEvent> Revoke(RevokeAnnotation command, RegistrantState state, DecisionContext context)
    {
        if (ParticularsAccess.OfficerProblem(state, context) is { } problem)
            return problem;
        if (Find(command.Id, state) is not { } annotation)
            return NoSuchAnnotation;

        var on = command.On ?? context.Today;
        if ((annotation.RevokedOn, annotation.RevocationReason) == (on, command.Reason))
            return Decision.Nothing;
        if (annotation.RevokedOn is not null)
            return Rejection.Of("ANNOTATION_REVOKED", "The annotation has been revoked already (R22).");
        if (on > context.Today)
            return Rejection.Invalid("end_date", "IN_THE_FUTURE", "An annotation is revoked from today or an earlier day.");
        if (on <= annotation.From)
            return Rejection.Invalid("end_date", "REVOKED_BEFORE_GRANTED", "An annotation stands for a day at least: correct it if it was wrong (R3).");
        return new ParticularsEvent.AnnotationRevoked(command.Id, command.Reason, on);
    }

    public static Decision<RegistrantEvent> Correct(CorrectAnnotation command, RegistrantState state, DecisionContext context)
    {
        if (ParticularsAccess.OfficerProblem(state, context) is { } problem)
            return problem;
        if (Find(command.Id, state) is not { } wrong)
            return NoSuchAnnotation;

        var right = wrong with
        {
            Award = command.Award ?? wrong.Award,
            EvidenceReference = command.EvidenceReference ?? wrong.EvidenceReference,
            From = command.From ?? wrong.From,
        };
        if (right == wrong)
            return Decision.Nothing;

        var problems = Problems(right, command.Programme, state, context).ToImmutableArray();
        return problems.IsEmpty
            ? new ParticularsEvent.AnnotationCorrected(right.Id, right.Award, right.EvidenceReference, right.From, command.Reason)
            : problems;
    }

    private static Annotation? Find(AnnotationId id, RegistrantState state) => state.Particulars.Annotations.FirstOrDefault(a => a.Id == id);

    private static IEnumerable<Rejection> Problems(Annotation annotation, ProgrammeState programme, RegistrantState state, DecisionContext context)
    {
        var entry = state.Entry!;
        if (annotation.Kind == AnnotationKind.PracticeArea && annotation.PracticeArea is null)
            yield return Rejection.Invalid("practice_area", "AREA_REQUIRED", "Name the practice area that is added (R22).");
        if (annotation.Kind != AnnotationKind.PracticeArea && annotation.PracticeArea is not null)
            yield return Rejection.Invalid("practice_area", "AREA_NOT_EXPECTED", "Only a practice-area annotation names an area (R22).");
        if (annotation is { Award: null, EvidenceReference: null })
            yield return Rejection.Invalid("evidence_reference", "SUPPORT_REQUIRED", "An annotation rests on an award or on evidence: name one (R22).");

        if (annotation.From > context.Today)
            yield return Rejection.Invalid("start_date", "IN_THE_FUTURE", "An annotation is granted from today or an earlier day.");
        else if (EntryStatus.On(annotation.From, state).Status == StatusWord.NotRegistered)
            yield return Rejection.Of("NOT_REGISTERED_THEN", "The entry was not on the register on that day: an annotation needs one (R22).", "start_date");
        if (annotation.RevokedOn <= annotation.From)
            yield return Rejection.Of("REVOKED_BY_THEN", "The annotation had been revoked by that day (R22).", "start_date");

        if (annotation.PracticeArea is { } area && entry.PracticeAreas.Contains(area))
            yield return Rejection.Of("AREA_OF_QUALIFICATION", "The qualification covers that practice area already (R22).", "practice_area");
        if (state.Particulars.Annotations.Any(a => a.Id != annotation.Id && a.Overlaps(annotation)))
            yield return Rejection.Of("ANNOTATION_HELD", "The entry carries such an annotation already (R22).", "kind");

        foreach (var shortfall in annotation.Award is { } award
            ? Qualification.AnnotationShortfalls(programme, award.CandidateNumber, entry.Person.DateOfBirth, annotation.PracticeArea, annotation.From)
            : [])
            yield return shortfall;
    }
}
