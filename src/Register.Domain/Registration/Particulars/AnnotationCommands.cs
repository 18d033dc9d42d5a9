using Register.Domain.Applications;
using Register.Domain.Education;

namespace Register.Domain.Registration;

/// <summary>Annotate an entry (R22).</summary>
/// <param name="PracticeArea">The area added, where the kind is a practice area.</param>
/// <param name="Award">The supporting award; null where evidence supports the annotation.</param>
/// <param name="From">Its first day; today unless told.</param>
/// <param name="Programme">The award's programme, as it stands; none where no award is named.</param>
public sealed record GrantAnnotation(
    RegistrationNumber Number,
    AnnotationId Id,
    AnnotationKind Kind,
    PracticeArea? PracticeArea,
    AwardReference? Award,
    string? EvidenceReference,
    DateOnly? From,
    ProgrammeState Programme) : ICommand<RegistrantState, RegistrantEvent>
{
    public StreamId Stream => Number.Stream;

    public Decision<RegistrantEvent> Decide(RegistrantState state, DecisionContext context) => AnnotationDecider.Grant(this, state, context);
}

/// <summary>Take an annotation away (R22).</summary>
/// <param name="On">The first day without it; today unless told.</param>
public sealed record RevokeAnnotation(RegistrationNumber Number, AnnotationId Id, string Reason, DateOnly? On)
    : ICommand<RegistrantState, RegistrantEvent>
{
    public StreamId Stream => Number.Stream;

    public Decision<RegistrantEvent> Decide(RegistrantState state, DecisionContext context) => AnnotationDecider.Revoke(this, state, context);
}

/// <summary>Put right what was recorded wrongly of an annotation (R3): what is null stays as it is.</summary>
/// <param name="Programme">The programme of the award after the correction, as it stands; none where no award is named.</param>
public sealed record CorrectAnnotation(
    RegistrationNumber Number,
    AnnotationId Id,
    AwardReference? Award,
    string? EvidenceReference,
    DateOnly? From,
    string Reason,
    ProgrammeState Programme) : ICommand<RegistrantState, RegistrantEvent>
{
    public StreamId Stream => Number.Stream;

    public Decision<RegistrantEvent> Decide(RegistrantState state, DecisionContext context) => AnnotationDecider.Correct(this, state, context);
}
