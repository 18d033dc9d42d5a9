using CsCheck;
using Register.Domain.Education;
using static Register.Domain.Tests.Cast;
using static Register.Domain.Tests.Education.Programmes;

namespace Register.Domain.Tests.Education;

public sealed class ProgrammeProperties
{
    private static readonly Gen<ListedAward> Awards =
        from candidate in Gen.Int[1, 5]
        from name in Gen.OneOf("Amara Okafor", "Bryn Hughes")
        from areas in Gen.OneOf<PracticeArea>([.. Areas, PracticeArea.Cardiac]).Array[0, 2]
        from ratified in Gen.Int[-100, 400]
        from isRatified in Gen.Bool
        select Award with
        {
            CandidateNumber = $"C-{candidate}",
            FullName = name,
            PracticeAreas = [.. areas],
            RatifiedOn = isRatified ? Day("2026-01-01").AddDays(ratified) : null,
        };

    private static readonly Gen<ICommand<ProgrammeState, ProgrammeEvent>> Accreditations =
        from level in Gen.OneOf(7, 7, 7, 8)
        select (ICommand<ProgrammeState, ProgrammeEvent>)new AccreditProgramme(Id, Accredited with { AcademicLevel = level });

    private static readonly Gen<ICommand<ProgrammeState, ProgrammeEvent>> PassLists =
        from awards in Awards.Array[0, 3]
        from reason in Gen.OneOf("Misspelt.", null)
        select (ICommand<ProgrammeState, ProgrammeEvent>)(PassList(awards) with { CorrectionReason = reason });

    private static readonly Gen<ICommand<ProgrammeState, ProgrammeEvent>> Ratifications =
        from cohort in Gen.OneOf<DateOnly?>(Award.CohortStart, null)
        from candidates in Gen.Int[1, 6].Array[0, 2]
        from days in Gen.Int[-100, 400]
        select (ICommand<ProgrammeState, ProgrammeEvent>)new RatifyPassList(
            Id, cohort, [.. candidates.Select(n => $"C-{n}")], Day("2026-01-01").AddDays(days));

    private static readonly Gen<ICommand<ProgrammeState, ProgrammeEvent>> AwardWithdrawals =
        from candidate in Gen.Int[1, 6]
        select (ICommand<ProgrammeState, ProgrammeEvent>)new WithdrawAward(Id, $"C-{candidate}", "A mistake.");

    private static readonly Gen<ICommand<ProgrammeState, ProgrammeEvent>> Renewals =
        from start in Gen.Int[-2000, 3000]
        from days in Gen.Int[-1, 2000]
        select (ICommand<ProgrammeState, ProgrammeEvent>)new RenewAccreditation(
            Id, Day("2026-01-01").AddDays(start), Day("2026-01-01").AddDays(start + days));

    private static readonly Gen<ICommand<ProgrammeState, ProgrammeEvent>> AccreditationWithdrawals =
        from start in Gen.Int[-100, 2000]
        select (ICommand<ProgrammeState, ProgrammeEvent>)new WithdrawAccreditation(Id, Day("2026-01-01").AddDays(start), "No placements.");

    private static readonly Gen<ICommand<ProgrammeState, ProgrammeEvent>> Conditions =
        from texts in Gen.OneOf("Placements.", "Staff.").Array[1, 3]
        from due in Gen.Int[0, 400]
        select (ICommand<ProgrammeState, ProgrammeEvent>)new SetAccreditationConditions(
            Id, [.. texts.Select(t => new NewCondition(t, Day("2026-01-01").AddDays(due)))]);

    private static readonly Gen<ICommand<ProgrammeState, ProgrammeEvent>> Liftings =
        from number in Gen.Int[1, 4]
        from outcome in Gen.OneOf(ConditionOutcome.Met, ConditionOutcome.Lifted)
        select (ICommand<ProgrammeState, ProgrammeEvent>)new LiftAccreditationCondition(Id, number, outcome, "Seen.");

    private static readonly Gen<ICommand<ProgrammeState, ProgrammeEvent>> Commands = Gen.Frequency(
        (4, Accreditations), (4, PassLists), (2, Ratifications), (1, AwardWithdrawals), (1, Renewals), (1, AccreditationWithdrawals), (1, Conditions), (1, Liftings));

    private static readonly Gen<Step<ProgrammeState, ProgrammeEvent>> Steps =
        from command in Commands
        from daysLater in Gen.Int[0, 60]
        from who in Gen.OneOf(Leeds, Leeds, Leeds, Cardiff)
        select new Step<ProgrammeState, ProgrammeEvent>(command, daysLater, who);

    [Fact]
    public void An_accepted_command_run_again_on_its_own_outcome_does_nothing() =>
        Steps.Array[1, 20].Sample(Histories.AcceptedCommandsRunAgainDoNothing);

    [Fact]
    public void What_is_stored_folds_to_the_state_that_decided() =>
        Steps.Array[1, 20].Sample(Histories.StoredEventsFoldToTheStateThatDecided);

    [Fact] // R4
    public void Accredited_intervals_are_in_order_and_never_overlap() => Steps.Array[1, 20].Sample(steps =>
    {
        foreach (var accepted in Histories.Run(steps))
        {
            var intervals = accepted.Outcome.AccreditedIntervals();
            Assert.All(intervals, i => Assert.True(i.From <= i.To));
            Assert.All(intervals.Zip(intervals.Skip(1)), pair => Assert.True(pair.First.To < pair.Second.From));
        }
    });

    [Fact] // R6
    public void No_award_is_ever_ratified_in_the_future_or_before_its_cohort_started() => Steps.Array[1, 20].Sample(steps =>
    {
        foreach (var accepted in Histories.Run(steps))
        {
            Assert.All(accepted.Outcome.Awards.Values, award =>
                Assert.False(award.RatifiedOn > accepted.Context.Today || award.CohortStart > award.RatifiedOn));
        }
    });

    [Fact] // R6
    public void The_rows_of_a_list_that_change_something_are_its_events() => Steps.Array[1, 20].Sample(steps =>
    {
        var before = ProgrammeState.None;
        foreach (var accepted in Histories.Run(steps))
        {
            if (accepted.Command is SubmitPassList list)
                Assert.Equal(PassListRows.Of(list, before).Count(row => row.Changes), accepted.Events.Length);
            before = accepted.Outcome;
        }
    });
}
