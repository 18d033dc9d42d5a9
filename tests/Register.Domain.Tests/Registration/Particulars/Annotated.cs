using Register.Domain.Education;
using Register.Domain.Registration;
using Register.Domain.Tests.Education;
using static Register.Domain.Registration.ParticularsEvent;
using static Register.Domain.Tests.Cast;
using static Register.Domain.Tests.Registration.Entries;

namespace Register.Domain.Tests.Registration.Particulars;

/// <summary>Amara's vascular annotation, by a focused course ratified on 30 June 2027.</summary>
internal static class Annotated
{
    public static readonly AnnotationId Id = new(Guid.Parse("a1a1a1a1-0000-4000-8000-000000000001"));

    public static readonly AnnotationId OtherId = new(Guid.Parse("a2a2a2a2-0000-4000-8000-000000000002"));

    /// <summary>Her entry, from 10 March 2026 to 28 February 2030.</summary>
    public static readonly RegistrantEvent.Registered Stays = Registered with { PeriodEnd = Day("2030-02-28") };

    public static readonly ListedAward Award =
        Programmes.Award with { PracticeAreas = [PracticeArea.Vascular], RatifiedOn = Day("2027-06-30") };

    public static readonly AnnotationGranted Granted =
        new(Id, AnnotationKind.PracticeArea, PracticeArea.Vascular, new(Programmes.Id, Award.CandidateNumber), null, Day("2028-02-29"));

    public static readonly GrantAnnotation Grant =
        new(Number, Id, Granted.Kind, Granted.PracticeArea, Granted.Award, null, Granted.From, Course(Award));

    public static readonly GrantAnnotation Preceptorship =
        new(Number, OtherId, AnnotationKind.PreceptorshipCompleted, null, null, "sign-off 4", null, ProgrammeState.None);

    public static readonly CorrectAnnotation Correction =
        new(Number, Id, null, null, Day("2027-12-01"), "The letter gives another day.", Course(Award));

    /// <summary>A focused course with one award.</summary>
    public static ProgrammeState Course(ListedAward award) =>
        Programmes.Given(Programmes.Accredited with { Kind = AwardKind.FocusedCourse }, Programmes.Listed(award)).State;
}
