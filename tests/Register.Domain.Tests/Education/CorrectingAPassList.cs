using Register.Domain.Education;
using static Register.Domain.Tests.Cast;
using static Register.Domain.Tests.Education.Programmes;

namespace Register.Domain.Tests.Education;

public sealed class CorrectingAPassList
{
    private const string Reason = "The name was spelt wrong.";

    private static readonly DecisionContext Today = Leeds.On("2026-03-02");

    private static readonly ListedAward Corrected = Award with { FullName = "Amara Okafor-Hughes" };

    private static readonly ListedAward Second = Award with { CandidateNumber = "C-1002" };

    [Fact] // R6
    public void A_corrected_list_supersedes_with_its_reason_who_differs_adds_who_is_new_and_leaves_who_is_the_same() =>
        Given(Accredited, Listed(Award), Listed(Second))
            .When(Correction(Corrected, Second, Award with { CandidateNumber = "C-1003" }), Today)
            .Then(Superseded(Corrected), new ProgrammeEvent.AwardListed(Award with { CandidateNumber = "C-1003" }, Today.Now));

    [Fact] // R6
    public void A_corrected_list_submitted_twice_changes_nothing() =>
        Given(Accredited, Listed(Award), Superseded(Corrected)).When(Correction(Corrected), Today).ThenNothing();

    [Fact] // R3
    public void A_wrong_ratification_date_is_corrected_by_what_is_appended() =>
        Assert.Equal(
            Day("2023-07-21"),
            Given(Accredited, Listed(Award), Superseded(Award with { RatifiedOn = Day("2023-07-21") })).State.Awards["C-1001"].RatifiedOn);

    [Fact] // R6
    public void The_first_list_again_after_its_correction_needs_a_reason_of_its_own() =>
        Assert.Equal(["CANDIDATE_ALREADY_LISTED"], CodesOf(PassList(Award), Listed(Award), Superseded(Corrected)));

    [Fact] // R6
    public void A_correction_without_a_ratification_date_keeps_the_ratification() =>
        Given(Accredited, Listed(Award))
            .When(Correction(Corrected with { RatifiedOn = null }), Today)
            .Then(Superseded(Corrected));

    [Fact] // R6
    public void A_corrected_cohort_does_not_start_after_the_ratification_that_stands() =>
        Assert.Equal(
            ["COHORT_AFTER_RATIFICATION"],
            CodesOf(Correction(Award with { CohortStart = Ratified.AddDays(1), RatifiedOn = null }), Listed(Award)));

    [Fact] // R6
    public void A_correction_covers_only_practice_areas_of_the_programme() =>
        Assert.Equal(["AREA_NOT_COVERED"], CodesOf(Correction(Award with { PracticeAreas = [PracticeArea.Cardiac] }), Listed(Award)));

    [Fact] // R6
    public void Each_row_has_its_own_result() =>
        Assert.Equal(
            [PassListOutcome.Superseded, PassListOutcome.Unchanged, PassListOutcome.Added, PassListOutcome.Rejected],
            PassListRows.Of(
                    Correction(Corrected, Second, Award with { CandidateNumber = "C-1003" }, Second),
                    Given(Accredited, Listed(Award), Listed(Second)).State)
                .Select(row => row.Outcome));

    [Fact] // R6
    public void A_row_is_told_everything_that_is_wrong_with_it() =>
        Assert.Equal(
            ["AREA_NOT_COVERED", "CANDIDATE_ALREADY_LISTED"], CodesOf(PassList(Award with { PracticeAreas = [PracticeArea.Cardiac] }), Listed(Award)));

    [Fact] // R6
    public void A_withdrawn_award_is_on_no_pass_list()
    {
        var state = Given(Accredited, Listed(Award), Withdrawn).State;
        Assert.Empty(state.Awards);
        Assert.Equal(
            ["AWARD_NOT_LISTED"],
            Qualification.Shortfalls(state, Award.CandidateNumber, Award.DateOfBirth, Today.Today, Today.Regime).Select(r => r.Code));
    }

    [Fact] // R6
    public void An_award_is_withdrawn_with_its_reason() =>
        Given(Accredited, Listed(Award)).When(new WithdrawAward(Id, Award.CandidateNumber, Reason), Today).Then(Withdrawn);

    [Fact] // R6
    public void A_withdrawn_award_is_not_withdrawn_again() =>
        Given(Accredited, Listed(Award), Withdrawn).When(new WithdrawAward(Id, Award.CandidateNumber, Reason), Today).ThenNothing();

    [Fact]
    public void An_award_that_was_never_listed_cannot_be_withdrawn() =>
        Given(Accredited).When(new WithdrawAward(Id, Award.CandidateNumber, Reason), Today)
            .ThenRejected("AWARD_NOT_LISTED").As(RejectionKind.NotFound);

    [Fact]
    public void Another_provider_may_not_withdraw_an_award() =>
        Given(Accredited, Listed(Award)).When(new WithdrawAward(Id, Award.CandidateNumber, Reason), Cardiff.On("2026-03-02"))
            .ThenRejected("NOT_YOUR_PROGRAMME").As(RejectionKind.Forbidden);

    [Fact] // R6
    public void A_withdrawn_award_does_not_come_back_by_the_same_list() =>
        Assert.Equal(["AWARD_WITHDRAWN"], CodesOf(PassList(Award), Listed(Award), Withdrawn));

    [Fact] // R6
    public void A_withdrawn_award_comes_back_with_a_reason() =>
        Given(Accredited, Listed(Award), Withdrawn).When(Correction(Award), Today).Then(Superseded(Award));

    private static PassListEvent.AwardWithdrawn Withdrawn => new(Award.CandidateNumber, Reason, Today.Now);

    private static SubmitPassList Correction(params ListedAward[] awards) => PassList(awards) with { CorrectionReason = Reason };

    private static PassListEvent.AwardSuperseded Superseded(ListedAward award) => new(award, Reason, Today.Now);

    private static IEnumerable<string> CodesOf(SubmitPassList list, params ProgrammeEvent[] events) =>
        PassListRows.Of(list, Given([Accredited, .. events]).State).SelectMany(row => row.Problems).Select(problem => problem.Code);
}
