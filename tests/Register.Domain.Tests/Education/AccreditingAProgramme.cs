using Register.Domain.Education;
using static Register.Domain.Tests.Cast;
using static Register.Domain.Tests.Education.Programmes;

namespace Register.Domain.Tests.Education;

public sealed class AccreditingAProgramme
{
    private static readonly DecisionContext Today = Accreditor.On("2026-03-02");

    [Fact]
    public void A_programme_is_accredited_as_the_accreditor_describes_it() =>
        Given().When(new AccreditProgramme(Id, Accredited), Today).Then(Accredited);

    [Fact]
    public void An_accredited_programme_is_not_accredited_again() =>
        Given(Accredited).When(new AccreditProgramme(Id, Accredited with { Title = "Another title" }), Today).ThenNothing();

    [Theory] // R7
    [InlineData(6, "BSc (Hons)")]
    [InlineData(7, "PgCert")]
    [InlineData(7, "PgDip")]
    [InlineData(7, "MSc")]
    [InlineData(8, "PhD")]
    [InlineData(8, "Doctorate")]
    public void The_academic_level_is_six_seven_or_eight(int level, string award) =>
        Given()
            .When(new AccreditProgramme(Id, Accredited with { AcademicLevel = level, Award = award }), Today)
            .Then(Accredited with { AcademicLevel = level, Award = award });

    [Theory] // R7
    [InlineData(7, "BSc (Hons)")]
    [InlineData(6, "PgDip")]
    [InlineData(8, "msc")]
    [InlineData(7, "PhD")]
    public void An_award_is_at_its_own_level(int level, string award) =>
        Given()
            .When(new AccreditProgramme(Id, Accredited with { AcademicLevel = level, Award = award }), Today)
            .ThenRejected("AWARD_AT_ANOTHER_LEVEL").As(RejectionKind.Invalid).About("programme.academic_level");

    [Fact] // R7
    public void A_focused_course_may_be_at_any_level() =>
        Given()
            .When(new AccreditProgramme(Id, Accredited with { AcademicLevel = 6, Award = "PgCert", Kind = AwardKind.FocusedCourse }), Today)
            .Then(Accredited with { AcademicLevel = 6, Award = "PgCert", Kind = AwardKind.FocusedCourse });

    [Fact] // R8
    public void A_legacy_award_is_not_put_on_the_list_of_accredited_programmes() =>
        Given()
            .When(new AccreditProgramme(Id, Accredited with { Award = "DMU" }), Today)
            .ThenRejected("LEGACY_AWARD").As(RejectionKind.Invalid).About("programme.award");

    [Theory] // R7
    [InlineData(0)]
    [InlineData(5)]
    [InlineData(9)]
    public void No_other_academic_level_is_accredited(int level) =>
        Given()
            .When(new AccreditProgramme(Id, Accredited with { AcademicLevel = level }), Today)
            .ThenRejected("ACADEMIC_LEVEL_UNKNOWN").As(RejectionKind.Invalid).About("programme.academic_level");

    [Fact] // R7
    public void A_direct_entry_programme_at_level_6_does_not_cover_musculoskeletal() =>
        Given()
            .When(new AccreditProgramme(Id, WithMusculoskeletal(6, AwardKind.Programme)), Today)
            .ThenRejected("AREA_NOT_AT_LEVEL_6").As(RejectionKind.Invalid).About("programme.practice_areas");

    [Theory] // R7
    [InlineData(7, AwardKind.Programme)]
    [InlineData(8, AwardKind.Programme)]
    [InlineData(6, AwardKind.FocusedCourse)]
    public void Musculoskeletal_is_covered_at_higher_levels_and_by_focused_courses(int level, AwardKind kind) =>
        Given().When(new AccreditProgramme(Id, WithMusculoskeletal(level, kind)), Today).Then(WithMusculoskeletal(level, kind));

    [Fact] // R4
    public void Accreditation_may_be_for_a_single_day() =>
        Given()
            .When(new AccreditProgramme(Id, Accredited with { To = Accredited.From }), Today)
            .Then(Accredited with { To = Accredited.From });

    [Fact] // R4
    public void Accreditation_does_not_end_before_it_starts() =>
        Given()
            .When(new AccreditProgramme(Id, Accredited with { To = Accredited.From.AddDays(-1) }), Today)
            .ThenRejected("INTERVAL_EMPTY").As(RejectionKind.Invalid).About("programme.accredited_to");

    [Fact]
    public void Everything_wrong_with_an_accreditation_is_said_at_once() =>
        Given()
            .When(new AccreditProgramme(Id, Accredited with { AcademicLevel = 5, To = Accredited.From.AddDays(-1) }), Today)
            .ThenRejected("ACADEMIC_LEVEL_UNKNOWN", "INTERVAL_EMPTY");

    private static ProgrammeEvent.Accredited WithMusculoskeletal(int level, AwardKind kind) =>
        Accredited with { AcademicLevel = level, Award = "Award", Kind = kind, PracticeAreas = [PracticeArea.Obstetric, PracticeArea.Musculoskeletal] };
}
