using System.Net.Http.Headers;
using System.Text.Json.Nodes;
using Register.Service.Tests.Running;
using Sonographer.Register.V1;

namespace Register.Service.Tests.Registration;

/// <summary>Everything the register holds about oneself.</summary>
public sealed class OwnRecordTests(RegisterInSimulatedTime register) : IClassFixture<RegisterInSimulatedTime>
{
    [Fact] // R14, R22, R23
    public async Task A_registrant_sees_everything_held_about_them_and_each_change_with_its_dates()
    {
        var zoe = await OnTheRegister.Enter(register, "everything");
        await zoe.Self.ChangeAddressAsync(
            new() { RequestId = People.NewRequest(), Name = zoe.Name, Address = new() { Line1 = "1 High Street", Town = "Kendal" } });
        await zoe.Self.ChangeContactAsync(new() { RequestId = People.NewRequest(), Name = zoe.Name, Phone = "+44 1632 960001" });
        await zoe.Self.ChangePracticeTownAsync(new() { RequestId = People.NewRequest(), Name = zoe.Name, PracticeTown = "Kendal" });
        await zoe.Self.RecordOtherRegistrationAsync(new()
        {
            RequestId = People.NewRequest(),
            Name = zoe.Name,
            Body = StatutoryBody.Hcpc,
            Number = "RA12345",
            Status = OtherRegistrationStatus.Registered,
            StartDate = People.Date(2020, 2, 29),
        });
        await zoe.Officer.GrantAnnotationAsync(await zoe.Vascular(zoe.Day(-5)));

        var record = (await zoe.Self.GetOwnRecordAsync(new())).Record;

        Assert.Equal(zoe.Number, record.RegistrationNumber);
        Assert.Equal("1 High Street", record.Registrant.Address.Line1);
        Assert.Equal("GB", record.Registrant.Address.Country);
        Assert.Equal("+44 1632 960001", record.Registrant.Phone);
        Assert.Equal("Kendal", record.Registrant.PracticeTown);
        Assert.Equal(OtherRegistrationStatus.Declared, Assert.Single(record.Registrant.OtherRegistrations).Status);
        Assert.Single(record.Registrant.Annotations);
        Assert.NotEmpty(record.Registrant.Timeline);
        var application = Assert.Single(record.Applications);
        Assert.Equal((ApplicationState.Granted, zoe.Number), (application.State, application.RegistrationNumber));
        Assert.Equal(
            [
                ("registrant-registered", "register"),
                ("address-changed", "applicant"),
                ("contact-changed", "applicant"),
                ("practice-town-changed", "applicant"),
                ("other-registration-recorded", "applicant"),
                ("annotation-granted", "registrar"),
            ],
            record.Changes.Select(c => (c.Type, c.Role)));
        Assert.All(record.Changes, c => Assert.True(c.RecordTime is not null && c.Data.Fields.Count > 0));

        // What is private is nowhere in what everybody sees (R32).
        var seen = (await zoe.Public(record.Registrant.Version)).ToString();
        Assert.All(["High Street", "960001", "RA12345", "example.org", "1995"], secret => Assert.DoesNotContain(secret, seen, StringComparison.Ordinal));
    }

    [Fact]
    public async Task It_is_had_over_rest_with_the_registration_number()
    {
        var zoe = await OnTheRegister.Enter(register, "over-rest");
        var record = JsonNode.Parse(await Me(zoe.Subject))!["record"]!;
        Assert.Equal(zoe.Number, record["registrationNumber"]!.GetValue<string>());
        Assert.Equal(zoe.Name, record["registrant"]!["name"]!.GetValue<string>());
    }

    [Fact]
    public async Task Who_is_not_on_the_register_sees_nothing_of_who_is()
    {
        await OnTheRegister.Enter(register, "somebody-else");
        var nobody = new ParticularsService.ParticularsServiceClient(register.InRole("applicant", "nobody"));
        Assert.Equal(new OwnRecord(), (await nobody.GetOwnRecordAsync(new())).Record);
    }

    private async Task<string> Me(string subject)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/v1/me");
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", await register.Token("applicant", subject));
        var answer = await register.Http.SendAsync(request);
        answer.EnsureSuccessStatusCode();
        return await answer.Content.ReadAsStringAsync();
    }
}
