using Register.Domain.Registration;
using static Register.Domain.Registration.ParticularsEvent;
using static Register.Domain.Tests.Cast;
using static Register.Domain.Tests.Registration.Entries;

namespace Register.Domain.Tests.Registration.Particulars;

public sealed class WhatOtherBodiesFound
{
    [Theory] // R29
    [InlineData(OtherRegistrationStatus.RegisteredWithRestrictions, "under restrictions")]
    [InlineData(OtherRegistrationStatus.Suspended, "suspended")]
    [InlineData(OtherRegistrationStatus.StruckOff, "struck off")]
    public void A_decision_of_another_statutory_body_raises_a_concern(OtherRegistrationStatus status, string words) =>
        Assert.Contains(words, Concern(Found(status, "2026-06-01")), StringComparison.Ordinal);

    [Theory] // R29: who has left another register has done nothing that needs looking into
    [InlineData(OtherRegistrationStatus.Declared)]
    [InlineData(OtherRegistrationStatus.Registered)]
    [InlineData(OtherRegistrationStatus.NotRegistered)]
    public void What_is_as_it_should_be_raises_none(OtherRegistrationStatus status) => Assert.Null(Concern(Found(status, "2026-06-01")));

    [Fact] // R29
    public void A_voluntary_register_raises_none() =>
        Assert.Null(Concern(new OtherRegistrationRecorded(StatutoryBody.Rct, "R1", OtherRegistrationStatus.StruckOff, Day("2020-01-01"), Day("2026-06-01"))));

    [Fact] // R29
    public void What_was_found_before_raises_none_again_and_what_got_worse_does()
    {
        Assert.Null(Concern(Found(OtherRegistrationStatus.Suspended, "2026-06-01"), Found(OtherRegistrationStatus.Suspended, "2026-07-01")));
        Assert.NotNull(Concern(Found(OtherRegistrationStatus.RegisteredWithRestrictions, "2026-06-01"), Found(OtherRegistrationStatus.Suspended, "2026-07-01")));
        Assert.NotNull(Concern(
            Found(OtherRegistrationStatus.Suspended, "2026-06-01"), Found(OtherRegistrationStatus.Registered, "2026-07-01"), Found(OtherRegistrationStatus.Suspended, "2026-08-01")));
    }

    [Fact] // R14, R29
    public void A_registration_struck_off_is_not_held_and_the_entry_here_is_as_it_was()
    {
        var state = Given(Registered, Found(OtherRegistrationStatus.Registered, "2026-05-01"), Found(OtherRegistrationStatus.StruckOff, "2026-06-01")).State;
        Assert.Single(state.Particulars.OtherRegistrationsOn(Day("2026-05-31")));
        Assert.Empty(state.Particulars.OtherRegistrationsOn(Day("2026-06-01")));
        Assert.Equal(StatusWord.Registered, EntryStatus.On(Day("2026-06-01"), state).Status);
    }

    private static OtherRegistrationRecorded Found(OtherRegistrationStatus status, string on) =>
        new(StatutoryBody.Hcpc, "RA12345", status, Day("2020-02-29"), Day(on));

    private static string? Concern(params OtherRegistrationRecorded[] looks) =>
        OtherBodyConcerns.Of(looks[^1], Given([Registered, .. looks]).State.Particulars);
}
