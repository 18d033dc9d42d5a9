using Register.Domain.Registration;
using static Register.Domain.Registration.ParticularsEvent;
using static Register.Domain.Tests.Cast;
using static Register.Domain.Tests.Registration.Entries;

namespace Register.Domain.Tests.Registration.Particulars;

public sealed class ChangingPlaces
{
    private static readonly PostalAddress Home = new("1 High Street", null, "Kendal", "LA9 4AA", "GB");

    private static string Town => Registered.PracticeTown;

    [Fact] // R23
    public void A_registrant_says_where_they_live() =>
        Given(Registered).When(new ChangeAddress(Number, Home), Amara.On("2026-06-01")).Then(new AddressChanged(Home, Day("2026-06-01")));

    [Fact] // R23
    public void An_officer_records_where_a_registrant_lives() =>
        Given(Registered).When(new ChangeAddress(Number, Home), FirstOfficer.On("2026-06-01")).Then(new AddressChanged(Home, Day("2026-06-01")));

    [Fact] // R23
    public void A_phone_number_is_added_beside_the_email_of_the_application() =>
        Given(Registered)
            .When(new ChangeContact(Number, null, "+44 1632 960001"), Amara.On("2026-06-01"))
            .Then(new ContactChanged(new(Registered.Person.Email, "+44 1632 960001"), Day("2026-06-01")));

    [Fact] // R23
    public void A_phone_number_is_taken_away_and_the_email_stays() =>
        Given(Registered, new ContactChanged(new("amara@example.org", "+44 1632 960001"), Day("2026-06-01")))
            .When(new ChangeContact(Number, null, ""), Amara.On("2026-06-02"))
            .Then(new ContactChanged(new("amara@example.org", null), Day("2026-06-02")));

    [Theory] // R23
    [InlineData("2027-02-28", false)]
    [InlineData("2027-03-01", true)]
    public void The_town_is_another_from_its_first_day(string day, bool moved) =>
        Assert.Equal(
            moved ? "Kendal" : Town,
            Given(Registered, new PracticeTownChanged("Kendal", Day("2027-03-01"))).State.Particulars.PracticeTowns.On(Day(day)));

    [Fact] // R2
    public void Before_the_entry_the_town_is_that_of_the_application() =>
        Assert.Equal(Town, Given(Registered).State.Particulars.PracticeTowns.On(Day("2020-01-01")));

    [Theory] // R23
    [InlineData("2026-03-09", "BEFORE_THE_ENTRY")]
    [InlineData("2026-06-02", "IN_THE_FUTURE")]
    public void A_town_is_that_of_a_day_of_the_entry_that_has_come(string from, string code) =>
        Given(Registered).When(new ChangePracticeTown(Number, "Kendal", Day(from)), Amara.On("2026-06-01")).ThenRejected(code).About("start_date");

    [Fact]
    public void Where_it_is_recorded_already_nothing_happens()
    {
        Given(Registered, new AddressChanged(Home, Day("2026-05-01"))).When(new ChangeAddress(Number, Home), Amara.On("2026-06-01")).ThenNothing();
        Given(Registered).When(new ChangeContact(Number, Registered.Person.Email, null), Amara.On("2026-06-01")).ThenNothing();
        Given(Registered).When(new ChangePracticeTown(Number, Town, null), Amara.On("2026-06-01")).ThenNothing();
    }

    [Fact]
    public void For_another_applicant_the_registrant_does_not_exist()
    {
        Given(Registered).When(new ChangeAddress(Number, Home), Bryn.On("2026-06-01")).ThenRejected("REGISTRANT_NOT_FOUND");
        Given(Registered).When(new ChangeContact(Number, "b@example.org", null), Bryn.On("2026-06-01")).ThenRejected("REGISTRANT_NOT_FOUND");
        Given(Registered).When(new ChangePracticeTown(Number, "Kendal", null), Bryn.On("2026-06-01")).ThenRejected("REGISTRANT_NOT_FOUND");
    }
}
