using Register.Domain.Education;
using static Register.Domain.Tests.Cast;
using static Register.Domain.Tests.Education.Programmes;

namespace Register.Domain.Tests.Education;

public sealed class SettingConditions
{
    private static readonly DecisionContext Today = Accreditor.On("2025-03-03");

    private static readonly AccreditationEvent.ConditionSet Placements = new(1, "More placements.", Today.Today, Day("2025-06-30"));

    private static readonly AccreditationEvent.ConditionSet Staff = new(2, "A second lecturer.", Today.Today, null);

    [Fact] // R4
    public void Conditions_are_numbered_dated_and_due() =>
        Given(Accredited).When(Conditions(Placements, Staff), Today).Then(Placements, Staff);

    [Fact] // R4
    public void A_programme_with_conditions_stays_accredited() =>
        Assert.True(Given(Accredited, Placements).State.WasAccreditedOn(Today.Today));

    [Fact] // R4
    public void A_condition_in_force_is_not_set_again() =>
        Given(Accredited, Placements).When(Conditions(Placements, Staff), Today).Then(Staff);

    [Fact] // R4
    public void The_same_conditions_again_change_nothing() =>
        Given(Accredited, Placements, Staff).When(Conditions(Placements, Staff), Accreditor.On("2025-12-01")).ThenNothing();

    [Fact] // R4
    public void A_condition_that_was_met_can_be_set_anew() =>
        Given(Accredited, Placements, Ended(ConditionOutcome.Met)).When(Conditions(Placements), Today).Then(Placements with { Number = 2 });

    [Fact] // R4
    public void A_condition_may_be_due_today() =>
        Given(Accredited).When(Conditions(Placements with { DueOn = Today.Today }), Today).Then(Placements with { DueOn = Today.Today });

    [Fact] // R4
    public void A_condition_is_not_due_yesterday() =>
        Given(Accredited).When(Conditions(Staff, Placements with { DueOn = Today.Today.AddDays(-1) }), Today)
            .ThenRejected("DUE_DATE_PASSED").About("conditions[1].due_on");

    [Fact] // R4
    public void Conditions_are_set_on_the_last_day_of_accreditation() =>
        Given(Accredited).When(Conditions(Staff), Accreditor.On(Accredited.To)).Then(Staff with { Number = 1, On = Accredited.To });

    [Fact] // R4
    public void Conditions_are_not_set_when_accreditation_is_over() =>
        Given(Accredited).When(Conditions(Staff), Accreditor.On(Accredited.To.AddDays(1))).ThenRejected("NOT_ACCREDITED");

    [Theory] // R4
    [InlineData(ConditionOutcome.Met)]
    [InlineData(ConditionOutcome.Lifted)]
    public void A_condition_is_met_or_lifted(ConditionOutcome outcome) =>
        Given(Accredited, Placements).When(Lift(outcome), Today).Then(Ended(outcome));

    [Fact] // R4
    public void A_condition_that_was_met_is_not_met_again() =>
        Given(Accredited, Placements, Ended(ConditionOutcome.Met)).When(Lift(ConditionOutcome.Met), Today).ThenNothing();

    [Fact] // R4
    public void A_condition_that_was_met_is_not_lifted() =>
        Given(Accredited, Placements, Ended(ConditionOutcome.Met)).When(Lift(ConditionOutcome.Lifted), Today).ThenRejected("CONDITION_ENDED");

    [Fact] // R4
    public void A_condition_that_was_never_set_cannot_be_lifted() =>
        Given(Accredited).When(Lift(ConditionOutcome.Met), Today).ThenRejected("CONDITION_NOT_FOUND").As(RejectionKind.NotFound);

    private static AccreditationEvent.ConditionEnded Ended(ConditionOutcome outcome) => new(1, outcome, "Seen.", Today.Today);

    private static LiftAccreditationCondition Lift(ConditionOutcome outcome) => new(Id, 1, outcome, "Seen.");

    private static SetAccreditationConditions Conditions(params AccreditationEvent.ConditionSet[] conditions) =>
        new(Id, [.. conditions.Select(c => new NewCondition(c.Text, c.DueOn))]);
}
