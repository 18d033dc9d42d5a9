using Register.Domain.Registration;
using static Register.Domain.Registration.ParticularsEvent;
using static Register.Domain.Tests.Cast;
using static Register.Domain.Tests.Registration.Entries;

namespace Register.Domain.Tests.Registration.Particulars;

/// <summary>Which other registrations a person held on a date: what Recommendation 84 is about.</summary>
public sealed class OtherRegistrationsOverTime
{
    private static readonly RegistrantState Held = Given(
        Registered,
        new OtherRegistrationRecorded(StatutoryBody.Hcpc, "RA12345", OtherRegistrationStatus.Registered, Day("2024-02-29"), Day("2026-04-01")),
        new OtherRegistrationRecorded(StatutoryBody.Hcpc, "RA12345", OtherRegistrationStatus.Suspended, Day("2024-02-29"), Day("2026-05-01")),
        new OtherRegistrationEnded(StatutoryBody.Hcpc, "RA12345", Day("2028-02-29"))).State;

    [Theory] // R14
    [InlineData("2024-02-28", null)]
    [InlineData("2024-02-29", OtherRegistrationStatus.Registered)] // held, though looked at later only
    [InlineData("2026-04-30", OtherRegistrationStatus.Registered)]
    [InlineData("2026-05-01", OtherRegistrationStatus.Suspended)]
    [InlineData("2028-02-28", OtherRegistrationStatus.Suspended)]
    [InlineData("2028-02-29", null)]
    public void It_is_held_from_its_first_day_to_the_day_before_its_end_with_the_status_last_checked(string day, OtherRegistrationStatus? status) =>
        Assert.Equal(status, Held.Particulars.OtherRegistrationsOn(Day(day)).SingleOrDefault()?.Status);

    [Theory] // R14
    [InlineData("2026-05-31", 1)]
    [InlineData("2026-06-01", 0)]
    public void From_the_day_it_was_found_missing_it_is_not_held(string day, int count)
    {
        var found = Given(
            Registered,
            new OtherRegistrationRecorded(StatutoryBody.Nmc, "12A3456E", OtherRegistrationStatus.Declared, Day("2020-01-01"), Day("2026-04-01")),
            new OtherRegistrationRecorded(StatutoryBody.Nmc, "12A3456E", OtherRegistrationStatus.NotRegistered, Day("2020-01-01"), Day("2026-06-01")));
        Assert.Equal(count, found.State.Particulars.OtherRegistrationsOn(Day(day)).Count());
    }

    [Fact] // R14
    public void The_registers_of_law_are_told_from_the_voluntary_one() =>
        Assert.Equal(
            [StatutoryBody.Hcpc, StatutoryBody.Nmc, StatutoryBody.Gmc],
            Enum.GetValues<StatutoryBody>().Where(body => body.IsStatutory()));
}
