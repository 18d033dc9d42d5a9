using Register.Domain.Practice;
using static Register.Domain.Tests.Cast;
using static Register.Domain.Tests.Practice.Facts;

namespace Register.Domain.Tests.Practice;

public sealed class DeclaringEmployment
{
    [Fact] // R23
    public void An_employer_the_register_knows_brings_its_name_and_region() =>
        Given().When(AtLeeds("2026-05-01"), Amara.On("2026-06-01")).Then(Employed("2026-05-01"));

    [Fact] // R23
    public void An_employer_it_does_not_know_needs_both()
    {
        var clinic = AtLeeds("2026-05-01") with { Employer = OdsCode.Parse("NXX99", null), Setting = PracticeSetting.Independent };
        var refused = Given().When(clinic, Amara.On("2026-06-01")).ThenRejected("UNKNOWN_ODS_CODE", "UNKNOWN_ODS_CODE").About("employment.region", "employment.employer_name");
        refused.Naming("NXX99", "NXX99");

        var described = clinic with { EmployerName = "The Scan Clinic", Region = Region.Wales };
        Given().When(described, Amara.On("2026-06-01")).Then(new PracticeEvent.EmploymentDeclared(
            new(clinic.Employer, "The Scan Clinic", Region.Wales, PracticeSetting.Independent, 1m, Day("2026-05-01"), null),
            "Contract.", By(Amara, "2026-06-01")));
    }

    [Fact] // R23
    public void Who_is_an_officer_too_speaks_for_themself_as_a_registrant() =>
        Given().When(AtLeeds("2026-05-01"), (Amara with { Role = Roles.Registrar }).On("2026-06-01")).ThenRejected("REGISTRANT_NOT_FOUND");

    [Fact]
    public void A_known_employer_is_not_moved_to_another_region() =>
        Given().When(AtLeeds("2026-05-01") with { Region = Region.London }, Amara.On("2026-06-01")).ThenRejected("OTHER_REGION").About("employment.region");

    [Theory] // R23
    [InlineData("0")]
    [InlineData("-0.5")]
    [InlineData("1.01")]
    [InlineData("0.333")]
    public void A_whole_time_equivalent_is_a_share_of_one(string wte) =>
        Given().When(AtLeeds("2026-05-01", wte: decimal.Parse(wte, System.Globalization.CultureInfo.InvariantCulture)), Amara.On("2026-06-01"))
            .ThenRejected("NOT_A_SHARE").About("employment.whole_time_equivalent");

    [Fact]
    public void Everything_that_is_wrong_is_said_at_once() =>
        Given().When(AtLeeds("2026-06-02", "2026-06-01", 2m), Amara.On("2026-06-01"))
            .ThenRejected("NOT_A_SHARE", "IN_THE_FUTURE", "INTERVAL_EMPTY").About("employment.whole_time_equivalent", "employment.from", "employment.to");

    [Fact] // R3
    public void A_last_day_given_later_ends_the_same_employment()
    {
        Given(Employed("2026-05-01")).When(AtLeeds("2026-05-01", "2026-06-30"), Amara.On("2026-06-01")).Then(Employed("2026-05-01", "2026-06-30"));
        var state = Given(Employed("2026-05-01"), Employed("2026-05-01", "2026-06-30")).State;
        Assert.NotNull(state.MainEmploymentOn(Day("2026-06-30")));
        Assert.Null(state.MainEmploymentOn(Day("2026-07-01")));
        Assert.Null(state.MainEmploymentOn(Day("2026-04-30")));
    }

    [Fact]
    public void The_same_employment_again_does_nothing() =>
        Given(Employed("2026-05-01")).When(AtLeeds("2026-05-01"), Amara.On("2026-07-01")).ThenNothing();

    [Fact] // R35
    public void The_main_employment_is_the_one_with_the_largest_share()
    {
        var state = Given(
            Employed("2026-01-01", wte: 0.4m), Employed("2026-02-01", wte: 0.6m, code: "RJ1", setting: PracticeSetting.Screening)).State;
        Assert.Equal(Region.NorthEastAndYorkshire, state.MainEmploymentOn(Day("2026-01-31"))!.Region);
        Assert.Equal(Region.London, state.MainEmploymentOn(Day("2026-02-01"))!.Region);
    }

    [Fact]
    public void Of_equal_shares_the_older_one_is_the_main_employment() =>
        Assert.Equal("RR8", Given(Employed("2026-02-01", wte: 0.5m, code: "RJ1"), Employed("2026-01-01", wte: 0.5m)).State
            .MainEmploymentOn(Day("2026-03-01"))!.Employer.ToString());

    [Fact]
    public void Every_organisation_of_the_reference_data_can_be_found()
    {
        Assert.Equal(17, Organisations.All.Length);
        Assert.All(Organisations.All, o => Assert.Same(o, Organisations.Find(o.Code)));
        Assert.Equal(("Leeds Teaching Hospitals NHS Trust", Region.NorthEastAndYorkshire), (Organisations.Find(LeedsTeaching)!.Name, Organisations.Find(LeedsTeaching)!.Region));
    }
}
