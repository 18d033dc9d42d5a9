using CsCheck;
using Register.Domain.FitnessToPractise;
using Register.Domain.Registration;
using static Register.Domain.Tests.Cast;
using static Register.Domain.Tests.Registration.Entries;

namespace Register.Domain.Tests.Registration;

public sealed class RestrictingAnEntry
{
    private static readonly Restriction Order = Suspension("2026-06-01", "2027-05-31");

    private static readonly DecisionContext Today = Actor.Register.On("2026-06-01");

    private static readonly Gen<Step<RegistrantState, RegistrantEvent>> Steps =
        from of in Gen.OneOf(Case, OtherCase)
        from kind in Gen.Enum<InterimOrderKind>()
        from start in Gen.Int[0, 20]
        from length in Gen.Int[0, 10]
        from command in Gen.OneOf<ICommand<RegistrantState, RegistrantEvent>>(
            new PlaceRestriction(Number, new Restriction(of, kind, Order.From.AddDays(start), Order.From.AddDays(start + length), "Text.")),
            new LiftRestriction(Number, of, Order.From.AddDays(start)))
        select new Step<RegistrantState, RegistrantEvent>(command, 1, Actor.Register);

    private static readonly Step<RegistrantState, RegistrantEvent> Entered = new(
        new EnterRegister(
            Number,
            Registered.Application,
            Registered.Applicant,
            Registered.Person,
            Registered.PracticeTown,
            Registered.PracticeAreas,
            Registered.From),
        0,
        Actor.Register);

    [Fact] // R24
    public void A_case_places_a_restriction_on_an_entry() => Given(Registered).When(Place(Order), Today).Then(Placed(Order));

    [Fact] // R24
    public void Two_cases_place_a_restriction_each() =>
        Given(Registered, Placed(Order))
            .When(Place(Order with { Case = OtherCase }), Today)
            .Then(Placed(Order with { Case = OtherCase }));

    [Fact]
    public void A_restriction_is_not_placed_twice() => Given(Registered, Placed(Order)).When(Place(Order), Today).ThenNothing();

    [Fact]
    public void A_restriction_is_not_placed_on_an_unknown_entry() =>
        Given().When(Place(Order), Today).ThenRejected("REGISTRANT_NOT_FOUND").As(RejectionKind.NotFound);

    [Theory] // R24
    [InlineData("2026-06-01")]
    [InlineData("2026-06-02")]
    [InlineData("2027-05-31")]
    public void A_restriction_is_lifted_up_to_its_last_day(string on) =>
        Given(Registered, Placed(Order)).When(Lift(on), Today).Then(Lifted(on));

    [Fact] // R24
    public void A_restriction_that_has_run_out_is_not_lifted() =>
        Given(Registered, Placed(Order)).When(Lift("2027-06-01"), Today).ThenNothing();

    [Fact]
    public void A_restriction_is_not_lifted_twice() =>
        Given(Registered, Placed(Order), Lifted("2026-07-01")).When(Lift("2026-07-01"), Today).ThenNothing();

    [Fact]
    public void A_restriction_of_another_case_is_not_lifted() =>
        Given(Registered, Placed(Order with { Case = OtherCase })).When(Lift("2026-07-01"), Today).ThenNothing();

    [Fact]
    public void A_restriction_is_not_lifted_from_an_unknown_entry() =>
        Given().When(Lift("2026-07-01"), Today).ThenRejected("REGISTRANT_NOT_FOUND").As(RejectionKind.NotFound);

    [Fact]
    public void An_accepted_command_run_again_on_its_own_outcome_does_nothing() =>
        Steps.Array[1, 20].Sample(steps => Histories.AcceptedCommandsRunAgainDoNothing([Entered, .. steps, Entered]));

    [Fact]
    public void What_is_stored_folds_to_the_state_that_decided() =>
        Steps.Array[1, 20].Sample(steps => Histories.StoredEventsFoldToTheStateThatDecided([Entered, .. steps, Entered]));

    private static PlaceRestriction Place(Restriction restriction) => new(Number, restriction);

    private static LiftRestriction Lift(string on) => new(Number, Case, Day(on));
}
