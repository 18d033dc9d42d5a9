using Register.Domain.Applications;
using Register.Domain.Registration;
using static Register.Domain.Tests.Cast;
using static Register.Domain.Tests.Registration.Entries;

namespace Register.Domain.Tests.Registration;

public sealed class EnteringTheRegister
{
    private static readonly EnterRegister Enter = new(
        Number,
        Registered.Application,
        Registered.Applicant,
        Registered.Person,
        Registered.PracticeTown,
        Registered.PracticeAreas,
        Registered.From);

    private static readonly DecisionContext Today = Actor.Register.On("2026-03-10");

    [Fact] // R17
    public void A_registration_runs_from_the_grant_to_the_next_renewal_date() => Given().When(Enter, Today).Then(Registered);

    [Theory] // R17
    [InlineData("2028-02-27", "2028-02-28")]
    [InlineData("2028-02-28", "2028-02-28")]
    [InlineData("2028-02-29", "2030-02-28")]
    [InlineData("2028-03-01", "2030-02-28")]
    public void The_first_period_may_be_as_short_as_a_day(string from, string end) =>
        Given()
            .When(Enter with { From = Day(from) }, Actor.Register.On(from))
            .Then(Registered with { From = Day(from), PeriodEnd = Day(end) });

    [Fact] // R17
    public void The_period_is_counted_from_the_grant_and_not_from_the_day_the_entry_is_made() =>
        Given()
            .When(Enter with { From = Day("2028-02-28") }, Actor.Register.On("2028-03-01"))
            .Then(Registered with { From = Day("2028-02-28"), PeriodEnd = Day("2028-02-28") });

    [Theory]
    [InlineData(EntryRoute.UkApproved)]
    [InlineData(EntryRoute.Grandparenting)]
    public void An_entry_says_by_which_route_its_holder_came(EntryRoute route) =>
        Given().When(Enter with { Route = route }, Today).Then(Registered with { Route = route });

    [Fact] // R16
    public void An_application_enters_the_register_once() =>
        Given(Registered).When(Enter with { From = Day("2026-03-11"), PracticeTown = "York" }, Today).ThenNothing();

    [Fact] // R16
    public void A_number_is_never_used_for_another_entry() =>
        Given(Registered)
            .When(Enter with { Application = new ApplicationId(Guid.Parse("22222222-0000-4000-8000-000000000002")) }, Today)
            .ThenRejected("NUMBER_TAKEN").As(RejectionKind.Refused);
}
