using Register.Domain.Education;
using static Register.Domain.Tests.Cast;
using static Register.Domain.Tests.Education.Programmes;

namespace Register.Domain.Tests.Education;

public sealed class SupportingAnAnnotation
{
    private static readonly DateOnly Granted = Day("2026-03-02");

    [Theory] // R5
    [InlineData(AwardKind.Programme)]
    [InlineData(AwardKind.FocusedCourse)]
    public void An_award_of_a_programme_or_of_a_focused_course_supports_an_annotation(AwardKind kind) =>
        Assert.Empty(Shortfalls(Award, kind: kind));

    [Fact] // R22
    public void An_annotation_is_for_a_practice_area_of_the_award() =>
        Assert.Equal(
            ["AREA_NOT_IN_AWARD"], Shortfalls(Award with { PracticeAreas = [PracticeArea.Gynaecology] }));

    [Fact] // R22
    public void An_award_of_long_ago_still_supports_an_annotation() =>
        Assert.Empty(Shortfalls(Award, on: Day("2040-01-01")));

    [Fact] // R6
    public void An_award_supports_an_annotation_from_the_day_it_is_ratified() =>
        Assert.Empty(Shortfalls(Award with { RatifiedOn = Granted }));

    [Fact] // R6
    public void An_award_does_not_support_an_annotation_on_the_day_before_it_is_ratified() =>
        Assert.Equal(["NOT_RATIFIED"], Shortfalls(Award with { RatifiedOn = Granted.AddDays(1) }));

    [Fact] // R6
    public void An_award_that_nobody_ratified_supports_no_annotation() =>
        Assert.Equal(["NOT_RATIFIED"], Shortfalls(Award with { RatifiedOn = null }));

    [Fact] // R4
    public void An_award_of_a_cohort_that_started_outside_accreditation_supports_no_annotation() =>
        Assert.Equal(
            ["NOT_ACCREDITED_AT_COHORT_START"], Shortfalls(Award with { CohortStart = Accredited.From.AddDays(-1) }));

    [Fact]
    public void Another_persons_award_supports_no_annotation() =>
        Assert.Equal(["AWARD_OF_ANOTHER_PERSON"], Shortfalls(Award, dateOfBirth: Award.DateOfBirth.AddDays(1)));

    [Fact]
    public void An_award_that_is_on_no_pass_list_supports_no_annotation() =>
        Assert.Equal(["AWARD_NOT_LISTED"], Codes(Given(Accredited).State, Award.DateOfBirth, Granted));

    [Fact]
    public void An_award_of_an_unknown_programme_supports_no_annotation() =>
        Assert.Equal(["PROGRAMME_NOT_FOUND"], Codes(ProgrammeState.None, Award.DateOfBirth, Granted));

    private static IEnumerable<string> Shortfalls(
        ListedAward award, AwardKind kind = AwardKind.FocusedCourse, DateOnly? dateOfBirth = null, DateOnly? on = null) =>
        Codes(Given(Accredited with { Kind = kind }, Listed(award)).State, dateOfBirth ?? award.DateOfBirth, on ?? Granted);

    private static IEnumerable<string> Codes(ProgrammeState programme, DateOnly dateOfBirth, DateOnly on) =>
        Qualification.AnnotationShortfalls(programme, Award.CandidateNumber, dateOfBirth, PracticeArea.Obstetric, on).Select(r => r.Code);
}
