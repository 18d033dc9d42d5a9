using System.Collections.Immutable;
using Register.Domain.Applications;
using Register.Domain.Education;
using Register.Domain.Evidence;
using Register.Domain.Practice;
using Register.Domain.Registration;
using Register.Domain.Tests.Registration;
using static Register.Domain.Tests.Cast;

namespace Register.Domain.Tests.Evidence;

public sealed class CountingSonographers
{
    [Theory] // R14
    [InlineData(OtherRegulator.None)]
    [InlineData(OtherRegulator.None, StatutoryBody.Rct)]
    [InlineData(OtherRegulator.Hcpc, StatutoryBody.Hcpc)]
    [InlineData(OtherRegulator.Nmc, StatutoryBody.Nmc, StatutoryBody.Rct)]
    [InlineData(OtherRegulator.Gmc, StatutoryBody.Gmc)]
    [InlineData(OtherRegulator.MoreThanOne, StatutoryBody.Hcpc, StatutoryBody.Nmc)]
    public void Each_person_counts_under_one_regulator_and_a_voluntary_register_is_none(OtherRegulator expected, params StatutoryBody[] bodies) =>
        Assert.Equal(expected, CountedPerson.On(Day("2026-06-01"), With(bodies), null).Other);

    [Fact] // R2, R14
    public void Who_was_on_another_register_is_asked_of_the_date()
    {
        var registrant = With(StatutoryBody.Hcpc);
        Assert.Equal(OtherRegulator.None, CountedPerson.On(Day("2026-04-30"), registrant, null).Other);
        Assert.Equal(OtherRegulator.Hcpc, CountedPerson.On(Day("2026-05-01"), registrant, null).Other);
    }

    [Theory] // R2
    [InlineData("2026-03-09", false)]
    [InlineData("2026-03-10", true)]
    [InlineData("2028-02-28", true)]
    [InlineData("2028-02-29", false)]
    public void Only_who_is_on_the_register_on_the_date_counts(string on, bool counts) =>
        Assert.Equal(counts, CountedPerson.IsOnTheRegister(Day(on), With()));

    [Fact]
    public void Who_is_suspended_is_still_on_the_register()
    {
        var suspended = Entries.Given(Entries.Registered, Entries.Placed(Entries.Suspension("2026-06-01", "2026-07-01"))).State;
        Assert.True(CountedPerson.IsOnTheRegister(Day("2026-06-15"), suspended));
    }

    [Fact]
    public void Region_and_setting_are_the_main_employers_and_not_recorded_without_one()
    {
        var table = new CountTable(EvidenceDimension.Region, EvidenceDimension.Setting);
        table.Add(Person(region: Region.Wales, setting: PracticeSetting.Screening));
        table.Add(Person(region: null, setting: null));
        Assert.Equal(1, table[table.Rows.IndexOf("WALES"), table.Columns.IndexOf("SCREENING")].Value);
        Assert.Equal(1, table[table.Rows.IndexOf(EvidenceCategories.NotRecorded), table.Columns.IndexOf(EvidenceCategories.NotRecorded)].Value);
        Assert.Equal(new Count(2, 2), table.Total);
    }

    [Fact]
    public void Every_table_of_any_two_dimensions_adds_up_to_its_totals()
    {
        CountedPerson[] people = [Person(), Person(areas: [PracticeArea.Cardiac]), Person(areas: []), Person(region: Region.London), Person(other: OtherRegulator.MoreThanOne)];
        var dimensions = Enum.GetValues<EvidenceDimension>();
        foreach (var (rows, columns) in dimensions.SelectMany(r => dimensions.Where(c => c != r).Select(c => (r, c))))
        {
            var table = new CountTable(rows, columns);
            foreach (var person in people)
                table.Add(person);
            var (height, width) = (table.Rows.Length, table.Columns.Length);
            for (var r = 0; r <= height; r++)
                Assert.Equal(table[r, width].Value, Enumerable.Range(0, width).Sum(c => table[r, c].Value));
            for (var c = 0; c <= width; c++)
                Assert.Equal(table[height, c].Value, Enumerable.Range(0, height).Sum(r => table[r, c].Value));
            Assert.Equal(people.Length, table.Total.People);
        }
    }

    [Fact]
    public void Each_category_has_its_place()
    {
        Assert.Equal("NONE HCPC NMC GMC MORE_THAN_ONE", string.Join(" ", EvidenceCategories.Of(EvidenceDimension.OtherRegistration)));
        foreach (var area in Enum.GetValues<PracticeArea>())
        {
            var place = Assert.Single(EvidenceCategories.PlacesOf(Person(areas: [area]), EvidenceDimension.PracticeArea));
            Assert.Equal(area.ToString(), EvidenceCategories.Of(EvidenceDimension.PracticeArea)[place].Replace("_", "", StringComparison.Ordinal), ignoreCase: true);
        }
    }

    [Theory]
    [InlineData("2026-01-31", "2026-04-30", 1, "2026-01-31", "2026-02-28", "2026-03-31", "2026-04-30")]
    [InlineData("2026-03-01", "2027-02-28", 6, "2026-03-01", "2026-09-01")]
    [InlineData("2026-03-01", "2027-03-01", 6, "2026-03-01", "2026-09-01", "2027-03-01")]
    public void A_trend_has_its_points_every_so_many_months(string from, string to, int every, params string[] points) =>
        Assert.Equal(points.Select(Day), EvidenceTrend.Points(Day(from), Day(to), every));

    private static RegistrantState With(params StatutoryBody[] bodies) => Entries.Given(
        [
            Entries.Registered,
            .. bodies.Select(body => new ParticularsEvent.OtherRegistrationRecorded(body, "X1", OtherRegistrationStatus.Registered, Day("2026-05-01"), Day("2026-05-01"))),
        ]).State;

    private static CountedPerson Person(
        OtherRegulator other = OtherRegulator.None,
        ImmutableArray<PracticeArea>? areas = null,
        Region? region = Region.Midlands,
        PracticeSetting? setting = PracticeSetting.NhsAcute) =>
        new(other, EntryRoute.UkApproved, areas ?? [PracticeArea.Obstetric, PracticeArea.Vascular], region, setting);
}
