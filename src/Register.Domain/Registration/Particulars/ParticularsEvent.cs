using Register.Domain.Applications;
using Register.Domain.Education;

namespace Register.Domain.Registration;

/// <summary>What is recorded about a registrant besides the entry itself: names, places, other registrations, annotations (R14, R22, R23).</summary>
public abstract record ParticularsEvent : RegistrantEvent
{
    /// <summary>A registration with another body was declared, or looked up there (R14, R23).</summary>
    /// <param name="From">The first day it was held.</param>
    /// <param name="CheckedOn">The day of the declaration or the look-up.</param>
    public sealed record OtherRegistrationRecorded(
        StatutoryBody Body, [Personal] string Number, OtherRegistrationStatus Status, DateOnly From, DateOnly CheckedOn) : ParticularsEvent;

    /// <summary>A registration with another body ended; its last day was the day before.</summary>
    public sealed record OtherRegistrationEnded(StatutoryBody Body, [Personal] string Number, DateOnly On) : ParticularsEvent;

    /// <summary>The registrant goes by another name from a day on; an officer has seen the evidence (R23).</summary>
    public sealed record NameChanged([Personal] string FullName, [Personal] string EvidenceReference, DateOnly From) : ParticularsEvent;

    /// <summary>A name had been recorded wrongly: what was said to be held from one day is this name, held from this day (R3).</summary>
    public sealed record NameCorrected(DateOnly Recorded, [Personal] string FullName, DateOnly From, [Personal] string Reason) : ParticularsEvent;

    /// <summary>The registrant lives elsewhere (R23). Never public.</summary>
    public sealed record AddressChanged(PostalAddress Address, DateOnly On) : ParticularsEvent;

    /// <summary>The register reaches the registrant elsewhere (R23). Never public.</summary>
    public sealed record ContactChanged(ContactDetails Contact, DateOnly On) : ParticularsEvent;

    /// <summary>The registrant practises in another town or area from a day on (R23, R32).</summary>
    public sealed record PracticeTownChanged(string Town, DateOnly From) : ParticularsEvent;

    /// <summary>The entry carries an annotation from a day on, with what supports it (R22).</summary>
    /// <param name="PracticeArea">The area added; only where the kind is a practice area.</param>
    /// <param name="Award">The supporting award; null where evidence supports it.</param>
    /// <param name="EvidenceReference">The supporting evidence; null where an award supports it.</param>
    public sealed record AnnotationGranted(
        AnnotationId Id, AnnotationKind Kind, PracticeArea? PracticeArea, AwardReference? Award, [Personal] string? EvidenceReference, DateOnly From)
        : ParticularsEvent;

    /// <summary>The entry does not carry the annotation any more; its last day was the day before (R22).</summary>
    public sealed record AnnotationRevoked(AnnotationId Id, [Personal] string Reason, DateOnly On) : ParticularsEvent;

    /// <summary>The annotation had been recorded wrongly: this is what supports it, and this its first day (R3).</summary>
    public sealed record AnnotationCorrected(AnnotationId Id, AwardReference? Award, [Personal] string? EvidenceReference, DateOnly From, [Personal] string Reason)
        : ParticularsEvent;
}
