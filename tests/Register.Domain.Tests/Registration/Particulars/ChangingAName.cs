using Register.Domain.Registration;
using static Register.Domain.Registration.ParticularsEvent;
using static Register.Domain.Tests.Cast;
using static Register.Domain.Tests.Registration.Entries;

namespace Register.Domain.Tests.Registration.Particulars;

public sealed class ChangingAName
{
    private static readonly ChangeName Change = new(Number, "Amara Obi", "marriage certificate 17", Day("2028-02-29"));
    private static readonly NameChanged Changed = new("Amara Obi", "marriage certificate 17", Day("2028-02-29"));

    [Fact] // R23
    public void An_officer_who_has_seen_the_evidence_records_the_new_name_with_its_first_day() =>
        Given(Registered).When(Change, FirstOfficer.On("2028-02-29")).Then(Changed);

    [Fact] // R23
    public void The_name_is_held_from_today_unless_told() =>
        Given(Registered).When(Change with { From = null }, FirstOfficer.On("2026-06-01")).Then(Changed with { From = Day("2026-06-01") });

    [Theory] // R23
    [InlineData("2028-02-28", "Amara Okafor")]
    [InlineData("2028-02-29", "Amara Obi")]
    public void The_former_name_is_the_name_to_the_day_before_and_the_new_one_from_its_first_day(string day, string name) =>
        Assert.Equal(name, Given(Registered, Changed).State.Particulars.Names.On(Day(day)).FullName);

    [Theory] // R23
    [InlineData("2028-02-28", new string[0])]
    [InlineData("2028-02-29", new[] { "Amara Okafor" })]
    public void A_name_is_a_former_one_from_the_day_of_the_next(string day, string[] names) =>
        Assert.Equal(names, Given(Registered, Changed).State.Particulars.FormerNamesOn(Day(day)));

    [Fact] // R23
    public void A_name_taken_up_again_is_not_a_former_one() =>
        Assert.Equal(
            ["Amara Obi"],
            Given(Registered, Changed, new NameChanged("Amara Okafor", "deed poll 3", Day("2029-01-01")))
                .State.Particulars.FormerNamesOn(Day("2029-01-01")));

    [Theory] // R23
    [InlineData("2026-03-09", "BEFORE_THE_ENTRY")]
    [InlineData("2028-03-01", "IN_THE_FUTURE")]
    [InlineData("2026-03-10", "NAME_RECORDED_THAT_DAY")]
    public void A_name_is_held_from_a_day_of_the_entry_that_has_come_and_has_no_name_of_its_own(string from, string code) =>
        Given(Registered).When(Change with { From = Day(from) }, FirstOfficer.On("2028-02-29")).ThenRejected(code).About("start_date");

    [Fact] // R23
    public void The_name_that_is_held_is_no_change() =>
        Given(Registered).When(Change with { FullName = "Amara Okafor" }, FirstOfficer.On("2028-02-29")).ThenRejected("NAME_HELD_ALREADY");

    [Fact]
    public void No_officer_changes_their_own_name() =>
        Given(Registered)
            .When(Change, new Actor(Amara.Subject, Roles.Registrar).On("2028-02-29"))
            .ThenRejected("OWN_ENTRY").As(RejectionKind.Forbidden);

    [Fact]
    public void Nobody_has_no_name_to_change() =>
        Given().When(Change, FirstOfficer.On("2028-02-29")).ThenRejected("REGISTRANT_NOT_FOUND").As(RejectionKind.NotFound);

    [Fact] // R3
    public void A_name_that_was_recorded_wrongly_is_put_right_by_an_event_more()
    {
        var corrected = new NameCorrected(Day("2028-02-29"), "Amara Obie", Day("2028-03-01"), "Misread.");
        Given(Registered, Changed)
            .When(
                new CorrectName(Number, Day("2028-02-29"), "Amara Obie", Day("2028-03-01"), "Misread."),
                FirstOfficer.On("2028-03-02"))
            .Then(corrected);

        var names = Given(Registered, Changed, corrected).State.Particulars.Names;
        Assert.Equal("Amara Okafor", names.On(Day("2028-02-29")).FullName);
        Assert.Equal(new HeldName("Amara Obie", "marriage certificate 17"), names.On(Day("2028-03-01")));
    }

    [Theory] // R3
    [InlineData("2028-02-28", null, "NAME_NOT_RECORDED")]
    [InlineData("2026-03-10", "2026-03-11", "FIRST_NAME")]
    [InlineData("2028-02-29", "2026-03-10", "NAME_RECORDED_THAT_DAY")]
    [InlineData("2028-02-29", "2028-03-03", "IN_THE_FUTURE")]
    public void Only_what_is_recorded_is_corrected_and_to_a_day_that_can_be(string recorded, string? from, string code) =>
        Given(Registered, Changed)
            .When(
                new CorrectName(Number, Day(recorded), "Amara Obie", from is null ? null : Day(from), "Misread."),
                FirstOfficer.On("2028-03-02"))
            .ThenRejected(code);

    [Fact] // R3
    public void The_name_of_the_application_is_put_right_too() =>
        Given(Registered)
            .When(new CorrectName(Number, Day("2026-03-10"), "Amara Okafór", null, "The accent."), FirstOfficer.On("2028-03-02"))
            .Then(new NameCorrected(Day("2026-03-10"), "Amara Okafór", Day("2026-03-10"), "The accent."));
}
