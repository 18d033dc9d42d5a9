using Register.Domain.Education;
using static Register.Domain.Tests.Cast;
using static Register.Domain.Tests.Education.Programmes;

namespace Register.Domain.Tests.Education;

public sealed class SubmittingAPassList
{
    private static readonly DecisionContext Today = Leeds.On("2026-03-02");

    private static readonly ListedAward Second =
        Award with { CandidateNumber = "C-1002", FullName = "Bryn Hughes", DateOfBirth = Day("1998-11-30") };

    [Fact] // R6
    public void Every_candidate_of_a_pass_list_is_listed_in_its_order() =>
        Given(Accredited).When(PassList(Second, Award), Today).Then(Added(Second), Added(Award));

    [Fact] // R6
    public void An_empty_pass_list_changes_nothing() =>
        Given(Accredited).When(PassList(), Today).ThenNothing();

    [Fact] // R6
    public void A_candidate_without_practice_areas_has_those_of_the_programme() =>
        Given(Accredited).When(PassList(Award with { PracticeAreas = [] }), Today).Then(Added(Award with { PracticeAreas = Areas }));

    [Fact] // R6
    public void A_candidate_may_have_fewer_practice_areas_than_the_programme() =>
        Given(Accredited)
            .When(PassList(Award with { PracticeAreas = [PracticeArea.Obstetric] }), Today)
            .Then(Added(Award with { PracticeAreas = [PracticeArea.Obstetric] }));

    [Fact] // R6
    public void Nobody_is_listed_for_a_practice_area_that_the_programme_does_not_cover() =>
        Given(Accredited)
            .When(PassList(Second, Award with { PracticeAreas = [PracticeArea.Obstetric, PracticeArea.Cardiac] }), Today)
            .Then(Added(Second));

    [Fact] // R6
    public void The_same_list_submitted_twice_changes_nothing() =>
        Given(Accredited, Listed(Award), Listed(Second)).When(PassList(Award, Second), Today).ThenNothing();

    [Fact] // R6
    public void The_same_list_with_its_practice_areas_in_another_order_changes_nothing() =>
        Given(Accredited, Listed(Award)).When(PassList(Award with { PracticeAreas = [.. Areas.Reverse()] }), Today).ThenNothing();

    [Fact] // R6
    public void A_longer_list_adds_only_those_not_listed_yet() =>
        Given(Accredited, Listed(Award)).When(PassList(Award, Second), Today).Then(Added(Second));

    [Fact] // R6
    public void A_candidate_listed_with_changed_particulars_is_turned_down_and_the_others_are_added() =>
        Given(Accredited, Listed(Award))
            .When(PassList(Second, Award with { FullName = "Amara Okafor-Hughes" }), Today)
            .Then(Added(Second));

    public static TheoryData<string> Particulars => [.. Changed.Keys];

    private static readonly Dictionary<string, ListedAward> Changed = new()
    {
        ["name"] = Award with { FullName = "Amara Hughes" },
        ["date of birth"] = Award with { DateOfBirth = Award.DateOfBirth.AddDays(1) },
        ["practice areas"] = Award with { PracticeAreas = [PracticeArea.Obstetric] },
        ["cohort start"] = Award with { CohortStart = Award.CohortStart.AddDays(1) },
        ["ratification"] = Award with { RatifiedOn = Ratified.AddDays(1) },
    };

    [Theory] // R6
    [MemberData(nameof(Particulars))]
    public void Each_particular_of_a_listed_candidate_counts_as_changed(string particular) =>
        Assert.Equal(["CANDIDATE_ALREADY_LISTED"], CodesOf(Given(Accredited, Listed(Award)), PassList(Changed[particular])));

    [Fact] // R6
    public void A_list_ratified_today_counts() =>
        Given(Accredited)
            .When(PassList(Award with { RatifiedOn = Today.Today }), Today)
            .Then(Added(Award with { RatifiedOn = Today.Today }));

    [Fact] // R6
    public void A_list_ratified_tomorrow_does_not_count_yet() =>
        Given(Accredited)
            .When(PassList(Award with { RatifiedOn = Today.Today.AddDays(1) }), Today)
            .ThenRejected("NOT_RATIFIED_YET").As(RejectionKind.Refused).About("ratified_on");

    [Fact] // R6
    public void A_candidate_twice_on_a_list_is_listed_by_the_first_row() =>
        Given(Accredited).When(PassList(Award, Second, Award with { FullName = "Amara Hughes" }), Today).Then(Added(Award), Added(Second));

    [Fact] // R6
    public void A_list_that_was_not_ratified_is_listed_without_a_date() =>
        Given(Accredited)
            .When(PassList(Award with { RatifiedOn = null }), Today)
            .Then(Added(Award with { RatifiedOn = null }));

    [Fact] // R6
    public void A_cohort_that_has_not_started_has_no_pass_list() =>
        Given(Accredited)
            .When(PassList(Award with { CohortStart = Today.Today.AddDays(1), RatifiedOn = null }), Today)
            .ThenRejected("COHORT_NOT_STARTED").As(RejectionKind.Refused).About("cohort_start");

    [Fact]
    public void A_cohort_may_start_on_the_day_of_ratification() =>
        Given(Accredited)
            .When(PassList(Award with { CohortStart = Ratified }), Today)
            .Then(Added(Award with { CohortStart = Ratified }));

    [Fact]
    public void A_cohort_does_not_start_after_ratification() =>
        Given(Accredited)
            .When(PassList(Award with { CohortStart = Ratified.AddDays(1) }), Today)
            .ThenRejected("COHORT_AFTER_RATIFICATION").As(RejectionKind.Invalid).About("cohort_start");

    [Fact]
    public void A_pass_list_of_an_unknown_programme_is_not_found() =>
        Given().When(PassList(Award), Today).ThenRejected("PROGRAMME_NOT_FOUND").As(RejectionKind.NotFound);

    [Fact]
    public void Another_provider_may_not_submit_a_pass_list() =>
        Given(Accredited).When(PassList(Award), Cardiff.On("2026-03-02")).ThenRejected("NOT_YOUR_PROGRAMME").As(RejectionKind.Forbidden);

    [Fact]
    public void Someone_of_no_organisation_may_not_submit_a_pass_list() =>
        Given(Accredited).When(PassList(Award), Amara.On("2026-03-02")).ThenRejected("NOT_YOUR_PROGRAMME").As(RejectionKind.Forbidden);

    [Fact]
    public void What_is_wrong_with_the_whole_list_refuses_the_whole() =>
        Given(Accredited)
            .When(PassList(Award, Second with { RatifiedOn = Today.Today.AddDays(1) }), Today)
            .ThenRejected("NOT_RATIFIED_YET");

    [Fact]
    public void What_is_wrong_with_the_whole_list_is_said_once() =>
        Given(Accredited)
            .When(
                PassList(Award with { RatifiedOn = Today.Today.AddDays(1) }, Second with { RatifiedOn = Today.Today.AddDays(1) }),
                Today)
            .ThenRejected("NOT_RATIFIED_YET");

    private static ProgrammeEvent.AwardListed Added(ListedAward award) => new(award, Today.Now);

    private static IEnumerable<string> CodesOf(Scenario<ProgrammeState, ProgrammeEvent> given, SubmitPassList list) =>
        PassListRows.Of(list, given.State).SelectMany(row => row.Problems).Select(problem => problem.Code);
}
