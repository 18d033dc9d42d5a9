using Grpc.Core;
using Register.Service.Tests.Running;
using Sonographer.Register.V1;

namespace Register.Service.Tests.Practice;

/// <summary>Registrants declare how they practise: each their own, with evidence.</summary>
public sealed class PracticeTests(RunningRegister register) : IClassFixture<RunningRegister>
{
    private readonly People _people = new(register);

    [Fact] // R23
    public async Task A_registrant_declares_facts_and_everyone_entitled_sees_what_held_on_a_date()
    {
        var (mine, registrant) = await Registrant("declares");
        await mine.DeclareTierAsync(new() { RequestId = People.NewRequest(), Registrant = registrant, Fact = Tier(CareerTier.Practitioner, -400) });
        await mine.DeclareTierAsync(new() { RequestId = People.NewRequest(), Registrant = registrant, Fact = Tier(CareerTier.Advanced, -10) });
        await mine.DeclareBandAsync(new()
        {
            RequestId = People.NewRequest(),
            Registrant = registrant,
            Fact = new() { Band = AgendaForChangeBand.Band8A, From = People.Day(-5), Evidence = "Contract." },
        });
        await mine.DeclareJobTitleAsync(new()
        {
            RequestId = People.NewRequest(),
            Registrant = registrant,
            Fact = new() { Title = "Lead sonographer", From = People.Day(-5), Evidence = "Contract." },
        });
        await mine.RecordCpdAsync(new() { RequestId = People.NewRequest(), Registrant = registrant, Record = Cpd(3.25) });
        var last = (await mine.DeclareEmploymentAsync(new() { RequestId = People.NewRequest(), Registrant = registrant, Employment = AtLeeds(-5) })).Practice;

        foreach (var client in new[] { mine, Client("registrar"), Client("auditor") })
        {
            var today = (await client.GetPracticeAsync(new() { Registrant = registrant, MinimumVersion = last.Version })).Practice;
            Assert.Equal(last, today);
            Assert.Equal((CareerTier.Advanced, AgendaForChangeBand.Band8A, "Lead sonographer", 3.25), (today.Tier, today.Band, today.JobTitle, today.CpdHours));
            Assert.Equal(("Leeds Teaching Hospitals NHS Trust", Region.NorthEastAndYorkshire), (today.CurrentEmployments[0].EmployerName, today.CurrentEmployments[0].Region));
            var then = (await client.GetPracticeAsync(new() { Registrant = registrant, AsAt = People.Day(-11) })).Practice;
            Assert.Equal((CareerTier.Practitioner, AgendaForChangeBand.Unspecified, ""), (then.Tier, then.Band, then.JobTitle));
            Assert.Empty(then.CurrentEmployments);
        }
    }

    [Fact]
    public async Task For_a_registrant_another_registrants_practice_does_not_exist()
    {
        var (_, registrant) = await Registrant("practice-owner");
        var other = Client("applicant", "curious");

        await other.GetPracticeAsync(new() { Registrant = registrant }).Refused(StatusCode.NotFound, "REGISTRANT_NOT_FOUND");
        await other.GetPracticeAsync(new() { Registrant = registrant, MinimumVersion = 99 }).Refused(StatusCode.NotFound, "REGISTRANT_NOT_FOUND");
        await other.GetPracticeAsync(new() { Registrant = "registrants/SON999999" }).Refused(StatusCode.NotFound, "REGISTRANT_NOT_FOUND");
        await other.DeclareTierAsync(new() { RequestId = People.NewRequest(), Registrant = registrant, Fact = Tier(CareerTier.Advanced, -1) })
            .Refused(StatusCode.NotFound, "REGISTRANT_NOT_FOUND");
        await other.RecordCpdAsync(new() { RequestId = People.NewRequest(), Registrant = registrant, Record = Cpd(1) })
            .Refused(StatusCode.NotFound, "REGISTRANT_NOT_FOUND");
        Assert.Equal(0, (await Client("auditor").GetPracticeAsync(new() { Registrant = registrant })).Practice.Version);
    }

    [Fact]
    public async Task A_registrar_declares_for_a_registrant_but_never_records_their_cpd()
    {
        var (_, registrant) = await Registrant("helped");
        var declared = await Client("registrar", "ada").DeclareTierAsync(
            new() { RequestId = People.NewRequest(), Registrant = registrant, Fact = Tier(CareerTier.Enhanced, -1) });
        Assert.Equal("ada", declared.Practice.Tiers[0].DeclaredBy);

        await Client("registrar").RecordCpdAsync(new()).Refused(StatusCode.PermissionDenied, "ROLE_NOT_ALLOWED");
        await Client("auditor").DeclareTierAsync(new()).Refused(StatusCode.PermissionDenied, "ROLE_NOT_ALLOWED");
        await Client("analyst").GetPracticeAsync(new()).Refused(StatusCode.PermissionDenied, "ROLE_NOT_ALLOWED");
    }

    [Fact]
    public async Task Bad_input_is_told_by_field_all_at_once()
    {
        var (mine, registrant) = await Registrant("careless");
        var refusal = await mine.DeclareEmploymentAsync(new() { Employment = new() { Employer = "rr8", WholeTimeEquivalent = double.NaN, To = People.Date(2026, 2, 30) } })
            .Refused(StatusCode.InvalidArgument, "REQUIRED");
        Assert.Equal(
            [
                "request_id", "registrant", "employment.employer", "employment.setting", "employment.whole_time_equivalent",
                "employment.from", "employment.to", "employment.evidence",
            ],
            refusal.Fields());

        var unknown = AtLeeds(-5);
        unknown.Employer = "ZZZ99";
        var told = await mine.DeclareEmploymentAsync(new() { RequestId = People.NewRequest(), Registrant = registrant, Employment = unknown })
            .Refused(StatusCode.InvalidArgument, "UNKNOWN_ODS_CODE");
        Assert.Equal(["employment.region", "employment.employer_name"], told.Fields());
        Assert.Contains("ZZZ99", told.Status.Detail, StringComparison.Ordinal);

        var refused = await mine.RecordCpdAsync(new() { RequestId = People.NewRequest(), Registrant = registrant, Record = Cpd(1e300) })
            .Refused(StatusCode.InvalidArgument, "NOT_A_NUMBER");
        Assert.Equal(["record.hours"], refused.Fields());
    }

    [Fact]
    public async Task The_same_request_again_has_no_second_effect()
    {
        var (mine, registrant) = await Registrant("repeats");
        var request = new RecordCpdRequest { RequestId = People.NewRequest(), Registrant = registrant, Record = Cpd(2) };
        var first = await mine.RecordCpdAsync(request);
        Assert.Equal(first, await mine.RecordCpdAsync(request));
    }

    [Fact]
    public async Task Everybody_sees_the_organisations_page_by_page()
    {
        var anyone = new PracticeService.PracticeServiceClient(register.Anyone);
        var first = await anyone.ListOrganisationsAsync(new() { PageSize = 10 });
        var second = await anyone.ListOrganisationsAsync(new() { PageSize = 10, PageToken = first.NextPageToken });
        Assert.Equal((10, 7, ""), (first.Organisations.Count, second.Organisations.Count, second.NextPageToken));
        Assert.Equal(17, first.Organisations.Concat(second.Organisations).Select(o => o.OdsCode).Distinct().Count());
    }

    private static TierFact Tier(CareerTier tier, int from) => new() { Tier = tier, From = People.Day(from), Evidence = "Portfolio." };

    private static CpdRecord Cpd(double hours) =>
        new() { On = People.Day(-3), Hours = hours, Kind = CpdKind.SelfDirected, Reflection = "Learned." };

    private static Employment AtLeeds(int from) => new()
    {
        Employer = "RR8",
        Setting = PracticeSetting.NhsAcute,
        WholeTimeEquivalent = 0.6,
        From = People.Day(from),
        Evidence = "Contract.",
    };

    private PracticeService.PracticeServiceClient Client(string role, string? subject = null) => new(register.InRole(role, subject));

    private async Task<(PracticeService.PracticeServiceClient Mine, string Registrant)> Registrant(string subject) =>
        (Client("applicant", subject), $"registrants/{await _people.Registered(subject)}");
}
