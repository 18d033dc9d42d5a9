using Register.Domain.Education;
using static Register.Domain.Tests.Cast;
using static Register.Domain.Tests.Education.Programmes;

namespace Register.Domain.Tests.Education;

public sealed class CountingAQualification
{
    private static readonly DateOnly Applied = Day("2026-03-02");

    private static readonly ProgrammeEvent FocusedCourse = Accredited with { Kind = AwardKind.FocusedCourse };

    [Fact]
    public void A_listed_award_of_an_accredited_programme_counts() =>
        Assert.Empty(Shortfalls(Award));

    [Fact] // R10
    public void An_award_of_a_programme_not_on_the_list_does_not_count() =>
        Assert.Equal(["PROGRAMME_NOT_FOUND"], Shortfalls(Given().State, "C-1001", Award.DateOfBirth, Applied));

    [Fact] // R10
    public void An_award_that_no_pass_list_names_does_not_count() =>
        Assert.Equal(["AWARD_NOT_LISTED"], Shortfalls(Given(Accredited, Listed(Award)).State, "C-9999", Award.DateOfBirth, Applied));

    [Fact]
    public void An_award_listed_with_another_date_of_birth_is_another_persons() =>
        Assert.Equal(
            ["AWARD_OF_ANOTHER_PERSON"],
            Shortfalls(Given(Accredited, Listed(Award)).State, Award.CandidateNumber, Award.DateOfBirth.AddDays(1), Applied));

    [Theory] // R4
    [InlineData("2020-09-01")]
    [InlineData("2020-09-02")]
    [InlineData("2025-08-30")]
    [InlineData("2025-08-31")]
    public void A_cohort_that_started_while_the_programme_was_accredited_counts(string start) =>
        Assert.Empty(Shortfalls(Award with { CohortStart = Day(start), RatifiedOn = Day("2026-02-01") }));

    [Theory] // R4
    [InlineData("2020-08-31")]
    [InlineData("2025-09-01")]
    public void A_cohort_that_started_the_day_before_or_after_accreditation_does_not_count(string start) =>
        Assert.Equal(
            ["NOT_ACCREDITED_AT_COHORT_START"], Shortfalls(Award with { CohortStart = Day(start), RatifiedOn = Day("2026-02-01") }));

    [Fact] // R4
    public void Accreditation_may_have_run_out_by_the_time_of_ratification() =>
        Assert.Empty(Shortfalls(Award with { CohortStart = Day("2025-08-31"), RatifiedOn = Day("2026-03-01") }));

    [Fact] // R6
    public void An_award_that_the_exam_board_has_not_ratified_counts_for_nothing() =>
        Assert.Equal(["NOT_RATIFIED"], Shortfalls(Award with { RatifiedOn = null }));

    [Fact] // R5
    public void A_focused_course_alone_does_not_support_first_registration() =>
        Assert.Equal(
            ["FOCUSED_COURSE"],
            Shortfalls(Given(FocusedCourse, Listed(Award)).State, Award.CandidateNumber, Award.DateOfBirth, Applied));

    [Theory] // R10
    [InlineData("2021-03-02", "2026-03-02")]
    [InlineData("2020-02-29", "2025-02-28")]
    [InlineData("2020-02-28", "2025-02-28")]
    [InlineData("2023-02-28", "2028-02-28")]
    [InlineData("2023-03-01", "2028-02-29")]
    public void An_award_ratified_five_years_ago_to_the_day_counts(string ratified, string applied) =>
        Assert.Empty(Shortfalls(RatifiedOn(ratified), Day(applied)));

    [Theory] // R10
    [InlineData("2021-03-02", "2026-03-03")]
    [InlineData("2020-02-29", "2025-03-01")]
    [InlineData("2020-02-28", "2025-03-01")]
    [InlineData("2023-02-28", "2028-02-29")]
    public void An_award_ratified_five_years_and_a_day_ago_is_too_old(string ratified, string applied) =>
        Assert.Equal(["AWARD_TOO_OLD"], Shortfalls(RatifiedOn(ratified), Day(applied)));

    [Fact]
    public void Everything_that_keeps_an_award_from_counting_is_said_at_once() =>
        Assert.Equal(
            ["FOCUSED_COURSE", "AWARD_OF_ANOTHER_PERSON", "NOT_ACCREDITED_AT_COHORT_START", "AWARD_TOO_OLD"],
            Shortfalls(
                Given(FocusedCourse, Listed(Award with { CohortStart = Day("2015-09-21"), RatifiedOn = Day("2017-07-14") })).State,
                Award.CandidateNumber,
                Award.DateOfBirth.AddDays(1),
                Applied));

    private static ListedAward RatifiedOn(string on) => Award with { CohortStart = Accredited.From, RatifiedOn = Day(on) };

    private static IEnumerable<string> Shortfalls(ListedAward award, DateOnly? applied = null) =>
        Shortfalls(Given(Accredited, Listed(award)).State, award.CandidateNumber, award.DateOfBirth, applied ?? Applied);

    private static IEnumerable<string> Shortfalls(ProgrammeState programme, string candidate, DateOnly dateOfBirth, DateOnly applied) =>
        Qualification.Shortfalls(programme, candidate, dateOfBirth, applied, LegalRegime.On(applied)).Select(r => r.Code);
}
