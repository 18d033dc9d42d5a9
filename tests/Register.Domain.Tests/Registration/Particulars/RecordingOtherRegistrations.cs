using Register.Domain.Registration;
using static Register.Domain.Registration.ParticularsEvent;
using static Register.Domain.Tests.Cast;
using static Register.Domain.Tests.Registration.Entries;

namespace Register.Domain.Tests.Registration.Particulars;

public sealed class RecordingOtherRegistrations
{
    private static readonly OtherRegistrationRecorded Recorded =
        new(StatutoryBody.Hcpc, "RA12345", OtherRegistrationStatus.Registered, Day("2020-02-29"), Day("2026-04-01"));

    private static readonly OtherRegistrationEnded Ended = new(StatutoryBody.Hcpc, "RA12345", Day("2026-06-01"));

    private static readonly RecordOtherRegistration Record =
        new(Number, StatutoryBody.Hcpc, "ra12345", OtherRegistrationStatus.Registered, Day("2020-02-29"), Day("2026-04-01"));

    [Fact] // R14
    public void An_officer_records_what_the_other_register_says() =>
        Given(Registered).When(Record, FirstOfficer.On("2026-04-02")).Then(Recorded);

    [Fact] // R23
    public void What_a_registrant_says_of_themself_is_declared_and_not_checked() =>
        Given(Registered)
            .When(Record with { CheckedOn = null }, Amara.On("2026-04-02"))
            .Then(Recorded with { Status = OtherRegistrationStatus.Declared, CheckedOn = Day("2026-04-02") });

    [Fact] // R14
    public void A_registrant_does_not_talk_over_what_was_checked() =>
        Given(Registered, Recorded).When(Record with { From = Day("2021-01-01") }, Amara.On("2026-04-02")).ThenNothing();

    [Fact]
    public void For_another_applicant_the_registrant_does_not_exist() =>
        Given(Registered).When(Record, Bryn.On("2026-04-02")).ThenRejected("REGISTRANT_NOT_FOUND").As(RejectionKind.NotFound);

    [Fact]
    public void No_officer_records_their_own() =>
        Given(Registered)
            .When(Record, new Actor(Amara.Subject, Roles.Registrar).On("2026-04-02"))
            .ThenRejected("OWN_ENTRY").As(RejectionKind.Forbidden);

    [Fact]
    public void Everything_that_is_wrong_is_said_at_once() =>
        Given(Registered)
            .When(
                Record with { Status = OtherRegistrationStatus.Declared, CheckedOn = Day("2026-04-03"), From = Day("2026-04-04") },
                FirstOfficer.On("2026-04-02"))
            .ThenRejected("STATUS_NOT_CHECKED", "IN_THE_FUTURE", "HELD_AFTER_CHECK");

    [Fact] // R14
    public void One_number_is_held_at_a_body_at_a_time() =>
        Given(Registered, Recorded)
            .When(Record with { OtherNumber = "RA99999" }, FirstOfficer.On("2026-04-02"))
            .ThenRejected("OTHER_NUMBER_HELD");

    [Theory] // R14
    [InlineData("2026-05-31", false)]
    [InlineData("2026-06-01", true)]
    public void A_registration_begins_again_when_the_one_before_has_ended_and_not_a_day_earlier(string from, bool accepted)
    {
        var decision = Given(Registered, Recorded, Ended)
            .When(Record with { From = Day(from), CheckedOn = Day("2026-06-02") }, FirstOfficer.On("2026-06-02"));
        if (accepted)
            decision.Then(Recorded with { From = Day(from), CheckedOn = Day("2026-06-02") });
        else
            decision.ThenRejected("HELD_BEFORE_LAST_ENDED");
    }

    [Fact] // R14
    public void A_check_older_than_the_last_one_is_refused() =>
        Given(Registered, Recorded)
            .When(Record with { Status = OtherRegistrationStatus.Suspended, CheckedOn = Day("2026-03-31") }, FirstOfficer.On("2026-04-02"))
            .ThenRejected("CHECKED_SINCE");

    [Fact] // R14
    public void What_was_never_held_is_not_found_missing() =>
        Given(Registered)
            .When(Record with { Status = OtherRegistrationStatus.NotRegistered }, FirstOfficer.On("2026-04-02"))
            .ThenRejected("OTHER_REGISTRATION_NOT_HELD");

    [Fact] // R23
    public void A_registrant_records_that_it_has_ended() =>
        Given(Registered, Recorded)
            .When(new EndOtherRegistration(Number, StatutoryBody.Hcpc, "RA12345", Day("2026-06-01")), Amara.On("2026-06-01"))
            .Then(Ended);

    [Theory]
    [InlineData("2026-06-02", "IN_THE_FUTURE")]
    [InlineData("2020-02-29", "ENDS_BEFORE_IT_BEGINS")]
    public void It_ends_after_it_began_and_not_in_the_future(string on, string code) =>
        Given(Registered, Recorded)
            .When(new EndOtherRegistration(Number, StatutoryBody.Hcpc, "RA12345", Day(on)), Amara.On("2026-06-01"))
            .ThenRejected(code);

    [Fact]
    public void What_is_not_held_does_not_end() =>
        Given(Registered)
            .When(new EndOtherRegistration(Number, StatutoryBody.Nmc, "12A3456E", Day("2026-06-01")), Amara.On("2026-06-01"))
            .ThenRejected("OTHER_REGISTRATION_NOT_HELD");
}
