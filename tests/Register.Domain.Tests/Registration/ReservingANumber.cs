using CsCheck;
using Register.Domain.Registration;
using static Register.Domain.Registration.RegistrationNumberEvent;
using static Register.Domain.Tests.Cast;

namespace Register.Domain.Tests.Registration;

public sealed class ReservingANumber
{
    private static readonly ApplicationId First = new(Guid.Parse("11111111-0000-4000-8000-000000000001"));
    private static readonly ApplicationId Second = new(Guid.Parse("22222222-0000-4000-8000-000000000002"));
    private static readonly ApplicationId Third = new(Guid.Parse("33333333-0000-4000-8000-000000000003"));

    private static readonly DecisionContext Today = Actor.Register.On("2026-03-10");

    private static readonly Gen<Step<RegistrationNumbersState, RegistrationNumberEvent>> Steps =
        from application in Gen.Int[1, 20]
        from daysLater in Gen.Int[0, 10]
        select new Step<RegistrationNumbersState, RegistrationNumberEvent>(
            new ReserveNumber(new ApplicationId(new Guid(application, 0, 0, new byte[8]))), daysLater, Actor.Register);

    [Fact] // R16
    public void The_first_number_is_1() => Given().When(new ReserveNumber(First), Today).Then(Reserved(1, First));

    [Fact] // R16
    public void Numbers_are_counted_up() =>
        Given(Reserved(1, First), Reserved(2, Second)).When(new ReserveNumber(Third), Today).Then(Reserved(3, Third));

    [Fact] // R16
    public void An_application_has_one_number() =>
        Given(Reserved(1, First), Reserved(2, Second)).When(new ReserveNumber(First), Today).ThenNothing();

    [Fact] // R16
    public void The_last_number_can_be_given_out() =>
        Given(Reserved(999_998, First)).When(new ReserveNumber(Second), Today).Then(Reserved(999_999, Second));

    [Fact] // R16
    public void After_the_last_number_there_is_none() =>
        Given(Reserved(999_999, First)).When(new ReserveNumber(Second), Today).ThenRejected("NUMBERS_EXHAUSTED").As(RejectionKind.Refused);

    [Fact] // R16
    public void The_application_that_has_the_last_number_keeps_it() =>
        Given(Reserved(999_999, First)).When(new ReserveNumber(First), Today).ThenNothing();

    [Fact]
    public void An_accepted_command_run_again_on_its_own_outcome_does_nothing() =>
        Steps.Array[1, 40].Sample(Histories.AcceptedCommandsRunAgainDoNothing);

    [Fact]
    public void What_is_stored_folds_to_the_state_that_decided() =>
        Steps.Array[1, 40].Sample(Histories.StoredEventsFoldToTheStateThatDecided);

    [Fact] // R16
    public void No_number_is_given_twice_and_none_is_left_out() =>
        Steps.Array[1, 40].Sample(history =>
        {
            var reserved = Histories.Run(history).SelectMany(accepted => accepted.Events).Cast<Reserved>().ToList();
            Assert.Equal(Enumerable.Range(1, reserved.Count), reserved.Select(r => r.Number.Value));
            Assert.Distinct(reserved.Select(r => r.Application));
        });

    private static Scenario<RegistrationNumbersState, RegistrationNumberEvent> Given(params RegistrationNumberEvent[] events) =>
        new(events);

    private static Reserved Reserved(int number, ApplicationId application) => new(new RegistrationNumber(number), application);
}
