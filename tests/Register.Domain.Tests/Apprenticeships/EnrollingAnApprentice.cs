using Register.Domain.Apprenticeships;
using Register.Domain.Education;
using Register.Domain.Tests.Education;
using static Register.Domain.Tests.Apprenticeships.Apprentices;
using static Register.Domain.Tests.Cast;

namespace Register.Domain.Tests.Apprenticeships;

public sealed class EnrollingAnApprentice
{
    private static readonly DecisionContext Then = Leeds.On("2021-09-01");

    [Fact]
    public void An_apprentice_is_enrolled_on_a_level_6_degree() => Given().When(Enrolment(Programme()), Then).Then(Enrolled);

    [Fact]
    public void An_apprentice_is_enrolled_once() => Given(Enrolled).When(Enrolment(Programme()), Then).ThenNothing();

    [Theory] // R7
    [InlineData(7, AwardKind.Programme)]
    [InlineData(8, AwardKind.Programme)]
    [InlineData(6, AwardKind.FocusedCourse)]
    public void An_apprenticeship_is_nothing_but_a_level_6_degree(int level, AwardKind kind) =>
        Given().When(Enrolment(Programmes.Given(Degree with { AcademicLevel = level, Kind = kind }).State), Then)
            .ThenRejected("NOT_A_LEVEL_6_DEGREE").About("apprenticeship.programme");

    [Theory] // R4
    [InlineData("2020-09-01")]
    [InlineData("2025-08-31")]
    public void An_apprenticeship_starts_on_the_first_or_the_last_day_of_accreditation(string start) =>
        Given().When(Enrolment(Programme()) with { StartedOn = Day(start) }, Then).Then(Enrolled with { StartedOn = Day(start) });

    [Theory] // R4
    [InlineData("2020-08-31")]
    [InlineData("2025-09-01")]
    public void An_apprenticeship_does_not_start_the_day_before_or_after_accreditation(string start) =>
        Given().When(Enrolment(Programme()) with { StartedOn = Day(start) }, Then).ThenRejected("NOT_ACCREDITED_AT_COHORT_START");

    [Fact]
    public void An_apprentice_may_start_on_their_sixteenth_birthday() =>
        Given().When(Enrolment(Programme()) with { DateOfBirth = Start.AddYears(-16) }, Then).Then(Enrolled with { DateOfBirth = Start.AddYears(-16) });

    [Fact]
    public void An_apprentice_does_not_start_the_day_before_their_sixteenth_birthday() =>
        Given().When(Enrolment(Programme()) with { DateOfBirth = Start.AddYears(-16).AddDays(1) }, Then).ThenRejected("TOO_YOUNG");

    [Fact]
    public void Everything_wrong_with_an_enrolment_is_said_at_once() =>
        Given()
            .When(
                Enrolment(Programmes.Given(Degree with { AcademicLevel = 7 }).State) with { StartedOn = Day("2020-08-31"), DateOfBirth = Day("2010-01-01") },
                Then)
            .ThenRejected("NOT_A_LEVEL_6_DEGREE", "NOT_ACCREDITED_AT_COHORT_START", "TOO_YOUNG");

    [Fact]
    public void Another_provider_enrols_nobody_on_the_programme() =>
        Given().When(Enrolment(Programme()), Cardiff.On("2021-09-01")).ThenRejected("NOT_YOUR_PROGRAMME").As(RejectionKind.Forbidden);

    [Fact]
    public void Nobody_is_enrolled_on_an_unknown_programme() =>
        Given().When(Enrolment(ProgrammeState.None), Then).ThenRejected("PROGRAMME_NOT_FOUND").As(RejectionKind.NotFound);

    private static EnrolApprentice Enrolment(ProgrammeState programme) =>
        new(Id, Enrolled.FullName, Enrolled.DateOfBirth, Enrolled.Employer, Enrolled.Programme, Start, programme);
}
