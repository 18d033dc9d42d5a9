using Register.Domain.FitnessToPractise;
using Register.Domain.Registration;
using Register.Domain.Registration.Tenure;
using static Register.Domain.Registration.Tenure.TenureEvent;
using static Register.Domain.Tests.Cast;
using static Register.Domain.Tests.Registration.Entries;
using static Register.Domain.Tests.Registration.Tenure.TenureOf;

namespace Register.Domain.Tests.Registration.Tenure;

public sealed class HoldingAnEntry
{
    [Fact] // R21
    public void Nobody_leaves_while_a_case_is_open()
    {
        Given(Registered, Held("2027-01-01")).When(new LeaveRegister(Number), Amara.On("2027-01-01")).ThenRejected("CASE_OPEN");
        Given(Registered, Held("2027-01-01"), Released("2027-02-01")).When(new LeaveRegister(Number), Amara.On("2027-02-01")).Then(new Left(Day("2027-02-01")));
    }

    [Fact] // R21
    public void One_case_that_is_closed_leaves_the_other_open() =>
        Given(Registered, Held("2027-01-01"), Held("2027-01-02", OtherCase), Released("2027-02-01"))
            .When(new LeaveRegister(Number), Amara.On("2027-03-01")).ThenRejected("CASE_OPEN");

    [Theory] // R21
    [InlineData("2028-02-28", true)]
    [InlineData("2028-02-29", false)]
    public void A_lapse_is_held_over_when_the_case_was_open_on_the_last_day(string raised, bool held)
    {
        var state = Given(Registered, Held(raised)).State;
        Assert.Equal(held, state.IsRegistered("2028-02-29"));
        Assert.Equal(held, state.IsRegistered("2035-01-01"));
        Assert.Equal(held, state.Tenure.IsHeldOverOn(Day("2028-02-29")));
    }

    [Fact] // R21
    public void The_entry_lapses_at_once_when_the_case_ends()
    {
        var ended = Open("2028-01-01", "2028-05-09");
        Given(Registered, Recorded(Open("2028-01-01")))
            .When(new RecordCase(Number, Case, ended), Actor.Register.On("2028-05-10"))
            .Then(Recorded(ended), new Lapsed(Day("2028-05-10")));
        var state = Given(Registered, Held("2028-01-01"), Released("2028-05-10")).State;
        Assert.True(state.IsRegistered("2028-05-09"));
        Assert.Equal(NotRegisteredReason.Lapsed, state.StatusOn("2028-05-10").Reason);
    }

    [Fact] // R21
    public void A_case_that_ends_before_the_period_does_leaves_the_lapse_where_it_was() =>
        Given(Registered, Recorded(Open("2028-01-01")))
            .When(new RecordCase(Number, Case, Open("2028-01-01", "2028-02-27")), Actor.Register.On("2028-02-28"))
            .Then(Recorded(Open("2028-01-01", "2028-02-27")));

    [Fact] // R21
    public void The_second_of_two_cases_holds_the_entry_on() =>
        Given(Registered, Recorded(Open("2028-01-01")), Recorded(Open("2028-04-01"), OtherCase))
            .When(new RecordCase(Number, Case, Open("2028-01-01", "2028-05-09")), Actor.Register.On("2028-05-10"))
            .Then(Recorded(Open("2028-01-01", "2028-05-09")));

    [Fact] // R21
    public void Who_has_renewed_stays_when_the_case_ends() =>
        Given(Registered, Recorded(Open("2028-01-01")), RenewedOn("2028-02-01"))
            .When(new RecordCase(Number, Case, Open("2028-01-01", "2028-05-09")), Actor.Register.On("2028-05-10"))
            .Then(Recorded(Open("2028-01-01", "2028-05-09")));

    [Fact] // R21
    public void A_lapse_recorded_before_the_case_was_heard_of_never_was()
    {
        Assert.True(Given(Registered, Lapse, Held("2028-02-28")).State.IsRegistered("2028-02-29"));
        Assert.False(Given(Registered, Lapse, Held("2028-02-29")).State.IsRegistered("2028-02-29"));
        Assert.True(Given(Registered, Lapse, Recorded(Open("2028-02-28"))).State.IsRegistered("2028-02-29"));
        Assert.False(Given(Registered, Lapse, Recorded(Open("2028-02-29"))).State.IsRegistered("2028-02-29"));
    }

    [Fact] // R21
    public void A_hold_is_placed_and_released_once()
    {
        var ended = Open("2027-01-01", "2027-01-31");
        Given(Registered).When(new RecordCase(Number, Case, Open("2027-01-01")), Actor.Register.On("2027-01-01")).Then(Recorded(Open("2027-01-01")));
        Given(Registered, Recorded(Open("2027-01-01"))).When(new RecordCase(Number, Case, Open("2027-01-01")), Actor.Register.On("2027-01-01")).ThenNothing();
        Given(Registered, Recorded(Open("2027-01-01"))).When(new RecordCase(Number, Case, ended), Actor.Register.On("2027-02-01")).Then(Recorded(ended));
        Given(Registered, Recorded(ended)).When(new RecordCase(Number, Case, ended), Actor.Register.On("2027-02-01")).ThenNothing();
    }

    [Theory] // R21: an order in force holds to its last day, and no event says that it is over
    [InlineData("2028-03-31", true)]
    [InlineData("2028-04-01", false)]
    public void A_hold_whose_last_day_is_known_ends_by_itself(string day, bool held)
    {
        var state = Given(Registered, Recorded(Open("2028-01-01", "2028-03-31"))).State;
        Assert.Equal(held, state.IsRegistered(day));
        Assert.Equal(held, state.Tenure.IsHeldOverOn(Day(day)));
        Assert.Equal([new RecordLapse(Number)], TenureDue.Of(state).OfType<Due.Act>().Where(d => d.On == Day("2028-04-01")).Select(d => d.Command));
    }

    [Theory] // R21: a review recorded after the order had run out
    [InlineData("2028-04-01", true)]
    [InlineData("2028-06-30", true)]
    [InlineData("2028-07-01", false)]
    public void A_lapse_recorded_before_the_hold_was_extended_never_was(string day, bool held)
    {
        var state = Given(Registered, Recorded(Open("2028-01-01", "2028-03-31")), new Lapsed(Day("2028-04-01")), Recorded(Open("2028-01-01", "2028-06-30"))).State;
        Assert.Equal(held, state.IsRegistered(day));
    }

    [Theory] // R21
    [InlineData("2027-01-31", false)]
    [InlineData("2027-02-01", true)]
    public void Whom_a_case_held_may_leave_from_the_day_after_its_last(string day, bool free)
    {
        var outcome = Given(Registered, Recorded(Open("2027-01-01", "2027-01-31"))).When(new LeaveRegister(Number), Amara.On(day));
        if (free)
            outcome.Then(new Left(Day(day)));
        else
            outcome.ThenRejected("CASE_OPEN");
    }

    [Fact] // R19, R21
    public void A_case_does_not_keep_anybody_from_being_struck_off() =>
        Assert.Equal(
            new StatusInterval(StatusWord.NotRegistered, NotRegisteredReason.StruckOff, Day("2027-06-01"), null),
            Given(
                Registered,
                Recorded(Open("2027-01-01", "2027-05-31").With(Sanction(SanctionKind.StrikingOff, "2027-06-01", notified: "2027-05-03"))),
                Recorded(Open("2027-01-01"), OtherCase)).State.StatusOn("2027-06-01"));

    [Theory] // R1, R21: a case raised late in the evening, the day before and after the clocks go forward
    [InlineData("2028-03-25T23:30:00Z", "2028-03-25")]
    [InlineData("2028-03-26T23:30:00Z", "2028-03-27")]
    [InlineData("2028-10-28T23:30:00Z", "2028-10-29")]
    [InlineData("2028-10-29T23:30:00Z", "2028-10-29")]
    public void Days_are_days_in_London(string instant, string day)
    {
        var context = new DecisionContext(DateTimeOffset.Parse(instant, System.Globalization.CultureInfo.InvariantCulture), Amara);
        Given(Registered, RenewedOn("2028-01-01")).When(new LeaveRegister(Number), context).Then(new Left(Day(day)));
    }
}
