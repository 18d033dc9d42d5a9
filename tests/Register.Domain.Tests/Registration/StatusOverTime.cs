using Register.Domain.Registration;
using static Register.Domain.Tests.Cast;
using static Register.Domain.Tests.Registration.Entries;

namespace Register.Domain.Tests.Registration;

public sealed class StatusOverTime
{
    private static readonly StatusInterval Before =
        new(StatusWord.NotRegistered, NotRegisteredReason.NotYetRegistered, null, Day("2026-03-09"));
    private static readonly StatusInterval After = new(StatusWord.NotRegistered, NotRegisteredReason.Lapsed, Day("2028-02-29"), null);

    [Fact] // R2
    public void An_entry_is_registered_from_its_first_day_to_the_last_of_its_period() =>
        Timeline(Registered).Is(Before, Held(StatusWord.Registered, "2026-03-10", "2028-02-28"), After);

    [Fact] // R2
    public void An_entry_may_be_registered_for_one_day() =>
        Timeline(Registered with { PeriodEnd = Registered.From })
            .Is(
                Before,
                Held(StatusWord.Registered, "2026-03-10", "2026-03-10"),
                new(StatusWord.NotRegistered, NotRegisteredReason.Lapsed, Day("2026-03-11"), null));

    [Fact] // R2
    public void A_restriction_holds_from_its_first_to_its_last_day() =>
        Timeline(Registered, Placed(Suspension("2026-06-01", "2026-11-30")))
            .Is(
                Before,
                Held(StatusWord.Registered, "2026-03-10", "2026-05-31"),
                Held(StatusWord.SuspendedInterim, "2026-06-01", "2026-11-30"),
                Held(StatusWord.Registered, "2026-12-01", "2028-02-28"),
                After);

    [Fact] // R2
    public void A_restriction_may_hold_for_one_day() =>
        Timeline(Registered, Placed(Conditions("2026-06-01", "2026-06-01")))
            .Is(
                Before,
                Held(StatusWord.Registered, "2026-03-10", "2026-05-31"),
                Held(StatusWord.ConditionsInterim, "2026-06-01", "2026-06-01"),
                Held(StatusWord.Registered, "2026-06-02", "2028-02-28"),
                After);

    [Fact] // R2
    public void A_restriction_from_the_first_day_leaves_no_day_registered_before_it() =>
        Timeline(Registered, Placed(Suspension("2026-03-10", "2026-05-31")))
            .Is(
                Before,
                Held(StatusWord.SuspendedInterim, "2026-03-10", "2026-05-31"),
                Held(StatusWord.Registered, "2026-06-01", "2028-02-28"),
                After);

    [Fact] // R2
    public void A_restriction_over_the_whole_period_leaves_no_day_registered() =>
        Timeline(Registered, Placed(Suspension("2026-01-01", "2028-12-31")))
            .Is(Before, Held(StatusWord.SuspendedInterim, "2026-03-10", "2028-02-28"), After);

    [Fact] // R2
    public void A_lifted_restriction_held_to_the_day_before() =>
        Timeline(Registered, Placed(Suspension("2026-06-01", "2026-11-30")), Lifted("2026-07-01"))
            .Is(
                Before,
                Held(StatusWord.Registered, "2026-03-10", "2026-05-31"),
                Held(StatusWord.SuspendedInterim, "2026-06-01", "2026-06-30"),
                Held(StatusWord.Registered, "2026-07-01", "2028-02-28"),
                After);

    [Fact] // R2
    public void A_restriction_lifted_on_the_day_it_was_placed_never_held() =>
        Timeline(Registered, Placed(Suspension("2026-06-01", "2026-11-30")), Lifted("2026-06-01"))
            .Is(Before, Held(StatusWord.Registered, "2026-03-10", "2028-02-28"), After);

    [Fact] // R2
    public void A_restriction_lifted_after_it_ran_out_keeps_its_last_day() =>
        Timeline(Registered, Placed(Suspension("2026-06-01", "2026-06-30")), Lifted("2026-08-01"))
            .Is(
                Before,
                Held(StatusWord.Registered, "2026-03-10", "2026-05-31"),
                Held(StatusWord.SuspendedInterim, "2026-06-01", "2026-06-30"),
                Held(StatusWord.Registered, "2026-07-01", "2028-02-28"),
                After);

    [Fact] // R2
    public void Suspension_outranks_conditions_for_as_long_as_both_hold() =>
        Timeline(
                Registered,
                Placed(Suspension("2026-07-01", "2026-07-31")),
                Placed(Conditions("2026-06-01", "2026-08-31"), OtherCase))
            .Is(
                Before,
                Held(StatusWord.Registered, "2026-03-10", "2026-05-31"),
                Held(StatusWord.ConditionsInterim, "2026-06-01", "2026-06-30"),
                Held(StatusWord.SuspendedInterim, "2026-07-01", "2026-07-31"),
                Held(StatusWord.ConditionsInterim, "2026-08-01", "2026-08-31"),
                Held(StatusWord.Registered, "2026-09-01", "2028-02-28"),
                After);

    [Fact] // R2
    public void Two_suspensions_that_overlap_are_one_interval() =>
        Timeline(
                Registered,
                Placed(Suspension("2026-06-01", "2026-07-31")),
                Placed(Suspension("2026-07-01", "2026-08-31"), OtherCase))
            .Is(
                Before,
                Held(StatusWord.Registered, "2026-03-10", "2026-05-31"),
                Held(StatusWord.SuspendedInterim, "2026-06-01", "2026-08-31"),
                Held(StatusWord.Registered, "2026-09-01", "2028-02-28"),
                After);

    [Fact] // R2
    public void Two_suspensions_one_right_after_the_other_are_one_interval() =>
        Timeline(
                Registered,
                Placed(Suspension("2026-06-01", "2026-06-30")),
                Placed(Suspension("2026-07-01", "2026-07-31"), OtherCase))
            .Is(
                Before,
                Held(StatusWord.Registered, "2026-03-10", "2026-05-31"),
                Held(StatusWord.SuspendedInterim, "2026-06-01", "2026-07-31"),
                Held(StatusWord.Registered, "2026-08-01", "2028-02-28"),
                After);

    [Fact] // R2
    public void Lifting_the_restriction_of_one_case_leaves_that_of_the_other() =>
        Timeline(
                Registered,
                Placed(Suspension("2026-06-01", "2026-12-31")),
                Placed(Conditions("2026-06-01", "2026-12-31"), OtherCase),
                Lifted("2026-07-01"))
            .Is(
                Before,
                Held(StatusWord.Registered, "2026-03-10", "2026-05-31"),
                Held(StatusWord.SuspendedInterim, "2026-06-01", "2026-06-30"),
                Held(StatusWord.ConditionsInterim, "2026-07-01", "2026-12-31"),
                Held(StatusWord.Registered, "2027-01-01", "2028-02-28"),
                After);

    [Theory] // R2
    [InlineData("0001-01-01", StatusWord.NotRegistered, NotRegisteredReason.NotYetRegistered)]
    [InlineData("2026-03-09", StatusWord.NotRegistered, NotRegisteredReason.NotYetRegistered)]
    [InlineData("2026-03-10", StatusWord.Registered, null)]
    [InlineData("2026-05-31", StatusWord.Registered, null)]
    [InlineData("2026-06-01", StatusWord.SuspendedInterim, null)]
    [InlineData("2026-11-30", StatusWord.SuspendedInterim, null)]
    [InlineData("2026-12-01", StatusWord.Registered, null)]
    [InlineData("2028-02-28", StatusWord.Registered, null)]
    [InlineData("2028-02-29", StatusWord.NotRegistered, NotRegisteredReason.Lapsed)]
    [InlineData("9999-12-31", StatusWord.NotRegistered, NotRegisteredReason.Lapsed)]
    public void The_status_on_a_date_is_that_of_the_interval_it_falls_in(string date, StatusWord status, NotRegisteredReason? reason)
    {
        var interval = EntryStatus.On(Day(date), Given(Registered, Placed(Suspension("2026-06-01", "2026-11-30"))).State);
        Assert.Equal((status, reason), (interval.Status, interval.Reason));
    }

    [Fact]
    public void Where_there_is_no_entry_there_is_no_status() =>
        Assert.Throws<InvalidOperationException>(() => EntryStatus.On(Day("2026-03-10"), RegistrantState.None));

    private static StatusInterval Held(StatusWord status, string from, string to) => new(status, null, Day(from), Day(to));

    private static Days Timeline(params RegistrantEvent[] events) => new(EntryStatus.Timeline(Given(events).State));

    private sealed record Days(IEnumerable<StatusInterval> Intervals)
    {
        public void Is(params StatusInterval[] expected) => Assert.Equal(expected, Intervals);
    }
}
