using Register.Domain.Education;
using static Register.Domain.Tests.Cast;
using static Register.Domain.Tests.Education.Programmes;

namespace Register.Domain.Tests.Education;

public sealed class RatifyingAPassList
{
    private static readonly DecisionContext Today = Leeds.On("2026-03-02");

    private static readonly ListedAward First = Award with { RatifiedOn = null };

    private static readonly ListedAward Second = First with { CandidateNumber = "C-1002" };

    private static readonly ListedAward NextCohort = First with { CandidateNumber = "C-1003", CohortStart = Day("2022-09-19") };

    private static readonly ProgrammeEvent[] AllListed = [Accredited, Listed(Second), Listed(First), Listed(NextCohort)];

    [Fact] // R6
    public void A_whole_cohort_is_ratified() => Given(AllListed).When(Cohort(Ratified), Today).Then(Ratification(Ratified, "C-1001", "C-1002"));

    [Fact] // R6
    public void Candidates_are_ratified_by_their_numbers() =>
        Given(AllListed).When(Candidates(Ratified, "C-1003", "C-1001"), Today).Then(Ratification(Ratified, "C-1001", "C-1003"));

    [Fact] // R6
    public void A_ratified_award_counts()
    {
        var programme = Given([.. AllListed, Ratification(Ratified, "C-1001")]).State;
        Assert.Empty(Codes(programme, "C-1001"));
        Assert.Equal(["NOT_RATIFIED"], Codes(programme, "C-1002"));
    }

    [Fact] // R6
    public void A_ratification_again_changes_nothing() =>
        Given([.. AllListed, Ratification(Ratified, "C-1001", "C-1002")]).When(Cohort(Ratified), Today).ThenNothing();

    [Fact] // R6
    public void The_rest_of_a_cohort_may_be_ratified_on_another_day() =>
        Given([.. AllListed, Ratification(Ratified, "C-1001")])
            .When(Cohort(Ratified.AddDays(7)), Today)
            .Then(Ratification(Ratified.AddDays(7), "C-1002"));

    [Fact] // R6
    public void A_ratified_cohort_is_not_ratified_on_another_day() =>
        Given([.. AllListed, Ratification(Ratified, "C-1001", "C-1002")])
            .When(Cohort(Ratified.AddDays(1)), Today)
            .ThenRejected("RATIFIED_ALREADY").About("ratified_on");

    [Fact] // R6
    public void A_ratified_candidate_is_not_ratified_on_another_day() =>
        Given([.. AllListed, Ratification(Ratified, "C-1001")])
            .When(Candidates(Ratified.AddDays(1), "C-1002", "C-1001"), Today)
            .ThenRejected("RATIFIED_ALREADY").About("candidate_numbers[1]");

    [Fact] // R6
    public void A_list_is_ratified_today_at_the_latest() =>
        Given(AllListed).When(Cohort(Today.Today), Today).Then(Ratification(Today.Today, "C-1001", "C-1002"));

    [Fact] // R6
    public void A_list_is_not_ratified_tomorrow() =>
        Given(AllListed).When(Cohort(Today.Today.AddDays(1)), Today).ThenRejected("NOT_RATIFIED_YET").About("ratified_on");

    [Fact] // R6
    public void A_cohort_is_not_ratified_before_it_started() =>
        Given(AllListed).When(Cohort(First.CohortStart.AddDays(-1)), Today).ThenRejected("COHORT_AFTER_RATIFICATION");

    [Fact] // R6
    public void A_cohort_that_was_never_listed_cannot_be_ratified() =>
        Given(Accredited).When(Cohort(Ratified), Today).ThenRejected("COHORT_NOT_LISTED").About("cohort_start");

    [Fact] // R6
    public void Every_candidate_who_was_never_listed_is_named_at_once() =>
        Given(AllListed).When(Candidates(Ratified, "C-9", "C-1001", "C-8"), Today)
            .ThenRejected("AWARD_NOT_LISTED", "AWARD_NOT_LISTED").About("candidate_numbers[0]", "candidate_numbers[2]");

    [Fact] // R6
    public void The_list_submitted_again_after_ratification_changes_nothing() =>
        Given([.. AllListed, Ratification(Ratified, "C-1001", "C-1002")]).When(PassList(First, Second), Today).ThenNothing();

    [Fact]
    public void Another_provider_may_not_ratify() =>
        Given(AllListed).When(Cohort(Ratified), Cardiff.On("2026-03-02")).ThenRejected("NOT_YOUR_PROGRAMME").As(RejectionKind.Forbidden);

    [Fact]
    public void A_pass_list_of_an_unknown_programme_cannot_be_ratified() =>
        Given().When(Cohort(Ratified), Today).ThenRejected("PROGRAMME_NOT_FOUND").As(RejectionKind.NotFound);

    [Fact]
    public void A_pass_list_is_unratified_then_partly_and_then_wholly_ratified()
    {
        Assert.Equal([PassListState.Unratified, PassListState.Unratified], StatesOf(AllListed));
        Assert.Equal([PassListState.PartlyRatified, PassListState.Unratified], StatesOf([.. AllListed, Ratification(Ratified, "C-1001")]));
        Assert.Equal(
            [PassListState.Ratified, PassListState.Unratified], StatesOf([.. AllListed, Ratification(Ratified, "C-1001", "C-1002")]));
    }

    [Fact]
    public void A_pass_list_says_when_it_was_first_submitted_and_how_often_it_was_corrected()
    {
        var earlier = NoonOf("2026-02-01");
        var state = Given(
            Accredited,
            new ProgrammeEvent.AwardListed(First, Today.Now),
            new ProgrammeEvent.AwardListed(Second, earlier),
            new PassListEvent.AwardSuperseded(Second with { FullName = "Amara Hughes" }, "A name.", Today.Now)).State;
        Assert.Equal([new PassList(First.CohortStart, 2, 0, earlier, 1)], Domain.Education.PassList.Of(state));
    }

    private static IEnumerable<PassListState> StatesOf(params ProgrammeEvent[] events) =>
        Domain.Education.PassList.Of(Given(events).State).Select(list => list.State);

    private static IEnumerable<string> Codes(ProgrammeState programme, string candidate) =>
        Qualification.Shortfalls(programme, candidate, Award.DateOfBirth, Today.Today, Today.Regime).Select(r => r.Code);

    private static RatifyPassList Cohort(DateOnly on) => new(Id, First.CohortStart, [], on);

    private static RatifyPassList Candidates(DateOnly on, params string[] numbers) => new(Id, null, [.. numbers], on);

    private static PassListEvent.AwardsRatified Ratification(DateOnly on, params string[] numbers) => new([.. numbers], on, Today.Now);
}
